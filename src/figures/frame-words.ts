import { LABEL_WORDS, parseLabel, widthOf } from "./label.ts";
import type { Rectangle, Run, SceneNode } from "./scene.ts";
import { lineDrops } from "./tex/room.ts";
import { text } from "./text.ts";
import { LEAST_LETTERS, type Look, type typeSizes } from "./theme.ts";

type Sizes = ReturnType<typeof typeSizes>;

interface Line {
  readonly runs: readonly Run[];
  readonly size: number;
}

/** The lines above a frame. */
export interface Above {
  readonly title: readonly Line[];
  readonly subtitle: readonly Line[];
}

/** What title, subtitle and caption stand left of a frame, in sizes of its type. */
const OUTSIDE = 3.2;

/** Where title, subtitle and caption begin. */
export const wordsLeft = (frame: Rectangle, { base }: Sizes): number => frame.x - base * OUTSIDE;

/** The part of the frame's width that the long name of a legend may stand over. */
export const REACH = 0.15;

const NO_LINE: Line = { runs: [], size: 0 };

/** As long as it is not known how wide the frame will be. */
export const ONE_LINE_EACH: Above = { title: [NO_LINE], subtitle: [NO_LINE] };

/** Title and subtitle over a frame, on two lines where one is too short for them. */
export function above(
  { title, subtitle, legend, width }: AboveOptions,
  frame: Rectangle,
  sizes: Sizes,
): Above {
  const left = wordsLeft(frame, sizes);
  const room = width - left - sizes.base * 0.5;
  // the name of a legend stands beside it: its own, or one that a panel shares, which may reach further
  const beside = Math.min(room, frame.x + frame.width * (legend ? 1 : 1 - REACH) - left);
  return {
    title: linesOf(title, sizes.title, room, "strong"),
    subtitle: linesOf(subtitle, sizes.base, beside, "text"),
  };
}

interface AboveOptions {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: boolean;
  readonly width: number;
}

/** Words that are a little too long are made smaller rather than broken. */
const LEAST_SHRINK = 0.92;
/** The same of a second line, before words are left out. */
const LEAST_OF_LIST = 0.8;

function linesOf(words: string, size: number, room: number, font: "text" | "strong"): Line[] {
  const fits = (label: string, at = size): boolean => widthOf(parseLabel(label, font), at) <= room;
  const line = (label: string): Line => {
    const runs = parseLabel(label, font);
    return { runs, size: size * Math.min(1, room / widthOf(runs, size)) };
  };
  const least = Math.min(size, Math.max(LEAST_LETTERS, size * LEAST_OF_LIST));
  const parts = words.match(LABEL_WORDS) ?? [];
  if (fits(words, size * LEAST_SHRINK) || parts.length < 2) return [line(words)];
  const first = (count: number): string => parts.slice(0, count).join(" ");
  const counts = parts.map((_, i) => i).filter((count) => count > 0 && fits(first(count)));
  // best after a comma, but not within brackets
  const broken =
    counts.findLast((count) => ENTRY.test(first(count)) && fits(parts.slice(count).join(" "), least)) ??
    counts.at(-1) ??
    1;
  const rest = parts.slice(broken);
  const shown = (count: number): string =>
    count === rest.length
      ? rest.join(" ")
      : `${rest
          .slice(0, count)
          .join(" ")
          .replace(/[ …,:]+$/, "")} …`;
  let count = rest.length;
  while (count > 1 && !fits(shown(count), least)) count--;
  return [line(first(broken)), line(shown(count))];
}

/** A list up to the end of an entry. */
const ENTRY = /^(?:[^()]|\([^()]*\))*,$/;

const LINE = 1.25;

/** How far the lines come down because of their formulae, and what they take below the first of each. */
function drops({ title, subtitle }: Above, sizes: Sizes, width: number) {
  const room = width - sizes.base * 1.4;
  const runs = (lines: readonly Line[]): readonly (readonly Run[])[] => lines.map((line) => line.runs);
  const ofTitle = lineDrops(runs(title), sizes.title, room);
  const ofSubtitle = lineDrops(runs(subtitle), sizes.base, room);
  const more = (title.length - 1) * LINE * sizes.title;
  const second = ofTitle.all + more;
  return {
    title: ofTitle.drops.map((drop, i) => drop + i * LINE * sizes.title),
    subtitle: ofSubtitle.drops.map((drop, i) => second + drop + i * LINE * sizes.base),
    all: second + ofSubtitle.all + (subtitle.length - 1) * LINE * sizes.base,
  };
}

/** What they take of a figure's height. */
export const aboveHeight = (words: Above, sizes: Sizes, width: number): number =>
  sizes.base * 3 + sizes.title * 1.3 + drops(words, sizes, width).all;

export function drawAbove(
  words: Above,
  { left, width }: { readonly left: number; readonly width: number },
  sizes: Sizes,
  look: Look,
): SceneNode[] {
  const top = sizes.base * 0.9 + sizes.title;
  const room = width - left - sizes.base * 0.5;
  const at = drops(words, sizes, width);
  const set = (lines: readonly Line[], y: number, down: readonly number[], color: string): SceneNode[] =>
    lines.map(({ runs, size }, i) => ({
      ...text(left, y + down[i], "", size * Math.min(1, room / widthOf(runs, size)), color, "start"),
      runs,
    }));
  return [
    ...set(words.title, top, at.title, look.ink),
    ...set(words.subtitle, top + sizes.base * 1.45, at.subtitle, look.soft),
  ];
}

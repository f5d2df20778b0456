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

/** Whether a figure has a legend beside its frame, or, as a panel, may stand beside one that panels share. */
export type LegendPlace = "none" | "own" | "shared";

export const legendPlace = (
  { legend }: { readonly legend: boolean },
  { bare }: { readonly bare?: boolean } = {},
): LegendPlace => (bare ? "shared" : legend ? "own" : "none");

/** The part of the frame's width that a subtitle may take beside the name of a legend; a shared one may reach further. */
const UNDER_NAME: Readonly<Record<LegendPlace, number>> = { none: Infinity, own: 1, shared: 1 - REACH };

/** As long as it is not known how wide the frame will be. */
export const ONE_LINE_EACH: Above = { title: [NO_LINE], subtitle: [NO_LINE] };

/** Title and subtitle over a frame, on several lines where one is too short for them. */
export function above(
  { title, subtitle, legend, width }: AboveOptions,
  frame: Rectangle,
  sizes: Sizes,
): Above {
  const left = wordsLeft(frame, sizes);
  const room = width - left - sizes.base * 0.5;
  const beside = Math.min(room, frame.x + frame.width * UNDER_NAME[legend] - left);
  return {
    title: linesOf(title, sizes.title, room, "strong"),
    subtitle: linesOf(subtitle, sizes.base, beside, "text"),
  };
}

interface AboveOptions {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: LegendPlace;
  readonly width: number;
}

/** Words that are a little too long are made smaller rather than broken. */
const LEAST_SHRINK = 0.92;
/** The same of the last of several lines, before there is another. */
const LEAST_OF_LIST = 0.8;
/** More lines would leave too little of a figure; only then words are left out. */
const MOST_LINES = 3;

function linesOf(words: string, size: number, room: number, font: "text" | "strong"): Line[] {
  const fits = (label: string, at = size): boolean => widthOf(parseLabel(label, font), at) <= room;
  const line = (label: string): Line => {
    const runs = parseLabel(label, font);
    return { runs, size: size * Math.min(1, room / widthOf(runs, size)) };
  };
  const least = Math.min(size, Math.max(LEAST_LETTERS, size * LEAST_OF_LIST));
  const parts = words.match(LABEL_WORDS) ?? [];
  if (fits(words, size * LEAST_SHRINK) || parts.length < 2) return [line(words)];
  const between = (start: number, end?: number): string => parts.slice(start, end).join(" ");
  const endsOf = (start: number): number[] => {
    const ends = parts.map((_, i) => i).filter((end) => end > start && fits(between(start, end)));
    return ends.length > 0 ? ends : [start + 1];
  };
  const broken = (start: number, lines: number): string[] | undefined => {
    if (lines === 1) return fits(between(start), least) ? [between(start)] : undefined;
    const ends = endsOf(start).toReversed();
    // best after a comma, but not within brackets
    for (const end of [...ends.filter((each) => ENTRY.test(between(0, each))), ends[0]]) {
      const rest = end < parts.length ? broken(end, lines - 1) : undefined;
      if (rest) return [between(start, end), ...rest];
    }
    return undefined;
  };
  const shortened = (start: number, lines: number): string[] => {
    if (start === parts.length - 1) return [between(start)];
    const end = endsOf(start).at(-1) ?? start + 1;
    if (lines > 1) return [between(start, end), ...shortened(end, lines - 1)];
    const shown = (count: number): string => `${between(start, count).replace(/[ …,:]+$/, "")} …`;
    let count = parts.length - 1;
    while (count > start + 1 && !fits(shown(count), least)) count--;
    return [shown(count)];
  };
  const most = Math.min(MOST_LINES, parts.length);
  for (let lines = 2; lines <= most; lines++) {
    const whole = broken(0, lines);
    if (whole) return whole.map(line);
  }
  return shortened(0, most).map(line);
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

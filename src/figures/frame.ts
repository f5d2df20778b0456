import type { Theme } from "../spec/entries.ts";
import type { Size } from "../spec/resolve.ts";
import { LABEL_WORDS, parseLabel, plainLabel, widthOf, wrapLabel } from "./label.ts";
import { type Rectangle, round, type Run, type Scene, type SceneNode } from "./scene.ts";
import { extraRoom, fit, lineDrops } from "./tex/room.ts";
import { text } from "./text.ts";
import { LEAST_LETTERS, type Look, lookOf, typeSizes } from "./theme.ts";

/** What stands round the frame of a figure: the words, and the room for a legend. */
export interface FrameOptions {
  readonly size: Size;
  readonly theme: Theme;
  readonly title: string;
  /** Under the title: parameters, usually. */
  readonly subtitle: string;
  /** What every mark means; also the figure's description where it is not shown. */
  readonly caption: string;
  readonly showsCaption: boolean;
  readonly legend: boolean;
  /** Whether the frame is as high as it is wide, as the plane of two similarities is. */
  readonly square: boolean;
}

/** Where the parts of a figure with one frame stand. */
export interface FrameLayout {
  readonly frame: Rectangle;
  readonly sizes: ReturnType<typeof typeSizes>;
  /** Left edge of the colour bar; null without legend. */
  readonly legendX: number | null;
  readonly captionY: number;
}

/** Columns that are needed for the numbers beside a colour bar, in widths of the base type. */
const LEGEND_WIDTH = 6.2;

type Lines = readonly (readonly Run[])[];

/** The frame is as large as title, caption, axis labels and legend leave room for. */
export function frameLayout(
  { size, legend, square, title, subtitle }: Omit<FrameOptions, "theme" | "caption" | "showsCaption">,
  captionLines: Lines,
): FrameLayout {
  const { width, height } = size;
  const sizes = typeSizes(size);
  const em = sizes.base;
  const left = em * 4.1;
  const right = legend ? em * (1.2 + LEGEND_WIDTH) : em * 1.4;
  const top = em * 0.9 + sizes.title * 1.3 + em * 2.1 + wordDrops(title, subtitle, sizes, width).all;
  const captionHeight =
    captionLines.length === 0
      ? em * 0.3
      : captionLines.length * sizes.small * 1.4 + em * 0.9 + captionDrops(captionLines, sizes, width).all;
  const bottom = em * 3.4 + captionHeight;
  const [across, up] = [width - left - right, height - top - bottom].map((room) => Math.max(em * 4, room));
  const side = Math.min(across, up);
  const [wide, high] = square ? [side, side] : [across, up];
  const spare = Math.max(0, width - left - right - wide);
  const frame = { x: round(left + spare / 2), y: round(top), width: round(wide), height: round(high) };
  return {
    frame,
    sizes,
    legendX: legend ? frame.x + frame.width + em * 1.2 : null,
    captionY: frame.y + frame.height + em * 3.4,
  };
}

/**
 * The layout with the lines of the caption; none where they would not fit under the smallest frame: the description
 * has it anyway. They take room from the frame, which moves their left edge: hence the second look.
 */
export function captionedLayout(options: FrameOptions): FrameLayout & { readonly captionLines: Lines } {
  const { size, caption, showsCaption } = options;
  const plain = frameLayout(options, []);
  if (!showsCaption) return { ...plain, captionLines: [] };
  const wrapped = ({ sizes, frame }: FrameLayout): Run[][] =>
    wrapLabel(caption, sizes.small, size.width - wordsLeft(frame, sizes) - sizes.base * 1.2);
  const captionLines = wrapped(frameLayout(options, wrapped(plain)));
  const layout = frameLayout(options, captionLines);
  const { captionY, sizes } = layout;
  const { all } = captionDrops(captionLines, sizes, size.width);
  const bottom = captionY + sizes.base * 0.7 + captionLines.length * sizes.small * 1.4 + all;
  return bottom <= size.height ? { ...layout, captionLines } : { ...plain, captionLines: [] };
}

/** A figure with one frame: what is drawn in and round it, and then the words. */
export const framedScene = (
  options: FrameOptions,
  layout: ReturnType<typeof captionedLayout>,
  nodes: readonly SceneNode[],
): Scene => ({
  width: options.size.width,
  height: options.size.height,
  background: lookOf(options).background,
  frame: layout.frame,
  title: plainLabel(options.title),
  description: plainLabel(`${options.title}: ${options.subtitle}. ${options.caption}`),
  nodes: [...nodes, drawWords(options, layout, lookOf(options))],
});

type Sizes = FrameLayout["sizes"];

/** How far title and subtitle, and what is below them, come down because of their formulae. */
function wordDrops(title: string, subtitle: string, sizes: Sizes, width: number) {
  const room = width - sizes.base * 1.4;
  const ofTitle = extraRoom(parseLabel(title, "strong"), sizes.title, room);
  const ofSubtitle = extraRoom(parseLabel(subtitle), sizes.base, room);
  const second = ofTitle.above + ofTitle.below + ofSubtitle.above;
  return { title: ofTitle.above, subtitle: second, all: second + ofSubtitle.below };
}

const captionDrops = (lines: Lines, sizes: Sizes, width: number): ReturnType<typeof lineDrops> =>
  lineDrops(lines, sizes.small, width - sizes.base * 2.1);

const wordsLeft = (frame: Rectangle, sizes: FrameLayout["sizes"]): number => frame.x - sizes.base * 3.2;

function drawWords(
  { size, title, subtitle, legend }: FrameOptions,
  { frame, sizes, captionY, captionLines }: ReturnType<typeof captionedLayout>,
  look: Look,
): SceneNode {
  const left = wordsLeft(frame, sizes);
  const drops = wordDrops(title, subtitle, sizes, size.width);
  const titleY = sizes.base * 0.9 + sizes.title;
  const room = size.width - left - sizes.base * 0.5;
  // the name of a legend stands beside it: its own, or one that a panel shares, which may reach further
  const subtitleRoom = Math.min(room, frame.x + frame.width * (legend ? 1 : 1 - REACH) - left);
  const lineDrop = captionDrops(captionLines, sizes, size.width).drops;
  const lineY = (i: number): number =>
    captionY + sizes.base * 0.7 + (i + 0.6) * sizes.small * 1.4 + lineDrop[i];
  return {
    type: "group",
    name: "words",
    children: [
      oneLine(
        left,
        titleY + drops.title,
        parseLabel(cut(title, sizes.title, room, "strong"), "strong"),
        sizes.title,
        look.ink,
        room,
      ),
      oneLine(
        left,
        titleY + sizes.base * 1.45 + drops.subtitle,
        parseLabel(shortened(subtitle, sizes.base, subtitleRoom)),
        sizes.base,
        look.soft,
        subtitleRoom,
      ),
      ...captionLines.map((runs, i): SceneNode => ({
        ...text(left, lineY(i), "", sizes.small * fit(runs, sizes.small, room), look.soft, "start"),
        runs,
      })),
    ],
  };
}

/** The part of the frame's width that the long name of a legend may stand over. */
export const REACH = 0.15;

/** Below this part of their size, words are cut rather than made smaller. */
const LEAST_SHRINK = 0.62;

/** A list without its last entries, where it would become too small to read. */
function shortened(list: string, size: number, room: number): string {
  const least = Math.max(LEAST_LETTERS, size * LEAST_SHRINK);
  const parts = list.split(", ");
  const shown = (count: number): string =>
    count === parts.length ? list : `${parts.slice(0, count).join(", ")} …`;
  let count = parts.length;
  while (count > 1 && widthOf(parseLabel(shown(count)), least) > room) count--;
  return cut(shown(count), size, room, "text");
}

/** Words without the last of them, where all would become too small to read. */
function cut(words: string, size: number, room: number, font: "text" | "strong"): string {
  const parts = words.match(LABEL_WORDS) ?? [];
  const shown = (count: number): string =>
    count === parts.length
      ? words
      : `${parts
          .slice(0, count)
          .join(" ")
          .replace(/[ …,:]+$/, "")} …`;
  const least = Math.min(size, LEAST_LETTERS);
  let count = parts.length;
  while (count > 1 && widthOf(parseLabel(shown(count), font), least) > room) count--;
  return shown(count);
}

/** Words that must not be broken: smaller where there is no room for them. */
const oneLine = (
  x: number,
  y: number,
  runs: readonly Run[],
  size: number,
  color: string,
  room: number,
): SceneNode => ({
  ...text(x, y, "", size * Math.min(1, room / widthOf(runs, size)), color, "start"),
  runs,
});

import type { Theme } from "../spec/entries.ts";
import type { Size } from "../spec/resolve.ts";
import { described } from "./description.ts";
import {
  type Above,
  above,
  aboveHeight,
  drawAbove,
  type LegendPlace,
  ONE_LINE_EACH,
  wordsLeft,
} from "./frame-words.ts";
import { plainLabel, wrapLabel } from "./label.ts";
import { type Rectangle, round, type Run, type Scene, type SceneNode } from "./scene.ts";
import { fit, lineDrops } from "./tex/room.ts";
import { text } from "./text.ts";
import { type Look, lookOf, typeSizes } from "./theme.ts";

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
  readonly legend: LegendPlace;
  /** Whether the frame is as high as it is wide, as the plane of two similarities is. */
  readonly square: boolean;
  /** Pixels for what stands between the name of the horizontal axis and the caption. */
  readonly foot?: number;
}

/** Where the parts of a figure with one frame stand. */
export interface FrameLayout {
  readonly frame: Rectangle;
  readonly sizes: ReturnType<typeof typeSizes>;
  /** Left edge of the colour bar; null without legend. */
  readonly legendX: number | null;
  /** Where the foot begins. */
  readonly footY: number;
  readonly captionY: number;
}

/** Columns that are needed for the numbers beside a colour bar, in widths of the base type. */
const LEGEND_WIDTH = 6.2;

/** What numbers and name of the horizontal axis take below the frame, in the same. */
const BELOW = 3.4;

type Lines = readonly (readonly Run[])[];

/** The same with the lines of the caption: plain data. */
export interface CaptionedLayout extends FrameLayout {
  readonly captionLines: Lines;
}

/** The frame is as large as title, caption, axis labels and legend leave room for. */
export function frameLayout(
  { size, legend, square, foot = 0 }: FrameOptions,
  captionLines: Lines,
  words: Above,
): FrameLayout {
  const { width, height } = size;
  const sizes = typeSizes(size);
  const em = sizes.base;
  const left = em * 4.1;
  const right = legend === "own" ? em * (1.2 + LEGEND_WIDTH) : em * 1.4;
  const top = aboveHeight(words, sizes, width);
  const captionHeight =
    captionLines.length === 0
      ? em * 0.3
      : captionLines.length * sizes.small * 1.4 + em * 0.9 + captionDrops(captionLines, sizes, width).all;
  const bottom = em * BELOW + foot + captionHeight;
  const [across, up] = [width - left - right, height - top - bottom].map((room) => Math.max(em * 4, room));
  const side = Math.min(across, up);
  const [wide, high] = square ? [side, side] : [across, up];
  const spare = Math.max(0, width - left - right - wide);
  const frame = { x: round(left + spare / 2), y: round(top), width: round(wide), height: round(high) };
  return {
    frame,
    sizes,
    legendX: legend === "own" ? frame.x + frame.width + em * 1.2 : null,
    footY: frame.y + frame.height + em * BELOW,
    captionY: frame.y + frame.height + em * BELOW + foot,
  };
}

export interface CaptionedLayout extends FrameLayout {
  readonly words: Above;
  readonly captionLines: Lines;
}

/**
 * The layout with the lines of the words; no caption where it would not fit under the smallest frame: the description
 * has it anyway. Lines take room from the frame, which moves their left edge: hence the second look.
 */
export function captionedLayout(options: FrameOptions): CaptionedLayout {
  const { size, caption, showsCaption } = options;
  const wrapped = ({ sizes, frame }: FrameLayout): Run[][] =>
    showsCaption
      ? wrapLabel(caption, sizes.small, size.width - wordsLeft(frame, sizes) - sizes.base * 1.2)
      : [];
  const first = frameLayout(options, wrapped(frameLayout(options, [], ONE_LINE_EACH)), ONE_LINE_EACH);
  const words = above({ ...options, width: size.width }, first.frame, first.sizes);
  const plain = frameLayout(options, [], words);
  const captionLines = wrapped(frameLayout(options, wrapped(plain), words));
  const layout = frameLayout(options, captionLines, words);
  const { captionY, sizes } = layout;
  const { all } = captionDrops(captionLines, sizes, size.width);
  const bottom = captionY + sizes.base * 0.7 + captionLines.length * sizes.small * 1.4 + all;
  return bottom <= size.height ? { ...layout, words, captionLines } : { ...plain, words, captionLines: [] };
}

/** A figure with one frame: what is drawn in and round it, and then the words. */
export const framedScene = (
  options: FrameOptions,
  layout: CaptionedLayout,
  nodes: readonly SceneNode[],
): Scene => ({
  width: options.size.width,
  height: options.size.height,
  background: lookOf(options).background,
  frame: layout.frame,
  ...(options.foot && { foot: options.foot }),
  title: plainLabel(options.title),
  description: described([options.title, options.subtitle], options.caption),
  nodes: [...nodes, drawWords(options.size, layout, lookOf(options))],
});

const captionDrops = (
  lines: Lines,
  sizes: FrameLayout["sizes"],
  width: number,
): ReturnType<typeof lineDrops> => lineDrops(lines, sizes.small, width - sizes.base * 2.1);

/** Title and subtitle over the frame, and the caption below it. */
export function drawWords(
  size: Size,
  { frame, sizes, captionY, captionLines, words }: CaptionedLayout,
  look: Look,
): SceneNode {
  const left = wordsLeft(frame, sizes);
  const room = size.width - left - sizes.base * 0.5;
  const { drops } = captionDrops(captionLines, sizes, size.width);
  const lineY = (i: number): number => captionY + sizes.base * 0.7 + (i + 0.6) * sizes.small * 1.4 + drops[i];
  return {
    type: "group",
    name: "words",
    children: [
      ...drawAbove(words, { left, width: size.width }, sizes, look),
      ...captionLines.map((runs, i): SceneNode => ({
        ...text(left, lineY(i), "", sizes.small * fit(runs, sizes.small, room), look.soft, "start"),
        runs,
      })),
    ],
  };
}

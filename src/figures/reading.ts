import type { Point } from "../losses/curves.ts";
import { coordinateOf, placed, type PlacedAxis, similarityAt } from "../plane/axis.ts";
import { inWords } from "../region/number-words.ts";
import type { Axes } from "../spec/axes.ts";
import { axisLabel } from "./axes.ts";
import { plainLabel } from "./label.ts";
import { planePixels } from "./layout.ts";
import type { Rectangle, Scene } from "./scene.ts";

/** One thing that a figure says of a place. */
export interface ReadingRow {
  /** The same at every place of a figure. */
  readonly key: string;
  /** Mathematics between dollar signs. */
  readonly label: string;
  readonly value: string;
}

/** What a figure says of one place of its picture. */
export interface Reading {
  /** The frame that the place is in; in pixels of the scene, as `at`. */
  readonly frame: Rectangle;
  /** Where that is which it speaks of: the place itself, or the mark nearest to it. */
  readonly at: { readonly x: number; readonly y: number };
  readonly rows: readonly ReadingRow[];
  /** The similarities that it speaks of, where the figure has a place for each pair of them. */
  readonly pair?: Point;
  /** What the other panels say of the same pair. */
  readonly others?: readonly LinkedReading[];
}

/** What another panel says of a pair. */
export interface LinkedReading extends Pick<Reading, "frame" | "at" | "rows"> {
  readonly panel: string;
}

/** Reads the picture that `draw` gave at a pixel of it; beyond a frame, at its edge. */
export type ReadAt = (scene: Scene, x: number, y: number) => Reading;
/** Reads it at a pair of similarities; undefined where the figure has no place for it. */
export type ReadPair = (scene: Scene, pair: Point) => Reading | undefined;

export const row = (key: string, label: string, value: number | string): ReadingRow => ({
  key,
  label,
  value: typeof value === "string" ? value : Number.isFinite(value) ? inWords(value) : "no number",
});

export const within = ({ x, y, width, height }: Rectangle, atX: number, atY: number): Reading["at"] => ({
  x: Math.min(x + width, Math.max(x, atX)),
  y: Math.min(y + height, Math.max(y, atY)),
});

/** The pair of similarities at a pixel of a frame. */
export function pairAt(axes: Axes, frame: Rectangle, { x, y }: Reading["at"]): Point {
  const { horizontal, vertical } = placed(axes);
  const similarity = ({ unit, range: [start, end] }: PlacedAxis, part: number): number =>
    similarityAt(unit, start + part * (end - start));
  const across = similarity(horizontal, (x - frame.x) / frame.width);
  const up = similarity(vertical, 1 - (y - frame.y) / frame.height);
  return horizontal.similarity === "negative" ? { sn: across, sp: up } : { sn: up, sp: across };
}

/** Rounding of a pair to a pixel and back. */
const SLACK = 1e-6;

/** What a plane says of a pair beyond the pair itself, and of the pixel that it lies on. */
export type SayOfPair = (pair: Point, at: Reading["at"], frame: Rectangle) => readonly ReadingRow[];

/** Reads a plane at pixels and at pairs. */
export function planeReaders(
  axes: Axes,
  say: SayOfPair,
): { readonly readAt: ReadAt; readonly readPair: ReadPair } {
  const readAt: ReadAt = ({ frame }, x, y) => {
    const at = within(frame, x, y);
    const pair = pairAt(axes, frame, at);
    return { frame, at, pair, rows: [...pairRows(pair, axes), ...say(pair, at, frame)] };
  };
  return {
    readAt,
    readPair: (scene, pair) => {
      const { x, y } = planePixels(axes, scene.frame)(pair);
      const inside = within(scene.frame, x, y);
      return Math.hypot(inside.x - x, inside.y - y) <= SLACK ? readAt(scene, x, y) : undefined;
    },
  };
}

/** Both similarities; where an axis shows angles or distances, those as well. */
export function pairRows({ sn, sp }: Point, axes: Axes): readonly ReadingRow[] {
  const others = (["negative", "positive"] as const).flatMap((similarity) => {
    const { unit } = axes[similarity];
    const label = axisLabel({ ...axes[similarity], similarity });
    const s = similarity === "negative" ? sn : sp;
    return unit === "cosine"
      ? []
      : [row(`${similarity}-${unit}`, label.slice(label.indexOf("$")), coordinateOf(unit, s))];
  });
  return [row("sn", "$s_n$", sn), row("sp", "$s_p$", sp), ...others];
}

/** What a reading says beyond the pair that it speaks of. */
export const beyondPair = (rows: readonly ReadingRow[]): readonly ReadingRow[] =>
  rows.filter(({ key }) => !/^(?:sn|sp|negative-.*|positive-.*)$/.test(key));

/** The one of several that is nearest to a place; undefined of none. */
export function nearest<Item extends Reading["at"]>(
  items: Iterable<Item>,
  { x, y }: Reading["at"],
): Item | undefined {
  let best: Item | undefined;
  let least = Infinity;
  for (const item of items) {
    const distance = Math.hypot(item.x - x, item.y - y);
    if (distance < least) [best, least] = [item, distance];
  }
  return best;
}

/** Symbols that a voice would spell out. */
const SPOKEN: Readonly<Record<string, string>> = {
  "$∂ℒ/∂s_p$": "positive gradient",
  "$∂ℒ/∂s_n$": "negative gradient",
  "loss $ℒ$": "loss",
};

/** A reading as a sentence; of each other panel its first number. */
export const spoken = ({ rows, others = [] }: Reading): string =>
  `${[
    ...rows.map(spokenRow),
    ...others.flatMap(({ panel, rows: [first] }) => (first ? [`panel ${panel} ${spokenRow(first)}`] : [])),
  ].join(", ")}.`;

const spokenRow = ({ label, value }: ReadingRow): string =>
  `${SPOKEN[label] ?? plainLabel(label).replaceAll("_", " ")} ${plainLabel(value)}`;

import type { Point } from "../losses/curves.ts";
import { coordinateOf, placed, type PlacedAxis, similarityAt } from "../plane/axis.ts";
import { inWords } from "../region/number-words.ts";
import type { Axes } from "../spec/axes.ts";
import { axisLabel } from "./axes.ts";
import { plainLabel } from "./label.ts";
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
}

/** Reads the picture that `draw` gave at a pixel of it; beyond a frame, at its edge. */
export type ReadAt = (scene: Scene, x: number, y: number) => Reading;

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

/** A reading as a sentence. */
export const spoken = ({ rows }: Reading): string =>
  `${rows.map(({ label, value }) => `${SPOKEN[label] ?? plainLabel(label).replaceAll("_", " ")} ${plainLabel(value)}`).join(", ")}.`;

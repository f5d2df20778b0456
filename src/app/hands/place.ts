import type { Point } from "../../losses/curves.ts";
import { coordinateOf, placed, type PlacedAxis, similarityAt } from "../../plane/axis.ts";
import type { Axes } from "../../spec/axes.ts";

/** A place in the frame of a plane: parts of its width from the left, and of its height from the bottom. */
export type FramePlace = readonly [across: number, up: number];

const similarity = ({ unit, range }: PlacedAxis, part: number): number =>
  similarityAt(unit, range[0] + part * (range[1] - range[0]));

const part = ({ unit, range }: PlacedAxis, s: number): number =>
  (coordinateOf(unit, s) - range[0]) / (range[1] - range[0]);

/** The pair of similarities at a place of the frame. */
export function pointAt(axes: Axes, [across, up]: FramePlace): Point {
  const { horizontal, vertical } = placed(axes);
  const [x, y] = [similarity(horizontal, across), similarity(vertical, up)];
  return horizontal.similarity === "negative" ? { sn: x, sp: y } : { sn: y, sp: x };
}

/** Where in the frame a pair of similarities lies; outside it, below 0 or above 1. */
export function placeOf(axes: Axes, { sn, sp }: Point): FramePlace {
  const { horizontal, vertical } = placed(axes);
  const [x, y] = horizontal.similarity === "negative" ? [sn, sp] : [sp, sn];
  return [part(horizontal, x), part(vertical, y)];
}

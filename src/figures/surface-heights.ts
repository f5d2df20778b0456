import { coordinateOf, placed, similarityAt } from "../plane/axis.ts";
import type { Point } from "../losses/curves.ts";
import type { Axes } from "../spec/axes.ts";
import type { ResolvedSurface } from "../spec/surface.ts";

/** From a quantity's own number to the number on the height axis. */
export const heightOf = (own: number, divisor: number, transform: ResolvedSurface["transform"]): number =>
  transform === "negativeLog" ? 0 - Math.log(Math.abs(own / divisor)) : own / divisor;

/** What a figure's numbers are divided by; `normalised` by the largest size among them, 1 where that is 0. */
export function divisorOf(scale: ResolvedSurface["heightScale"], numbers: ArrayLike<number>): number {
  if (typeof scale === "number") return scale;
  if (scale === "own") return 1;
  let largest = 0;
  for (let i = 0; i < numbers.length; i++) {
    const size = Math.abs(numbers[i]);
    if (size < Infinity && size > largest) largest = size;
  }
  return largest || 1;
}

/** Parts u of the horizontal axis and v of the other one, from 0 at their starts to 1 at their ends. */
export interface Parts {
  readonly u: number;
  readonly v: number;
}

/** From the parts of the axes to the pair of similarities, and back. */
export function partsOf(axes: Axes): {
  readonly toPoint: (parts: Parts) => Point;
  readonly toParts: (point: Point) => Parts;
} {
  const { horizontal, vertical } = placed(axes);
  const at = ({ unit, range: [start, end] }: typeof horizontal, part: number): number =>
    similarityAt(unit, part === 1 ? end : start + part * (end - start));
  const partAt = ({ unit, range: [start, end] }: typeof horizontal, s: number): number =>
    (coordinateOf(unit, s) - start) / (end - start);
  const isNegative = horizontal.similarity === "negative";
  return {
    toPoint: ({ u, v }) => {
      const [across, along] = [at(horizontal, u), at(vertical, v)];
      return isNegative ? { sn: across, sp: along } : { sn: along, sp: across };
    },
    toParts: ({ sn, sp }) => ({
      u: partAt(horizontal, isNegative ? sn : sp),
      v: partAt(vertical, isNegative ? sp : sn),
    }),
  };
}

import type { CoupledForm } from "../../losses/types.ts";
import type { Axes, Similarity } from "../../spec/axes.ts";
import { placed } from "../axis.ts";
import type { Channel } from "../field.ts";
import { mapped } from "./mapped.ts";
import { keptNodes } from "./nodes.ts";

/** What one axis adds to a coupled loss, in double precision: its part of z at every node, and dz/ds. */
export interface AxisTerms {
  readonly similarity: Similarity;
  readonly logit: Float64Array;
  readonly slope: Float64Array;
}

/** z[row, column] = across.logit[column] + up.logit[row]. */
export interface Terms {
  readonly across: AxisTerms;
  readonly up: AxisTerms;
  /** Largest z over the grid. */
  readonly high: number;
  /** Largest part of z in size. */
  readonly largest: number;
}

/** The channel of the partial that belongs to an axis. */
export const partialOf = ({ similarity }: { readonly similarity: Similarity }): Channel =>
  similarity === "positive" ? "dSp" : "dSn";

/** Two transforms a node; undefined where one of them is not finite. */
export function coupledTerms(
  { positive, negative, offset }: CoupledForm,
  axes: Axes,
  columns: number,
  rows: number,
): Terms | undefined {
  const { horizontal, vertical } = placed(axes);
  const termsOf = (axis: typeof horizontal, count: number): AxisTerms => {
    const nodes = keptNodes(axis, count);
    return axis.similarity === "negative"
      ? { similarity: "negative", logit: mapped(nodes, negative.value), slope: mapped(nodes, negative.slope) }
      : {
          similarity: "positive",
          logit: mapped(nodes, (s) => offset - positive.value(s)),
          slope: mapped(nodes, (s) => -positive.slope(s)),
        };
  };
  const across = termsOf(horizontal, columns);
  const up = termsOf(vertical, rows);
  const ranges = [across.logit, up.logit, across.slope, up.slope].map(rangeOf);
  if (!ranges.every(([low, high]) => Number.isFinite(low) && Number.isFinite(high))) return undefined;
  const [[left, right], [bottom, top]] = ranges;
  return {
    across,
    up,
    high: right + top,
    largest: Math.max(-left, right, -bottom, top),
  };
}

/** Smallest and largest entry; NaN where there is one. */
export function rangeOf(numbers: Float64Array): [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (const x of numbers) {
    if (Number.isNaN(x)) return [NaN, NaN];
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return [low, high];
}

import { sideLog, sideValue } from "../losses/plane-form.ts";
import type { CoupledForm, DecoupledSide } from "../losses/types.ts";
import type { Similarity } from "../spec/axes.ts";

/** Nodes along one axis of a grid, as similarities. */
export interface AxisNodes {
  readonly similarity: Similarity;
  readonly nodes: Float64Array;
}

/** What an axis adds to z: A_n, or −A_p and the offset. */
export const logitsAt = (
  { positive, negative, offset }: CoupledForm,
  { similarity, nodes }: AxisNodes,
): Float64Array =>
  similarity === "negative" ? nodes.map(negative.value) : nodes.map((s) => offset - positive.value(s));

/** The factor of an axis in its own partial: A_n′ or −A_p′, or the pace in their place. */
export const slopesAt = (
  { positive, negative }: CoupledForm,
  { similarity, nodes }: AxisNodes,
): Float64Array =>
  similarity === "negative" ? nodes.map(negative.slope) : nodes.map((s) => -positive.slope(s));

/** One side of a decoupled loss along its axis: margin term, value, logarithm and partial. */
export function sideTables(side: DecoupledSide, { similarity, nodes }: AxisNodes) {
  const sign = similarity === "positive" ? -1 : 1;
  const z = nodes.map((s) => side.offset + sign * side.value(s));
  return {
    z,
    value: z.map((each) => sideValue(side, each)),
    log: z.map((each) => sideLog(side, each)),
    slope: nodes.map((s, i) => sign * side.weight * side.link.slope(z[i]) * side.slope(s)),
  };
}

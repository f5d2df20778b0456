import { integrateAdaptively } from "../numerics/adaptive.ts";
import { bisect } from "../numerics/quadrature.ts";
import type { PlaneForm } from "../losses/types.ts";
import type { Side } from "../spec/curves-resolved.ts";

/** How the gradient of one side spreads over its members, infinitely many with s uniform on [−1, 1]. */
export interface GradientDensity {
  /** Integrates to 1 over s. */
  readonly at: (s: number) => number;
  /** What the hardest members receive, `part` of them all. */
  readonly hardest: (part: number) => number;
  /** How far from the hardest similarity half of the gradient reaches. */
  readonly halfWidth: number;
}

const GRID = 4000;

/**
 * Members that meet in a log-sum-exp share its gradient as softmax(A) |A′|: e^{A_n(s)} |A_n′(s)| for negatives,
 * e^{−A_p(s)} |A_p′(s)| for positives, with the pace for the slope where weights are detached. The integral is taken by
 * adaptive quadrature: to about 1e-12, and to 1e-8 for losses of the chord, whose slope is infinite at s = 1.
 */
export function gradientDensity(
  form: Exclude<PlaneForm, { coupling: "pointwise" }>,
  side: Side,
): GradientDensity {
  const sign = side === "negative" ? 1 : -1;
  const { value, slope } = form[side];
  let top = -Infinity;
  for (let i = 0; i <= GRID; i++) top = Math.max(top, sign * value(-1 + (2 * i) / GRID));
  const weight = (s: number): number => Math.exp(sign * value(s) - top) * Math.abs(slope(s));
  const total = integrateAdaptively(weight, -1, 1);
  const within = (width: number): number =>
    (side === "negative"
      ? integrateAdaptively(weight, 1 - width, 1)
      : integrateAdaptively(weight, -1, -1 + width)) / total;
  return {
    at: (s) => weight(s) / total,
    hardest: (part) => within(2 * part),
    halfWidth: bisect((width) => within(width) - 0.5, 0, 2),
  };
}

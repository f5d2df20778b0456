import type { Point } from "../losses/curves.ts";
import { bisect } from "../numerics/quadrature.ts";

/** How far a chord may run from the curve, in similarity. */
const NEAR = 8e-7;
/** A chord across a kink is halved until it is this short. */
const SHORTEST = 2e-6;

/**
 * A traced curve z = 0 with points put in until no chord is farther than `NEAR` from it: where the middle of a chord
 * has not both signs of z just beside it, the curve is looked for across the chord.
 */
export function densified(points: readonly Point[], zAt: (point: Point) => number): Point[] {
  const [first, ...rest] = points;
  const dense = [first];
  for (const next of rest) {
    dense.push(...between(dense[dense.length - 1], next, zAt), next);
  }
  return dense;
}

function between(a: Point, b: Point, zAt: (point: Point) => number): Point[] {
  const [along, up] = [b.sn - a.sn, b.sp - a.sp];
  const length = Math.hypot(along, up);
  if (length < SHORTEST) return [];
  /** The point beside the middle of the chord, by a distance to its left. */
  const beside = (distance: number): Point => ({
    sn: (a.sn + b.sn) / 2 - (up / length) * distance,
    sp: (a.sp + b.sp) / 2 + (along / length) * distance,
  });
  const z = (distance: number): number => zAt(beside(distance));
  if (z(-NEAR) * z(NEAR) <= 0) return [];
  const reach = length / 2;
  if (!(z(-reach) * z(reach) < 0)) return [];
  const middle = beside(bisect(z, -reach, reach));
  return [...between(a, middle, zAt), middle, ...between(middle, b, zAt)];
}

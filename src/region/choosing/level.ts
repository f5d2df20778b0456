import { bisect } from "../../numerics/quadrature.ts";

const STEPS = 720;

/**
 * The similarity nearest to 1 at which a rising `f` falls to `level`, by steps of a quarter of a degree: null where
 * f(1) is below it already, −1 where f never falls so far.
 */
export function levelOf(f: (s: number) => number, level: number): number | null {
  const above = (theta: number): number => f(Math.cos(theta)) - level;
  if (above(0) < 0) return null;
  for (let i = 1; i <= STEPS; i++) {
    const theta = (Math.PI * i) / STEPS;
    if (above(theta) < 0) return tidy(Math.cos(bisect(above, (Math.PI * (i - 1)) / STEPS, theta)));
  }
  return -1;
}

/** The cosine of a right angle is no double. */
const tidy = (s: number): number => (Math.abs(s) < 1e-15 ? 0 : s);

/** The same of a transform, null at both ends: where the plane has no such similarity. */
export function crossingOf(f: (s: number) => number, level: number): number | null {
  const found = levelOf(f, level);
  return found === -1 && f(-1) > level ? null : found;
}

import * as fc from "fast-check";
import { expect } from "vitest";

/** Every property test of the project draws the same examples each time. */
fc.configureGlobal({ seed: 20200224, numRuns: 100 });

export { fc };

/** |actual − expected| ≤ tolerance · max(floor, |expected|); NaN never is. */
export function expectClose(actual: number, expected: number, tolerance = 1e-12, floor = 1, what = ""): void {
  if (actual === expected) return;
  const allowed = tolerance * Math.max(floor, Math.abs(expected));
  const near = Math.abs(actual - expected) <= allowed;
  expect(near, `${what} expected ${actual} to be within ${allowed} of ${expected}`).toBe(true);
}

const STEPS = 2 ** 20;

/** A number between two bounds, on a grid too coarse for subnormals; ends included and hit more often than by chance. */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: STEPS }).map((k) => (k === STEPS ? max : min + ((max - min) * k) / STEPS));

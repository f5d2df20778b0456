import { describe, expect, it } from "vitest";
import { rungeKuttaStep, type Vector } from "../../src/numerics/runge-kutta.ts";
import { expectClose } from "./seeded.ts";

const turning = ([x, y]: Vector): Vector => [-y, x];

describe("a Runge–Kutta step", () => {
  it("is exact for polynomials up to the fourth power", () => {
    // dx/dt = 5t⁴ with t carried along: x = t⁵
    const { to } = rungeKuttaStep(([, t]) => [5 * t ** 4, 1], [0, 0], 0.8);
    expectClose(to[0], 0.8 ** 5, 1e-14);
    expectClose(to[1], 0.8, 1e-15);
  });

  it("is of fifth order: half the step, a thirty-second of the error or less", () => {
    const miss = (h: number): number => {
      const { to } = rungeKuttaStep(turning, [1, 0], h);
      return Math.hypot(to[0] - Math.cos(h), to[1] - Math.sin(h));
    };
    expect(miss(0.1) / miss(0.2)).toBeLessThan(1 / 32);
    expect(miss(0.1)).toBeLessThan(1e-8);
  });

  it("says about how far off its own fourth-order answer is", () => {
    const { error } = rungeKuttaStep(turning, [1, 0], 0.2);
    expect(Math.hypot(...error)).toBeGreaterThan(1e-9);
    expect(Math.hypot(...error)).toBeLessThan(1e-5);
    const straight = rungeKuttaStep(() => [3, 4], [1, 2], 0.5);
    expectClose(straight.to[0], 2.5, 1e-15);
    expectClose(straight.to[1], 4, 1e-15);
    expect(Math.hypot(...straight.error)).toBeLessThan(1e-15);
  });
});

import { describe, expect, it } from "vitest";
import { lowestIn } from "../../src/numerics/extrema.ts";

describe("lowestIn", () => {
  it.each([
    ["a cosine", Math.cos, 2, 5, Math.PI],
    [
      "a sharp softplus valley",
      (x: number) => Math.log(Math.cosh(256 * (x - 0.3))) + x,
      0,
      1,
      0.3 - Math.atanh(1 / 256) / 256,
    ],
    ["a quartic", (x: number) => (x - 0.25) ** 4 - (x - 0.25) ** 2 / 8, 0.3, 0.9, 0.5],
    ["a large offset", (x: number) => 1e3 + (x - 1 / 3) ** 2, 0, 1, 1 / 3],
  ] as const)("places the minimum of %s to 1e-9", (_, f, low, high, where) => {
    expect(Math.abs(lowestIn(f, low, high) - where)).toBeLessThan(1e-9);
  });

  it.each([
    ["equal sides", (x: number) => Math.abs(x - 0.37)],
    ["unequal sides", (x: number) => Math.max(x - 0.37, -9 * (x - 0.37))],
    ["one curved side", (x: number) => (x > 0.37 ? x - 0.37 : (x - 0.37) ** 2 - (x - 0.37))],
  ])("stays at a kink with %s", (_, f) => {
    expect(Math.abs(lowestIn(f, 0, 1) - 0.37)).toBeLessThan(1e-9);
  });
});

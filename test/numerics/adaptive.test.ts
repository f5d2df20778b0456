import { describe, expect, it } from "vitest";
import { integrateAdaptively } from "../../src/numerics/adaptive.ts";

describe("integrateAdaptively", () => {
  it.each([
    ["a smooth function", Math.exp, -1, 1, Math.E - 1 / Math.E],
    ["a kink inside", (x: number) => Math.abs(x - 0.3), -1, 1, (1.3 ** 2 + 0.7 ** 2) / 2],
    ["a jump inside", (x: number) => (x < 0.123 ? 1 : 3), 0, 1, 0.123 + 3 * 0.877],
    ["a steep end", (x: number) => Math.exp((x - 1) / 1e-3), -1, 1, 1e-3],
    [
      "a narrow peak",
      (x: number) => 1 / (1 + ((x - 0.21) / 0.01) ** 2),
      -1,
      1,
      0.01 * (Math.atan(79) + Math.atan(121)),
    ],
    ["an infinite slope", Math.sqrt, 0, 1, 2 / 3],
    ["an empty range", Math.exp, 1, 1, 0],
  ] as const)("takes %s to 1e-11", (_, f, from, to, area) => {
    expect(Math.abs(integrateAdaptively(f, from, to) - area)).toBeLessThanOrEqual(1e-11 * Math.abs(area));
  });
});

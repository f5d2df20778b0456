import { describe, it } from "vitest";
import { at, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// a tied negative counts one half, with slope 1/(4τ) = 25
describe("pnp", () => {
  it("Dq: 1 − (1 + R)⁻⁴ with R = 1/2", () => {
    expectPoint(at("pnp", {}, [0.3, 0.3]), 65 / 81, -3200 / 243, 3200 / 243);
  });

  it.each([
    ["O", 1, 1],
    ["Ds", Math.LN2, 1 / 2],
    ["Dq", 15 / 16, 1 / 8],
    ["Iu", 2 * Math.LN2, 1 + Math.LN2],
    ["Ib", (2 - Math.log(3)) / 4, 1 / 3],
  ])("%s: two tied negatives, R = 1", (variant, value, slope) => {
    expectPoint(at("pnp", { variant }, [0.3, 0.3], { K: 3, L: 2 }), value, -50 * slope, 50 * slope);
  });

  it("is settled beyond 50 τ, whatever comes after", () => {
    expectPoint(at("pnp", {}, [-0.5, 0.5]), 15 / 16, 0, 0);
    expectPoint(at("pnp", {}, [0.5, -0.5]), 0, 0, 0);
  });

  it("averages over positives: R = 1/2 + 1/3 and 2/3 + 1/2", () => {
    // slopes 1/4 at a tie, 2/9 at a difference of ±1/2
    const [first, second] = [6 / 11, 6 / 13].map((x) => (LN4 / 2) * x);
    expectSet(
      onSet("pnp", { variant: "Ds", anneal: 1 / LN4 }, [0.5, 0], [0.5, 0]),
      (Math.log(11 / 6) + Math.log(13 / 6)) / 2,
      [(-first * 17) / 36, (-second * 17) / 36],
      [first / 4 + (second * 2) / 9, (first * 2) / 9 + second / 4],
    );
  });
});

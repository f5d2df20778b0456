import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// A_n = 16 s|s| − 1, A_p = 1 − 16 (1 − s)²
const params = { gamma: 16, margin: 0.25 };

describe("circle-monotone", () => {
  it("is circle at T and keeps pushing below 0: z = −2 at (0.5, −0.5)", () => {
    const weight = 1 / (1 + Math.exp(2));
    expectPoint(at("circle-monotone", params, [0.75, 0.25]), Math.LN2, -4, 4);
    expectPoint(
      at("circle-monotone", params, [0.5, -0.5]),
      Math.log(1 + Math.exp(-2)),
      -16 * weight,
      16 * weight,
    );
  });

  it("weighs the members of a set: logits 0 and −2 of the negatives", () => {
    const mass = 1 + Math.exp(-2);
    expectSet(
      onSet("circle-monotone", params, [0.75], [0.25, -0.25]),
      Math.log(1 + mass),
      [(-8 * mass) / (1 + mass)],
      [8 / (1 + mass), (8 * Math.exp(-2)) / (1 + mass)],
    );
  });

  it("has the hyperbola s_p = 1 − √(2m² + s_n²) below 0", () => {
    // 2m² + s_n² = 1/8 + 1/4
    expectNumbers(boundaryAt("circle-monotone", params, -0.5), [1 - Math.sqrt(3 / 8)]);
    expectNumbers(boundaryAt("circle-monotone", params, 0.25), [0.75]);
  });
});

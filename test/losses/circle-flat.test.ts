import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// A_n = 16 [s]₊² − 1, A_p = 1 − 16 (1 − s)²
const params = { gamma: 16, margin: 0.25 };

describe("circle-flat", () => {
  it("is circle at T and free beyond orthogonal: z = 2 at (0.5, −0.5)", () => {
    expectPoint(at("circle-flat", params, [0.75, 0.25]), Math.LN2, -4, 4);
    expectPoint(
      at("circle-flat", params, [0.5, -0.5]),
      Math.log(1 + Math.exp(2)),
      -16 / (1 + Math.exp(-2)),
      0,
    );
  });

  it("weighs the members of a set: logits 0 and −1 of the negatives", () => {
    const mass = 1 + Math.exp(-1);
    expectSet(
      onSet("circle-flat", params, [0.75], [0.25, -1]),
      Math.log(1 + mass),
      [(-8 * mass) / (1 + mass)],
      [8 / (1 + mass), 0],
    );
  });

  it("asks for s_p = 1 − √2 m of every negative below 0", () => {
    expectNumbers(boundaryAt("circle-flat", params, -0.7), [1 - Math.SQRT2 / 4]);
    expectNumbers(boundaryAt("circle-flat", params, 0.25), [0.75]);
  });
});

import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// A_n = 8 [s + 1/4]₊² − 2, A_p = 2 − 8 [5/4 − s]₊²
const params = { gamma: 16, margin: 0.25 };

describe("circle-paced", () => {
  it("has Circle's T and its detached paces: z = 4 at (0.25, −0.5)", () => {
    expectPoint(at("circle-paced", params, [0.75, 0.25]), Math.LN2, -4, 4);
    expectPoint(
      at("circle-paced", params, [0.25, -0.5]),
      Math.log(1 + Math.exp(4)),
      -16 / (1 + Math.exp(-4)),
      0,
    );
  });

  it("weighs the members of a set: logits 0 and −2 of the negatives", () => {
    const mass = 1 + Math.exp(-2);
    expectSet(
      onSet("circle-paced", params, [0.75], [0.25, -0.5]),
      Math.log(1 + mass),
      [(-8 * mass) / (1 + mass)],
      [8 / (1 + mass), 0],
    );
  });

  it("has an arc of radius 2√2 m round (−m, 1 + m), level below s_n = −m", () => {
    expectNumbers(boundaryAt("circle-paced", params, -0.6), [1.25 - Math.SQRT1_2]);
    // 8m² − (0 + m)² = 7/16
    expectNumbers(boundaryAt("circle-paced", params, 0), [1.25 - Math.sqrt(7) / 4]);
    expectNumbers(boundaryAt("circle-paced", params, 0.25), [0.75]);
  });
});

import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// z = 16 (s_n² + (1 − s_p)²) − 2
const params = { gamma: 16, margin: 0.25 };

describe("circle-disc", () => {
  it("is the distance to (1, 0): z = 6 at (0.5, ±0.5)", () => {
    const weight = 1 / (1 + Math.exp(-6));
    for (const sign of [1, -1]) {
      const point = at("circle-disc", params, [0.5, sign * 0.5]);
      expectPoint(point, Math.log(1 + Math.exp(6)), -16 * weight, sign * 16 * weight);
    }
    expectPoint(at("circle-disc", params, [1, 0]), Math.log(1 + Math.exp(-2)), 0, 0);
  });

  it("pulls and pushes two negatives alike: e^z = 2", () => {
    expectSet(onSet("circle-disc", params, [0.75], [0.25, -0.25]), Math.log(3), [-16 / 3], [8 / 3, -8 / 3]);
  });

  it("has a full half disc of radius √2 m", () => {
    expectNumbers(boundaryAt("circle-disc", params, 0), [1 - Math.SQRT2 / 4]);
    expectNumbers(boundaryAt("circle-disc", params, -0.25), [0.75]);
    expect(boundaryAt("circle-disc", params, -0.4)).toEqual([]);
  });
});

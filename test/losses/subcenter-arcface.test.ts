import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// ArcFace's target is 0 at s = 1/2, with slope 2/√3
const params = { gamma: LN4, margin: Math.PI / 6, subCenters: 2 };

describe("subcenter-arcface", () => {
  it("is ArcFace on the plane: 60° + 30° against 90°", () => {
    expectPoint(at("subcenter-arcface", params, [0.5, 0]), Math.LN2, -LN4 / Math.sqrt(3), LN4 / 2);
  });

  it("lets the closest centre of each class stand for it: 1/2 against 0 and 1/2", () => {
    expectSet(
      onSet("subcenter-arcface", params, [-0.5, 0.5], [0, -1, 0.25, 0.5]),
      Math.log(4),
      [0, (-LN4 * 3) / (2 * Math.sqrt(3))],
      [LN4 / 4, 0, 0, LN4 / 2],
    );
  });

  it("needs whole classes of centres", () => {
    expect(() => onSet("subcenter-arcface", params, [0.5], [0, 0.5, 1])).toThrow(/multiple of 2/);
  });

  it("has ArcFace's boundary θ_n − θ_p = m", () => {
    expectNumbers(boundaryAt("subcenter-arcface", params, 0), [0.5]);
    expectNumbers(boundaryAt("subcenter-arcface", params, 0, { K: 1, L: 2 }), [Math.sqrt(3) / 2]);
  });
});

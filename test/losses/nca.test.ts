import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { gamma: LN4 };

describe("nca", () => {
  it("is ln 2 on the diagonal, with γ/2 on each side", () => {
    expectPoint(at("nca", {}, [0.3, 0.3]), Math.LN2, -1, 1);
  });

  it("gains from more positives: e^z = L / K", () => {
    expectPoint(at("nca", params, [0.5, 0.5], { K: 2, L: 1 }), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
    expectPoint(at("nca", params, [0.5, 0.5], { K: 1, L: 2 }), Math.log(3), (-LN4 * 2) / 3, (LN4 * 2) / 3);
  });

  it("lets the positives share one numerator: 1 + 2 against 1/2 + 1", () => {
    expectSet(
      onSet("nca", params, [0, 0.5], [-0.5, 0]),
      Math.log(3 / 2),
      [-LN4 / 9, (-LN4 * 2) / 9],
      [LN4 / 9, (LN4 * 2) / 9],
    );
  });

  it("has the boundary s_p − s_n = (ln L − ln K) / γ", () => {
    expectNumbers(boundaryAt("nca", params, 0.5, { K: 4, L: 1 }), [-0.5]);
    expectNumbers(boundaryAt("nca", params, 0, { K: 1, L: 2 }), [0.5]);
  });
});

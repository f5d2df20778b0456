import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("siglip", () => {
  it("still pulls a perfect positive by t/2 at its initial values", () => {
    expectPoint(at("siglip", {}, [1, 1]), 2 * Math.LN2, -5, 5);
  });

  it("takes K and L as factors: 4^(1/2 − 1) on both sides", () => {
    const point = at("siglip", { t: LN4, b: -LN4 }, [0.5, 0.5], { K: 3, L: 2 });
    expectPoint(point, 3 * Math.log(3) + 2 * Math.log(3 / 2), -2 * LN4, (LN4 * 2) / 3);
  });

  it("sums over the pairs of both sides", () => {
    expectSet(
      onSet("siglip", { t: LN4, b: 0 }, [0.5, 1], [0, 0.5]),
      Math.log(3 / 2) + Math.log(5 / 4) + Math.log(2) + Math.log(3),
      [-LN4 / 3, -LN4 / 5],
      [LN4 / 2, (LN4 * 2) / 3],
    );
  });

  it("has one threshold −b/t for both sides", () => {
    expectNumbers(boundaryAt("siglip", { b: -5 }, 0.4, { K: 1, L: 9 }), [0.5]);
    expectNumbers(boundaryAt("siglip", { b: -5 }, 0.6), []);
  });
});

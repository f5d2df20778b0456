import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("bce", () => {
  it("is 2 ln 2 at the threshold, with γ/2 on each side", () => {
    expectPoint(at("bce", {}, [0.5, 0.5]), 2 * Math.LN2, -5, 5);
  });

  it("takes K and L as factors: 4^(−1/2) and 4^(1/2)", () => {
    expectPoint(
      at("bce", { gamma: LN4, b: 0 }, [0.5, 0.5], { K: 3, L: 2 }),
      3 * Math.log(3 / 2) + 2 * Math.log(3),
      -LN4,
      (LN4 * 4) / 3,
    );
  });

  it("sums over the pairs of both sides", () => {
    expectSet(
      onSet("bce", { gamma: LN4 }, [1, 0.5], [1, 0]),
      Math.log(3 / 2) + Math.log(2) + Math.log(3) + Math.log(3 / 2),
      [-LN4 / 3, -LN4 / 2],
      [(LN4 * 2) / 3, LN4 / 3],
    );
  });

  it("has one threshold b for both sides", () => {
    expectNumbers(boundaryAt("bce", { b: 0.25 }, 0.2, { K: 5, L: 5 }), [0.25]);
    expectNumbers(boundaryAt("bce", { b: 0.25 }, 0.3), []);
  });
});

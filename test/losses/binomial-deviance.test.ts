import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { alpha: LN4, lambda: 0 };

describe("binomial-deviance", () => {
  it("is 2 ln 2 at the thresholds, with α/2 on each side, whatever K and L", () => {
    expectPoint(at("binomial-deviance", {}, [0.5, 0.5]), 2 * Math.LN2, -1, 1);
    expectPoint(at("binomial-deviance", {}, [0.5, 0.5], { K: 4, L: 9 }), 2 * Math.LN2, -1, 1);
  });

  it("sharpens the negative side by c: 4^(−1/2) and 4^(2/2)", () => {
    expectPoint(
      at("binomial-deviance", { ...params, c: 2 }, [0.5, 0.5]),
      Math.log(3 / 2) + Math.log(5),
      -LN4 / 3,
      (LN4 * 8) / 5,
    );
  });

  it("averages over the pairs of each side", () => {
    expectSet(
      onSet("binomial-deviance", params, [0.5, 1], [0, 0.5]),
      (Math.log(3 / 2) + Math.log(5 / 4) + Math.log(2) + Math.log(3)) / 2,
      [-LN4 / 6, -LN4 / 10],
      [LN4 / 4, LN4 / 3],
    );
  });

  it("has one threshold λ for both sides", () => {
    expectNumbers(boundaryAt("binomial-deviance", { lambda: 0.25 }, 0.2, { K: 3, L: 3 }), [0.25]);
    expectNumbers(boundaryAt("binomial-deviance", { lambda: 0.25 }, 0.3), []);
  });
});

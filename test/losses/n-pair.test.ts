import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("n-pair", () => {
  it("is ln(1 + e^(γ(s_n − s_p)))", () => {
    expectPoint(at("n-pair", {}, [0, 0]), Math.LN2, -0.5, 0.5);
    expectPoint(at("n-pair", { gamma: LN4 }, [0, 0.5]), Math.log(3), (-LN4 * 2) / 3, (LN4 * 2) / 3);
  });

  it("sums the negatives and averages the positives", () => {
    // 4 against 1 + 1, and 1 against 1 + 1
    expectSet(
      onSet("n-pair", { gamma: LN4 }, [1, 0], [0, 0]),
      (Math.log(3 / 2) + Math.log(3)) / 2,
      [-LN4 / 6, -LN4 / 3],
      [LN4 / 4, LN4 / 4],
    );
  });

  it("has the boundary s_p = s_n + ln L / γ", () => {
    expectNumbers(boundaryAt("n-pair", {}, 0.7), [0.7]);
    expectNumbers(boundaryAt("n-pair", { gamma: LN4 }, -0.5, { K: 3, L: 4 }), [0.5]);
  });
});

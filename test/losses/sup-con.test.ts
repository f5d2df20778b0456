import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { tau: 1 / LN4 };

describe("sup-con", () => {
  it("is ln(K + L) on the diagonal", () => {
    expectPoint(at("sup-con", {}, [0.3, 0.3]), Math.LN2, -5, 5);
    expectPoint(at("sup-con", {}, [0.3, 0.3], { K: 3, L: 1 }), Math.log(4), -2.5, 2.5);
  });

  it("has the floor ln K", () => {
    expectPoint(at("sup-con", { tau: 0.01 }, [1, -1], { K: 3, L: 1 }), Math.log(3), 0, 0);
  });

  it("pushes a positive away that is much closer than the others: 4 and 1/4, with 1/2 + 1/4", () => {
    // shares 16/20, 1/20, 2/20, 1/20; the mean logit of the positives is 0
    expectSet(
      onSet("sup-con", params, [1, -1], [-0.5, -1]),
      Math.log(5),
      [LN4 * 0.3, -LN4 * 0.45],
      [LN4 / 10, LN4 / 20],
    );
  });

  it("takes the mean outside the logarithm: ln 8 − (ln 4 + ln 1) / 2", () => {
    expectSet(
      onSet("sup-con", params, [1, 0], [0.5, 0]),
      Math.log(4),
      [0, (-LN4 * 3) / 8],
      [LN4 / 4, LN4 / 8],
    );
  });

  it("has the boundary s_p − s_n = τ (ln L − ln K)", () => {
    expectNumbers(boundaryAt("sup-con", params, 0.5, { K: 2, L: 1 }), [0]);
    expectNumbers(boundaryAt("sup-con", params, 0, { K: 1, L: 2 }), [0.5]);
  });
});

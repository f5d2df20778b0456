import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("proxy-softmax", () => {
  it("cancels the margin and divides γ = 32 by 10 on both sides", () => {
    expectPoint(at("proxy-softmax", {}, [0.3, 0.3]), Math.LN2, -1.6, 1.6);
    expectPoint(at("proxy-softmax", { gamma: 10 * LN4 }, [0.5, 0]), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
  });

  it("gives the two sides different temperatures: 4^(1/2) against 4^(1/2 / 2) twice", () => {
    const mass = 2 * Math.SQRT2;
    expectSet(
      onSet("proxy-softmax", { gamma: LN4, margin: 0, nPos: 1, nAll: 2 }, [0.5], [0.5, 0.5]),
      Math.log((2 + mass) / 2),
      [(-LN4 * mass) / (2 + mass)],
      [(LN4 * mass) / (2 + mass) / 4, (LN4 * mass) / (2 + mass) / 4],
    );
  });

  it("has a boundary through (m, m) with ds_p/ds_n = |P⁺| / |P|", () => {
    const params = { margin: 0.1, nPos: 2, nAll: 8 };
    expectNumbers(boundaryAt("proxy-softmax", params, 0.1), [0.1]);
    expectNumbers(boundaryAt("proxy-softmax", params, 0.5), [0.2]);
    // γ((s_n − m)/8 − (s_p − m)/2) + ln 4 = 0 at s_n = m: s_p = m + 2 ln 4 / γ
    expectNumbers(boundaryAt("proxy-softmax", { ...params, gamma: 4 * LN4 }, 0.1, { K: 1, L: 4 }), [0.6]);
  });
});

import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { alpha: LN4, delta: 0 };

describe("proxy-anchor", () => {
  it("is 2 ln 2 at (δ, −δ), with α/2 on each side", () => {
    expectPoint(at("proxy-anchor", {}, [0.1, -0.1]), 2 * Math.LN2, -16, 16);
  });

  it("multiplies the two sides by their coefficients: 4^(−1/2) and 4^(1/2)", () => {
    expectPoint(
      at("proxy-anchor", { ...params, cp: 3, cn: 5 }, [0.5, 0.5]),
      3 * Math.log(3 / 2) + 5 * Math.log(3),
      -LN4,
      (LN4 * 10) / 3,
    );
  });

  it("weighs the samples of one proxy among themselves: 1 + 1/2 + 1/4 and 1 + 1 + 2", () => {
    expectSet(
      onSet("proxy-anchor", params, [0.5, 1], [0, 0.5]),
      Math.log(7 / 4) + Math.log(4),
      [(-LN4 * 2) / 7, -LN4 / 7],
      [LN4 / 4, LN4 / 2],
    );
  });

  it("as a sample sees it: two other proxies of three, each with a sum of its own", () => {
    expectSet(
      onSet("proxy-anchor:sample", params, [0.5], [0, 0.5]),
      Math.log(3 / 2) + (Math.LN2 + Math.log(3)) / 3,
      [-LN4 / 3],
      [LN4 / 6, (LN4 * 2) / 9],
    );
  });

  it("has the boundary s_p = δ + ln K / α left of s_n = −δ − ln L / α", () => {
    expectNumbers(boundaryAt("proxy-anchor", {}, -0.1), [0.1]);
    expectNumbers(boundaryAt("proxy-anchor", {}, 0), []);
    expectNumbers(boundaryAt("proxy-anchor", params, -0.5, { K: 2, L: 2 }), [0.5]);
    expectNumbers(boundaryAt("proxy-anchor:sample", params, 0, { K: 2, L: 2 }), [0]);
  });
});

import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("sphereface2", () => {
  it("is ln 2 / r at the thresholds ±m, weighed by λ and 1 − λ, where t = 1", () => {
    expectPoint(at("sphereface2", { t: 1 }, [0.4, -0.4]), Math.LN2 / 40, -0.35, 0.15);
  });

  it("detached: replaces the slope r g' by r, here g' = 2 and 0 at s = 1 and −1", () => {
    const params = { r: LN4, m: 0, t: 2 };
    const value = Math.log(5 / 4) / LN4;
    expectPoint(at("sphereface2:attached", params, [1, -1]), value, -0.28, 0);
    expectPoint(at("sphereface2:detached", params, [1, -1]), value, -0.14, 0.06);
  });

  it("shifts both sides by the bias: 4^(−1/2 + 1/2) and 4^(1/2 − 1/2)", () => {
    const point = at("sphereface2", { r: LN4, m: 0, t: 1, lambda: 0.5, b: -LN4 / 2 }, [0.5, 0.5]);
    expectPoint(point, Math.LN2 / LN4, -0.25, 0.25);
  });

  it("sums over negatives, and takes L as a factor", () => {
    const params = { r: LN4, m: 0, t: 1, lambda: 0.5 };
    expectSet(
      onSet("sphereface2", params, [0.5], [0, 0.5]),
      (Math.log(3 / 2) + Math.log(2) + Math.log(3)) / 2 / LN4,
      [-1 / 6],
      [1 / 4, 1 / 3],
    );
    expectPoint(
      at("sphereface2", params, [0.5, 0.5], { K: 1, L: 3 }),
      (Math.log(3 / 2) + 3 * Math.log(3)) / 2 / LN4,
      -1 / 6,
      1,
    );
  });

  it("has the thresholds s_p = 0.775808 and s_n = 0.338866 by default", () => {
    expectNumbers(boundaryAt("sphereface2", {}, 0.3388), [0.775808], 1e-6);
    expectNumbers(boundaryAt("sphereface2", {}, 0.3389), []);
  });
});

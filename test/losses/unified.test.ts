import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("unified", () => {
  it("is softplus(γ(s_n − s_p + m)): e^z = 4^(−1/2)", () => {
    expectPoint(at("unified", { gamma: LN4, margin: 0.5 }, [1, 0]), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
    expectPoint(at("unified", {}, [0.5, 0.25]), Math.LN2, -16, 16);
  });

  it("puts every positive against every negative: (1/2 + 1/4)(1 + 2) = 9/4", () => {
    expectSet(
      onSet("unified", { gamma: LN4, margin: 0 }, [0.5, 1], [0, 0.5]),
      Math.log(13 / 4),
      [(-LN4 * 6) / 13, (-LN4 * 3) / 13],
      [(LN4 * 3) / 13, (LN4 * 6) / 13],
    );
  });

  it("has the boundary s_p − s_n = m + (ln K + ln L) / γ", () => {
    expectNumbers(boundaryAt("unified", {}, 0.5), [0.75]);
    expectNumbers(boundaryAt("unified", { gamma: LN4, margin: 0 }, -0.25, { K: 2, L: 2 }), [0.75]);
  });
});

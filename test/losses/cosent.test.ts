import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { gamma: LN4 };

describe("cosent", () => {
  it("is ln(1 + K L) on the diagonal", () => {
    expectPoint(at("cosent", {}, [0.3, 0.3]), Math.LN2, -10, 10);
    expectPoint(at("cosent", {}, [0.3, 0.3], { K: 2, L: 2 }), Math.log(5), -16, 16);
  });

  it("compares every pair with every pair: (1/2 + 1/4) (1 + 2)", () => {
    expectSet(
      onSet("cosent", params, [0.5, 1], [0, 0.5]),
      Math.log(13 / 4),
      [(-LN4 * 6) / 13, (-LN4 * 3) / 13],
      [(LN4 * 3) / 13, (LN4 * 6) / 13],
    );
  });

  it("has the boundary s_p − s_n = (ln K + ln L) / γ", () => {
    expectNumbers(boundaryAt("cosent", params, 0.3), [0.3]);
    expectNumbers(boundaryAt("cosent", params, -0.5, { K: 2, L: 2 }), [0.5]);
  });
});

import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("softmax-ce", () => {
  it("is ln 2 on the diagonal, pulled and pushed by γ/2", () => {
    expectPoint(at("softmax-ce", {}, [0.5, 0.5]), Math.LN2, -0.5, 0.5);
    // s_p = 1, s_n = 0, γ = ln 4: e^z = 1/4
    expectPoint(at("softmax-ce", { gamma: LN4 }, [1, 0]), Math.log(5 / 4), -LN4 / 5, LN4 / 5);
  });

  it("counts L negatives and no positives: e^z = 4/4", () => {
    expectPoint(at("softmax-ce", { gamma: LN4 }, [1, 0], { K: 7, L: 4 }), Math.LN2, -LN4 / 2, LN4 / 2);
  });

  it("is −ln of the own share of the mass: 2 of 2 + 1 + 2", () => {
    expectSet(
      onSet("softmax-ce", { gamma: LN4 }, [0.5], [0, 0.5]),
      Math.log(5 / 2),
      [(-LN4 * 3) / 5],
      [LN4 / 5, (LN4 * 2) / 5],
    );
  });

  it("has the boundary s_p = s_n + ln L / γ", () => {
    expectNumbers(boundaryAt("softmax-ce", {}, 0.3), [0.3]);
    expectNumbers(boundaryAt("softmax-ce", { gamma: LN4 }, 0.3, { K: 1, L: 2 }), [0.8]);
  });
});

import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const params = { gamma: LN4, margin: 0.5 };

describe("am-softmax", () => {
  it("takes the margin off the target: 4^(1 − ½) = 2 against 1", () => {
    expectPoint(at("am-softmax", params, [1, 0]), Math.log(3 / 2), -LN4 / 3, LN4 / 3);
    expectPoint(at("am-softmax", {}, [0.6, 0.25]), Math.LN2, -15, 15);
  });

  it("weighs two negatives by their mass: 2 against 1 + 2", () => {
    expectSet(
      onSet("am-softmax", params, [1], [0, 0.5]),
      Math.log(5 / 2),
      [(-LN4 * 3) / 5],
      [LN4 / 5, (LN4 * 2) / 5],
    );
  });

  it("has the boundary s_p − s_n = m + ln L / γ", () => {
    expectNumbers(boundaryAt("am-softmax", {}, 0.2), [0.55]);
    expectNumbers(boundaryAt("am-softmax", params, -0.5, { K: 9, L: 2 }), [0.5]);
  });
});

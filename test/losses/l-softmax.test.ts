import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// ψ = cos 2θ = −1/2 at s = 1/2, with slope 2
const params = { gamma: LN4, m: 2 };

describe("l-softmax", () => {
  it("scales each side by its norm: 2 · (−1/2) against 1 · (−1)", () => {
    expectPoint(at("l-softmax", { ...params, wp: 2 }, [0.5, -1]), Math.LN2, -2 * LN4, LN4 / 2);
    expectPoint(at("l-softmax", { ...params, wn: 2 }, [0.5, -0.25]), Math.LN2, -LN4, LN4);
  });

  it("weighs two negatives by their mass: 4^(1/2) (1/4 + 2)", () => {
    expectSet(
      onSet("l-softmax", { ...params, wn: 2 }, [0.5], [-0.5, 0.25]),
      Math.log(11 / 2),
      [(-LN4 * 18) / 11],
      [(LN4 * 2) / 11, (LN4 * 16) / 11],
    );
  });

  it("has the boundary w_p ψ(θ_p) = w_n s_n, on later branches too", () => {
    expectNumbers(boundaryAt("l-softmax", { ...params, wp: 2 }, -1), [0.5]);
    expectNumbers(boundaryAt("l-softmax", { ...params, wn: 2 }, -0.25), [0.5]);
    // ψ = −3/2 at 120°
    expectNumbers(boundaryAt("l-softmax", { ...params, wn: 2 }, -0.75), [-0.5]);
    expectNumbers(boundaryAt("l-softmax", { ...params, wn: 2 }, 0.75), []);
  });
});

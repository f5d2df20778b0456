import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// cos 2θ = −1/2 at s = 1/2, with slope 2 U₁(1/2) = 2
describe("sphereface", () => {
  it("multiplies the angle: 2 · 60° against 120°", () => {
    expectPoint(at("sphereface", { m: 2 }, [0.5, -0.5]), Math.LN2, -30, 15);
  });

  it("falls on beyond π/m: ψ = −3/2 at 120°, −3 with slope m² at 180°", () => {
    const [value, weight] = [Math.log(1 + Math.exp(2)), 1 / (1 + Math.exp(-2))];
    expectPoint(at("sphereface", { gamma: 2, m: 2 }, [-0.5, -0.5]), value, -4 * weight, 2 * weight);
    expectPoint(at("sphereface", { gamma: 1, m: 2 }, [-1, -1]), value, -4 * weight, weight);
  });

  it.each([
    [Math.SQRT1_2, 1],
    [0, 3],
    [-Math.SQRT1_2, 5],
  ])("has no pull at s_p = %f, θ = kπ/4, where ψ = −%i", (sp, z) => {
    const weight = 1 / (1 + Math.exp(-z));
    expectPoint(at("sphereface", { gamma: 1 }, [sp, 0]), Math.log(1 + Math.exp(z)), 0, weight);
  });

  it("mixes the plain logit in: (1/2 − 1/2) / 2, slope (1 + 2) / 2", () => {
    expectPoint(at("sphereface", { gamma: 4, m: 2, lambda: 1 }, [0.5, 0]), Math.LN2, -3, 2);
  });

  it("weighs two negatives by their mass: 4^(1/2) (1/4 + 1)", () => {
    expectSet(
      onSet("sphereface", { gamma: LN4, m: 2 }, [0.5], [-1, 0]),
      Math.log(7 / 2),
      [(-LN4 * 10) / 7],
      [LN4 / 7, (LN4 * 4) / 7],
    );
  });

  it("has the boundary m θ_p = θ_n", () => {
    expectNumbers(boundaryAt("sphereface", { m: 2 }, -0.5), [0.5]);
    expectNumbers(boundaryAt("sphereface", {}, -1), [Math.SQRT1_2]);
    // ln L / γ = 1/2
    expectNumbers(boundaryAt("sphereface", { gamma: LN4, m: 2 }, -1, { K: 1, L: 2 }), [0.5]);
    expectNumbers(boundaryAt("sphereface", { gamma: LN4, m: 2 }, 0.6, { K: 1, L: 2 }), []);
  });
});

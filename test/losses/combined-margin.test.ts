import { describe, it } from "vitest";
import { expectClose } from "../numerics/seeded.ts";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// 2 · 30° + 30° = 90° at s = √3/2: T = −m₃, T' = 2 sin 90° / sin 30° = 4
const params = { gamma: LN4, m1: 2, m2: Math.PI / 6, m3: 0.5 };
const cosine30 = Math.sqrt(3) / 2;

describe("combined-margin", () => {
  it("multiplies, adds and takes off: T = −1/2 with slope 4", () => {
    expectPoint(at("combined-margin", params, [cosine30, -0.5]), Math.LN2, -2 * LN4, LN4 / 2);
  });

  it("weighs two negatives by their mass: 4^(1/2) (1 + 2)", () => {
    expectSet(
      onSet("combined-margin", params, [cosine30], [0, 0.5]),
      Math.log(7),
      [(-LN4 * 24) / 7],
      [(LN4 * 2) / 7, (LN4 * 4) / 7],
    );
  });

  // losses.md 10.8: T at 20°, 30°, 60°, 90°, 100°
  it.each([
    ["sphereface", [0.891007, 0.760406, 0.156434, -0.522499, -Math.SQRT1_2]],
    ["arcface", [0.660685, 0.520296, 0.0235966, -0.479426, -0.624533]],
    ["cosface", [0.589693, 0.516025, 0.15, -0.35, -0.523648]],
    ["cm1", [0.596649, 0.479586, 0.0217402, -0.49552, -0.656923]],
    ["cm2", [0.605644, 0.493879, 0.07634, -0.390538, -0.539418]],
  ])("%s: has the target logits of the ArcFace paper's figure 4", (variant, targets) => {
    [20, 30, 60, 90, 100].forEach((degrees, i) => {
      const sp = Math.cos((degrees * Math.PI) / 180);
      expectClose(-at(`combined-margin:${variant}`, { gamma: 1 }, [sp, 0]).z, targets[i], 6e-7);
    });
  });

  it("has the boundary cos(m₁ θ_p + m₂) − m₃ = s_n, on every branch of the angle", () => {
    // 2 θ + 30° = 90° and 270°
    expectNumbers(boundaryAt("combined-margin", params, -0.5), [-0.5, cosine30]);
    expectNumbers(boundaryAt("combined-margin:cm1", {}, 0), [Math.cos(1.069438)], 1e-6);
    expectNumbers(boundaryAt("combined-margin:cm2", {}, 0), [Math.cos(1.133587)], 1e-6);
  });
});

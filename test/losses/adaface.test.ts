import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const thirty = { gamma: 4, margin: Math.PI / 6 };

describe("adaface", () => {
  it("is ArcFace at the lowest quality: 60° + 30° against 90°", () => {
    expectPoint(at("adaface:arcface", thirty, [0.5, 0]), Math.LN2, -4 / Math.sqrt(3), 2);
    expectSet(
      onSet("adaface:arcface", { ...thirty, gamma: LN4 }, [0.5], [0, 0.5]),
      Math.log(4),
      [(-LN4 * 3) / (2 * Math.sqrt(3))],
      [LN4 / 4, LN4 / 2],
    );
  });

  it("is CosFace at middling quality: 1/2 − 1/4", () => {
    expectPoint(at("adaface:cosface", { gamma: 4, margin: 0.25 }, [0.5, 0.25]), Math.LN2, -2, 2);
  });

  it("is cos(θ − m) − 2m at the highest: cos 60° − π/3, slope sin 60°", () => {
    expectPoint(at("adaface:best", thirty, [0, 0.5 - Math.PI / 3]), Math.LN2, -Math.sqrt(3), 2);
  });

  it("holds the angle at 0.001 for θ < m q: no pull in the strip", () => {
    const z = Math.PI / 3 - Math.cos(1e-3);
    const weight = 1 / (1 + Math.exp(-z));
    for (const sp of [0.9, 1]) {
      const point = at("adaface:best", { ...thirty, gamma: 1 }, [sp, 0]);
      expectPoint(point, Math.log(1 + Math.exp(z)), 0, weight);
    }
  });

  it("has the boundary cos(θ_p − m q) − m (1 + q) = s_n", () => {
    expectNumbers(boundaryAt("adaface:arcface", thirty, 0), [0.5]);
    expectNumbers(boundaryAt("adaface:cosface", { margin: 0.25 }, 0.25), [0.5]);
    expectNumbers(boundaryAt("adaface:best", thirty, 0.5 - Math.PI / 3), [0]);
    expectNumbers(boundaryAt("adaface:best", thirty, 0.5), []);
  });
});

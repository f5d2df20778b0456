import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

const sixty = Math.PI / 3;
const cosine30 = Math.sqrt(3) / 2;

describe("tuplet-margin", () => {
  it("takes the slack off the angle: 90° − 30° against 60°", () => {
    expectPoint(at("tuplet-margin", { beta: Math.PI / 6 }, [0, 0.5]), Math.LN2, -16 * Math.sqrt(3), 32);
  });

  it("is stationary at θ_p = β and goes the wrong way nearer than that: slope −1 at 30° − 60°", () => {
    expectPoint(at("tuplet-margin", { beta: sixty }, [0.5, 1]), Math.LN2, 0, 32);
    expectPoint(at("tuplet-margin", { beta: sixty }, [cosine30, cosine30]), Math.LN2, 32, 32);
  });

  it("averages over positives, here with T = 1 and 1/2, against negatives of 1 + 2", () => {
    expectSet(
      onSet("tuplet-margin", { gamma: LN4, beta: sixty }, [0.5, -0.5], [0, 0.5]),
      (Math.log(7 / 4) + Math.log(5 / 2)) / 2,
      [0, (-LN4 * 3) / 10],
      [(LN4 * 6) / 35, (LN4 * 12) / 35],
    );
  });

  it("has the boundary θ_n = |θ_p − β|", () => {
    expectNumbers(boundaryAt("tuplet-margin", { beta: Math.PI / 6 }, 0.5), [0]);
    expectNumbers(boundaryAt("tuplet-margin", { beta: sixty }, cosine30), [0, cosine30]);
    // ln L / γ = 1/2
    expectNumbers(boundaryAt("tuplet-margin", { gamma: LN4, beta: 0.5 }, 0, { K: 1, L: 2 }), [
      Math.cos(sixty + 0.5),
    ]);
  });
});

import { describe, it } from "vitest";
import { expectClose } from "../numerics/seeded.ts";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// θ = π/3 at s = 1/2: T = cos(π/2) = 0, T' = sin(π/2) / sin(π/3) = 2/√3
const params = { gamma: LN4, margin: Math.PI / 6 };

describe("arcface", () => {
  it("adds the margin to the angle: 60° + 30° against 90°", () => {
    expectPoint(at("arcface", { margin: Math.PI / 6 }, [0.5, 0]), Math.LN2, -64 / Math.sqrt(3), 32);
  });

  it("weighs two negatives by their mass: 1 + 2 against 1", () => {
    expectSet(
      onSet("arcface", params, [0.5], [0, 0.5]),
      Math.log(4),
      [(-LN4 * 3) / (2 * Math.sqrt(3))],
      [LN4 / 4, LN4 / 2],
    );
  });

  it("goes on in three ways beyond π − m: T' is −1 or 1 at 150° + 60°", () => {
    const s = -Math.sqrt(3) / 2;
    const beyond = (easy: string) => at("arcface", { gamma: 1, margin: Math.PI / 3, easy }, [s, s]);
    const drop = (Math.PI / 3) * Math.sin(Math.PI / 3);
    const [value, weight] = [Math.log(1 + Math.exp(drop)), 1 / (1 + Math.exp(-drop))];
    expectPoint(beyond("none"), Math.LN2, 0.5, 0.5);
    expectPoint(beyond("easy"), Math.LN2, -0.5, 0.5);
    expectPoint(beyond("monotone"), value, -weight, weight);
  });

  it("jumps from −1 to −1.117295 at θ = π − m, the easy one from −sin m to 0 at s = 0", () => {
    const target = (easy: string, sp: number) => -at("arcface", { gamma: 1, easy }, [sp, 0]).z;
    const edge = -Math.cos(0.5);
    expectClose(target("monotone", edge + 1e-12), -1, 1e-9);
    expectClose(target("monotone", edge - 1e-12), -1.117295, 1e-6);
    expectClose(target("none", edge - 1e-12), -1, 1e-9);
    expectClose(target("easy", 1e-12), -0.479426, 1e-6);
    expectClose(target("easy", 0), 0);
  });

  it("has the boundary θ_n − θ_p = m, up to θ_n = m", () => {
    expectNumbers(boundaryAt("arcface", {}, 0), [Math.sin(0.5)]);
    expectNumbers(boundaryAt("arcface", {}, 0.9), []);
    // ln L / γ = 1/2: 60° − 30°
    expectNumbers(boundaryAt("arcface", params, 0, { K: 1, L: 2 }), [Math.sqrt(3) / 2]);
    // the easy one: the plain softmax, its jump, and 120° − 60°
    expectNumbers(boundaryAt("arcface:easy-margin", { margin: Math.PI / 3 }, -0.5), [-0.5, 0, 0.5]);
  });
});

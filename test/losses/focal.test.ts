import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

describe("focal", () => {
  it("is f(0) = ln 2 / 4 at the threshold, with slope ln 2 / 4 + 1/8", () => {
    const slope = Math.LN2 / 4 + 1 / 8;
    expectPoint(at("focal", { w: 0.75 }, [0.5, 0.5]), Math.LN2 / 4, -7.5 * slope, 2.5 * slope);
    expectPoint(at("focal", {}, [0.5, 0.5], { K: 4, L: 6 }), (Math.LN2 * 5) / 4, -20 * slope, 30 * slope);
  });

  it("is half of bce without focusing", () => {
    for (const [sp, sn] of [
      [0.9, -0.2],
      [0.2, 0.7],
      [0.5, 0.4],
    ] as const) {
      const { value, dSp, dSn } = at("bce", {}, [sp, sn], { K: 2, L: 3 });
      expectPoint(at("focal", { kappa: 0 }, [sp, sn], { K: 2, L: 3 }), value / 2, dSp / 2, dSn / 2);
    }
  });

  it("sums over pairs that forget how easy they are: σ = 1/3, 1/2 and 2/3", () => {
    expectSet(
      onSet("focal", { gamma: LN4, b: 0, kappa: 1 }, [0.5, 0], [0.5]),
      Math.log(3 / 2) / 6 + Math.LN2 / 4 + Math.log(3) / 3,
      [(-LN4 / 6) * ((2 / 3) * Math.log(3 / 2) + 1 / 3), (-LN4 / 8) * (Math.LN2 + 1)],
      [(LN4 / 9) * (Math.log(3) + 2)],
    );
  });

  it("has one threshold b for both sides", () => {
    expectNumbers(boundaryAt("focal", { b: 0.25 }, 0.2), [0.25]);
    expectNumbers(boundaryAt("focal", { b: 0.25 }, 0.3), []);
  });
});

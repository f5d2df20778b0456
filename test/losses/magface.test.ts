import { describe, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, LN4, onSet } from "./support.ts";

// margins of 30°, 45°, 60° at norms 50, 75, 100; constants 40 (1/a + a/100²) = 1, 5/6, 4/5
const params = { gamma: 4, la: 50, ua: 100, lm: Math.PI / 6, um: Math.PI / 3, lambdaG: 40 };

describe("magface", () => {
  it.each([
    [50, [0.5, 0], Math.LN2 + 1, -4 / Math.sqrt(3)],
    [75, [Math.SQRT1_2, 0], Math.LN2 + 5 / 6, -2 * Math.SQRT2],
    [100, [0.5, -0.5], Math.LN2 + 4 / 5, -2],
  ] as const)("takes the margin and a constant from the norm %i", (a, [sp, sn], value, dSp) => {
    expectPoint(at("magface", { ...params, a }, [sp, sn]), value, dSp, 2);
  });

  it("clips the norm, in the constant as well", () => {
    expectPoint(at("magface", { ...params, a: 20 }, [0.5, 0]), Math.LN2 + 1, -4 / Math.sqrt(3), 2);
    expectPoint(at("magface", { ...params, a: 900 }, [0.5, -0.5]), Math.LN2 + 4 / 5, -2, 2);
  });

  it("adds the constant once to a set: 1 + 2 against 1", () => {
    expectSet(
      onSet("magface", { ...params, gamma: LN4, a: 50 }, [0.5], [0, 0.5]),
      Math.log(4) + 1,
      [(-LN4 * 3) / (2 * Math.sqrt(3))],
      [LN4 / 4, LN4 / 2],
    );
  });

  it("has the boundary θ_n − θ_p = m(a)", () => {
    expectNumbers(boundaryAt("magface", { ...params, a: 50 }, 0), [0.5]);
    expectNumbers(boundaryAt("magface", { ...params, a: 75 }, 0), [Math.SQRT1_2]);
    expectNumbers(boundaryAt("magface", { ...params, a: 100 }, 0), [Math.sqrt(3) / 2]);
  });
});

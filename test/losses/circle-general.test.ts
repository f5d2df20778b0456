import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// A_p = 16 [1 − s]₊ (s − 1/2), A_n = 16 [s]₊ (s − 1/2)
const params = { gamma: 16, Op: 1, On: 0, Dp: 0.5, Dn: 0.5 };

describe("circle-general", () => {
  it("is stationary at the centre (0.75, 0.25) when attached, and moves at pace 4 when detached: z = −2", () => {
    const [value, weight] = [Math.log(1 + Math.exp(-2)), 1 / (1 + Math.exp(2))];
    expectPoint(at("circle-general", params, [0.75, 0.25]), value, 0, 0);
    expectPoint(at("circle-general:detached", params, [0.75, 0.25]), value, -4 * weight, 4 * weight);
  });

  it("is circle with the paper's reduction by default", () => {
    for (const [sp, sn] of [
      [0.3, 0.6],
      [0.9, -0.1],
      [0.5, -0.9],
    ] as const) {
      expect(at("circle-general:detached", {}, [sp, sn])).toEqual(at("circle:detached", {}, [sp, sn]));
      expect(at("circle-general", {}, [sp, sn])).toEqual(at("circle:attached", {}, [sp, sn]));
    }
  });

  it("weighs the members of a set: logits −1 and 0 of the negatives, 1 of the positive", () => {
    const mass = Math.exp(-1) * (1 + Math.exp(-1));
    const weight = mass / (1 + mass);
    const share = 1 / (1 + Math.exp(-1));
    expectSet(
      onSet("circle-general:detached", params, [0.75], [0.25, -0.5]),
      Math.log(1 + mass),
      [-4 * weight],
      [4 * weight * (1 - share), 0],
    );
  });

  it("has an arc of radius 1/√8 round (s_n, s_p) = (0.25, 0.75), and lines beyond the optima", () => {
    expectNumbers(boundaryAt("circle-general", params, 0.25), [0.75 - Math.SQRT1_2 / 2]);
    expectNumbers(boundaryAt("circle-general", params, -0.5), [0.5, 1]);
    expectNumbers(boundaryAt("circle-general", { ...params, Op: 0.8 }, -0.5), [0.5, 0.8]);
  });
});

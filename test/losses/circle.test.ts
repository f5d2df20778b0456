import { describe, expect, it } from "vitest";
import { at, boundaryAt, expectNumbers, expectPoint, expectSet, onSet } from "./support.ts";

// A_n = 16 s² − 1 above −1/4 (else 0), A_p = 1 − 16 (1 − s)²
const params = { gamma: 16, margin: 0.25 };

describe("circle", () => {
  it("has z = 0 at T = (0.75, 0.25), where both gradients agree", () => {
    expectPoint(at("circle:attached", params, [0.75, 0.25]), Math.LN2, -4, 4);
    expectPoint(at("circle:detached", params, [0.75, 0.25]), Math.LN2, -4, 4);
  });

  it("differs between the gradients elsewhere: z = 3 at (0.5, 0.25)", () => {
    const weight = 1 / (1 + Math.exp(-3));
    expectPoint(
      at("circle:attached", params, [0.5, 0.25]),
      Math.log(1 + Math.exp(3)),
      -16 * weight,
      8 * weight,
    );
    expectPoint(
      at("circle:detached", params, [0.5, 0.25]),
      Math.log(1 + Math.exp(3)),
      -12 * weight,
      8 * weight,
    );
    expect(at("circle", params, [0.5, 0.25])).toEqual(at("circle:detached", params, [0.5, 0.25]));
  });

  it("pushes a negative of −1/8 down when detached, pulls it up when attached: z = −3/4", () => {
    const weight = 1 / (1 + Math.exp(0.75));
    expectPoint(
      at("circle:detached", params, [0.75, -0.125]),
      Math.log(1 + Math.exp(-0.75)),
      -8 * weight,
      2 * weight,
    );
    expectPoint(
      at("circle:attached", params, [0.75, -0.125]),
      Math.log(1 + Math.exp(-0.75)),
      -8 * weight,
      -4 * weight,
    );
  });

  it("still counts a negative below −m: e⁰ + e⁰ times two positives is 4", () => {
    expectSet(onSet("circle", params, [0.75, 0.75], [0.25, -1]), Math.log(5), [-3.2, -3.2], [3.2, 0]);
  });

  it("counts K and L: e^z = 2 · 2", () => {
    expectPoint(at("circle", params, [0.75, 0.25], { K: 2, L: 2 }), Math.log(5), -6.4, 6.4);
  });

  it("has an arc of radius √2 m round (0, 1), and s_p = 1 − m below s_n = −m", () => {
    expectNumbers(boundaryAt("circle", params, 0), [1 - Math.SQRT2 / 4]);
    expectNumbers(boundaryAt("circle", params, -0.6), [0.75]);
    // R² = 2m² − ln 2 / 16 for L = 2
    expectNumbers(boundaryAt("circle", params, 0, { K: 1, L: 2 }), [1 - Math.sqrt(0.125 - Math.LN2 / 16)]);
    expect(boundaryAt("circle", params, 0, { K: 10, L: 10 })).toEqual([]);
  });
});

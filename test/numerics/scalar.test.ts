import { describe, expect, it } from "vitest";
import {
  clamp,
  logAddExp,
  logSoftplus,
  logSumExp,
  maximum,
  relu,
  sigmoid,
  softmax,
  softplus,
} from "../../src/numerics/scalar.ts";
import { between, expectClose, fc } from "./seeded.ts";

// x, ln(1 + eˣ), 1 / (1 + e⁻ˣ), ln ln(1 + eˣ): Python's decimal with 60 digits
const EXACT = [
  [-700, 9.85967654375977085671e-305, 9.85967654375977085671e-305, -700],
  [-100, 3.720075976020836e-44, 3.72007597602083596296e-44, -100],
  [-38, 3.13913279204802957944e-17, 3.13913279204802953017e-17, -38.000000000000000016],
  [-36, 2.3195228302435691193e-16, 2.31952283024356885029e-16, -36.000000000000000116],
  [-1, 3.13261687518222834049e-1, 2.68941421369995120749e-1, -1.1607163753888975773536515],
  [0.5, 9.74076984180106680873e-1, 6.22459331201854564639e-1, -0.0262649392637467092424678],
  [1, 1.31326168751822283405, 7.31058578630004879251e-1, 0.2725138805025834025500139],
  [20, 2.00000000020611536203e1, 9.9999999793884638181e-1, 2.9957322736570486744456322],
  [100, 100, 1, 4.6051701859880913680359829],
  [1000, 1000, 1, 6.9077552789821370520539744],
] as const;

describe("softplus, sigmoid and ln softplus", () => {
  it.each(EXACT)("at %d", (x, plus, sigma, log) => {
    expectClose(softplus(x), plus, 4e-16, 0);
    expectClose(sigmoid(x), sigma, 4e-16, 0);
    expectClose(logSoftplus(x), log, 1e-14, 0.02);
  });

  it("underflow to zero and saturate without NaN at ±1000", () => {
    expect([softplus(-1000), sigmoid(-1000), sigmoid(1000)]).toEqual([0, 0, 1]);
    expect(logSoftplus(-1000)).toBe(-1000);
    expect(softplus(0)).toBe(Math.LN2);
    expect(sigmoid(0)).toBe(0.5);
  });

  it("σ(x) + σ(−x) = 1 and softplus(x) − softplus(−x) = x", () => {
    fc.assert(
      fc.property(between(-1000, 1000), (x) => {
        expectClose(sigmoid(x) + sigmoid(-x), 1, 4e-16);
        expectClose(softplus(x) - softplus(-x), x, 4e-16);
      }),
    );
  });

  it("ln softplus has no step where it changes its formula", () => {
    expectClose(logSoftplus(-37 + 1e-9) - logSoftplus(-37 - 1e-9), 2e-9, 1e-14);
  });
});

describe("sums of exponentials", () => {
  it("are shifted, not overflowed", () => {
    // 1000 + ln(1 + 1/e), and ln 3 above and below the range of exp
    expectClose(logSumExp([1000, 999]), 1000.313261687518222834, 4e-16);
    expectClose(logSumExp([1000, 1000, 1000]), 1000 + Math.log(3), 4e-16);
    expectClose(logSumExp([-1000, -1000, -1000]), -1000 + Math.log(3), 4e-16);
    expectClose(logAddExp(-1000, -1001), -999.686738312481777166, 4e-16);
  });

  it("count −∞ as nothing", () => {
    expect(logSumExp([])).toBe(-Infinity);
    expect(logSumExp([-Infinity, 2])).toBe(2);
    expect(logAddExp(-Infinity, 3)).toBe(3);
    expect(logAddExp(3, -Infinity)).toBe(3);
    expect(logAddExp(-Infinity, -Infinity)).toBe(-Infinity);
  });

  it("give softmax weights: 1 : 2 : 4 for ln 1, ln 2, ln 4, anywhere on the line", () => {
    for (const shift of [0, 1000, -1000]) {
      const weights = softmax([shift, shift + Math.LN2, shift + Math.log(4)]);
      [1 / 7, 2 / 7, 4 / 7].forEach((share, i) => expectClose(weights[i], share, 1e-12));
    }
    expect([...softmax([-1000, 1000])]).toEqual([0, 1]);
  });
});

describe("relu, maximum and clamp", () => {
  it("stop at their bounds", () => {
    expect([relu(-2), relu(0), relu(3)]).toEqual([0, 0, 3]);
    expect(maximum([-3, -1, -2])).toBe(-1);
    expect(maximum([])).toBe(-Infinity);
    expect([clamp(-2, -1, 1), clamp(0.5, -1, 1), clamp(2, -1, 1)]).toEqual([-1, 0.5, 1]);
  });
});

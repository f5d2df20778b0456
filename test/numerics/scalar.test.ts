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

// x, ln(1 + eˣ), 1 / (1 + e⁻ˣ), ln ln(1 + eˣ): Python's decimal with 60 digits, rounded to doubles
const EXACT = [
  [-700, 9.85967654375977e-305, 9.85967654375977e-305, -700],
  [-100, 3.720075976020836e-44, 3.720075976020836e-44, -100],
  [-38, 3.1391327920480296e-17, 3.1391327920480296e-17, -38.0],
  [-36, 2.319522830243569e-16, 2.3195228302435686e-16, -36.0],
  [-1, 0.3132616875182228, 0.2689414213699951, -1.1607163753888976],
  [0.5, 0.9740769841801067, 0.6224593312018546, -0.02626493926374671],
  [1, 1.3132616875182228, 0.7310585786300049, 0.2725138805025834],
  [20, 20.000000002061153, 0.9999999979388464, 2.995732273657049],
  [100, 100, 1, 4.605170185988092],
  [1000, 1000, 1, 6.907755278982137],
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
    expectClose(logSumExp([1000, 999]), 1000.3132616875182, 4e-16);
    expectClose(logSumExp([1000, 1000, 1000]), 1000 + Math.log(3), 4e-16);
    expectClose(logSumExp([-1000, -1000, -1000]), -1000 + Math.log(3), 4e-16);
    expectClose(logAddExp(-1000, -1001), -999.6867383124818, 4e-16);
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

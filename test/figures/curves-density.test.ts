import { describe, expect, it } from "vitest";
import { type GradientDensity, gradientDensity } from "../../src/figures/curves-density.ts";
import { chosenLoss } from "../../src/spec/figure-loss.ts";
import { integrate } from "../../src/numerics/quadrature.ts";
import type { Side } from "../../src/spec/curves-resolved.ts";

const LOSSES = ["info-nce:simclr", "am-softmax", "multi-similarity", "circle", "circle:attached"];

function density(id: string, side: Side): GradientDensity {
  const { loss, params, gradient } = chosenLoss({ id });
  const form = loss.plane(params, { K: 1, L: 1 }, gradient);
  if (form.coupling === "pointwise") throw new Error(`${id} has no transforms`);
  return gradientDensity(form, side);
}

describe.each(LOSSES)("how the gradient of %s spreads over its negatives", (id) => {
  it("is what a large set of the loss itself has", () => {
    const { loss, params, gradient } = chosenLoss({ id });
    const count = 40_000;
    const negatives = Float64Array.from({ length: count }, (_, i) => -1 + (2 * (i + 0.5)) / count);
    const slopes = loss.evaluate({ positives: [0.6], negatives }, params, gradient).negatives.map(Math.abs);
    const sum = slopes.reduce((a, b) => a + b);
    const { at, hardest, halfWidth } = density(id, "negative");
    // midpoint sums of 40 000 terms
    const hundredth = slopes.subarray(count * 0.99).reduce((a, b) => a + b) / sum;
    expect(hardest(0.01) / hundredth).toBeCloseTo(1, 4);
    for (const s of [-0.6, 0.1, 0.9]) {
      const i = Math.round(((s + 1) * count) / 2);
      const found = ((slopes[i] + slopes[i - 1]) / 2 / sum) * (count / 2);
      expect(Math.abs(at(s) - found)).toBeLessThanOrEqual(1e-4 * found);
    }
    let [i, half] = [count, 0];
    while (half < sum / 2) half += slopes[--i];
    expect(Math.abs(halfWidth - (1 - negatives[i]))).toBeLessThan(3 / count);
  });

  it("adds up to one", () => {
    const { hardest } = density(id, "negative");
    expect(hardest(1)).toBeCloseTo(1, 12);
    expect(hardest(0.5)).toBeLessThanOrEqual(1 + 1e-12);
  });
});

it("the hardest positives are the least similar", () => {
  const { at, hardest } = density("multi-similarity", "positive");
  // softmax(−2 s) on [−1, 1]
  const whole = (Math.exp(2) - Math.exp(-2)) / 2;
  expect(at(-1)).toBeCloseTo(Math.exp(2) / whole, 12);
  expect(hardest(0.25)).toBeCloseTo((Math.exp(2) - Math.exp(1)) / 2 / whole, 12);
  expect(integrate(at, -1, 1)).toBeCloseTo(1, 12);
});

it("an infinite slope at s = 1 is no obstacle", () => {
  // e^{m−d}/d over s is e^{−d} over d = √(2 − 2s)
  const { hardest, halfWidth } = density("lifted-structure", "negative");
  const whole = -Math.expm1(-2);
  expect(hardest(0.01)).toBeCloseTo(-Math.expm1(-0.2) / whole, 7);
  expect(halfWidth).toBeCloseTo(Math.log1p(-whole / 2) ** 2 / 2, 7);
});

it("very low temperatures neither overflow nor vanish", () => {
  const { loss, params } = chosenLoss({ id: "info-nce", params: { tau: 1e-3 } });
  const form = loss.plane(params);
  if (form.coupling === "pointwise") throw new Error("no transforms");
  const { at, halfWidth } = gradientDensity(form, "negative");
  expect(at(1)).toBeCloseTo(1000, 6);
  expect(halfWidth).toBeCloseTo(1e-3 * Math.LN2, 10);
});

import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { Counts } from "../../src/losses/types.ts";
import { type GradientFacts, gradientFacts } from "../../src/region/gradients.ts";
import type { Frame } from "../../src/region/pieces.ts";
import { expectClose } from "../numerics/seeded.ts";
import { drain } from "./drain.ts";
import { ONE, UNIT, WHOLE } from "./support.ts";

function facts(name: string, given: Params = {}, frame: Frame = UNIT, counts: Counts = ONE): GradientFacts {
  const { loss, params, gradient } = namedLoss(name, given);
  return drain(gradientFacts(loss.plane(params, counts, gradient), frame));
}

const close = (actual: number | undefined | null, expected: number): void =>
  expectClose(actual ?? NaN, expected, 3e-6);

describe("where the gradient vanishes", () => {
  it("triplet: exactly zero beyond the margin, and nowhere merely small", () => {
    const { zero, tiny } = facts("triplet", { margin: 0.3 });
    close(zero.share, 0.7 ** 2 / 2);
    close(zero.ofTarget, 1);
    close(zero.inTarget, 1);
    expect(tiny.share).toBe(0);
  });

  it("Euclidean triplet on the whole plane: the area of its target", () => {
    // ∫ u²(u + m)/2 du over u = d_n − m from 0 to 2 − m
    close(
      facts("triplet:euclidean", { margin: 0.5 }, WHOLE).zero.share,
      (1.5 ** 4 / 8 + (0.5 * 1.5 ** 3) / 6) / 4,
    );
  });

  it("AM-Softmax: nowhere zero; under 0.001 of its largest where σ(z) is", () => {
    // γ√2 σ(z) ≤ 0.001 γ√2 σ(γ(1 + m)), so z ≤ −ln 999 but for e⁻⁴⁰: s_p − s_n ≥ m + ln 999 / γ
    const { zero, tiny, largest } = facts("am-softmax", { gamma: 30, margin: 0.35 });
    expect(zero.share).toBe(0);
    const side = 1 - 0.35 - Math.log(999) / 30;
    close(tiny.share, side ** 2 / 2);
    close(tiny.inTarget, 1);
    close(tiny.ofTarget, side ** 2 / 0.65 ** 2);
    close(largest, 30 * Math.SQRT2);
  });

  it("a softplus never counts as zero, though its slope underflows", () => {
    // σ(−2048 · 1.65) is 0 in double precision
    const { zero, tiny } = facts("am-softmax", { gamma: 1024, margin: 0.35 }, WHOLE);
    expect(zero.share).toBe(0);
    expect(tiny.share).toBeGreaterThan(0.3);
  });

  it("Circle: negatives below −m get none, attached or detached", () => {
    for (const mode of ["attached", "detached"]) {
      const { zeroNegative } = facts(`circle:${mode}`, { margin: 0.25 }, WHOLE);
      close(zeroNegative.share, 0.375);
      expect(zeroNegative.fillsBox).toBe(true);
      close(zeroNegative.box?.sn[1], -0.25);
    }
  });
});

describe("where it saturates", () => {
  it("AM-Softmax: where σ(z) ≥ 0.99, that is z ≥ ln 99", () => {
    const { saturated, steepest } = facts("am-softmax", { gamma: 30, margin: 0.35 });
    const share = 1 - (1 - 0.35 + Math.log(99) / 30) ** 2 / 2;
    close(saturated.positive?.share, share);
    close(saturated.negative?.share, share);
    close(steepest.share, share);
  });

  it("triplet: everywhere outside the target", () => {
    close(facts("triplet", { margin: 0.3 }).saturated.positive?.share, 1 - 0.7 ** 2 / 2);
  });

  it("Proxy-Anchor: each side by itself", () => {
    // α(δ − s_p) ≥ ln 99 and α(s_n + δ) ≥ ln 99 with α = 32, δ = 0.1
    const { saturated } = facts("proxy-anchor", {}, WHOLE);
    const reach = Math.log(99) / 32;
    close(saturated.positive?.share, (1 + 0.1 - reach) / 2);
    close(saturated.negative?.share, (1 + 0.1 - reach) / 2);
  });

  it("a squared hinge never does", () => {
    expect(facts("lifted-structure").saturated).toEqual({ positive: null, negative: null });
  });
});

describe("where it changes sign", () => {
  it("attached Circle pulls negatives up between −m and 0", () => {
    const { pullsNegativesUp, pushesPositivesDown } = facts("circle:attached", { margin: 0.25 }, WHOLE);
    close(pullsNegativesUp.share, 0.125);
    expect(pullsNegativesUp.fillsBox).toBe(true);
    close(pullsNegativesUp.box?.sn[0], -0.25);
    close(pullsNegativesUp.box?.sn[1], 0);
    expect(pushesPositivesDown.share).toBe(0);
  });

  it("detached Circle, circle-flat, -monotone and -paced never do; circle-disc on the whole left half", () => {
    for (const name of ["circle:detached", "circle-flat", "circle-monotone", "circle-paced"])
      expect(facts(name, { margin: 0.25 }, WHOLE).pullsNegativesUp.share, name).toBe(0);
    close(facts("circle-disc", { margin: 0.25 }, WHOLE).pullsNegativesUp.share, 0.5);
  });

  it("tuplet margin pushes positives down past cos β", () => {
    const { pushesPositivesDown } = facts("tuplet-margin", { beta: 0.1 }, WHOLE);
    close(pushesPositivesDown.share, (1 - Math.cos(0.1)) / 2);
    close(pushesPositivesDown.box?.sp[0], Math.cos(0.1));
  });
});

describe("gradients without a largest", () => {
  it.each(["arcface", "triplet:euclidean", "triplet:angular"])("%s has a pole on the edge", (name) => {
    expect(facts(name, {}, WHOLE).unbounded).toBe(true);
  });

  it.each(["circle", "am-softmax", "triplet", "proxy-anchor"])("%s has none", (name) => {
    expect(facts(name, {}, WHOLE).unbounded).toBe(false);
  });

  it("Circle's largest: γ(2 + m) and γ(1 + m) detached, 4γ and 2γ attached, at the worst corner", () => {
    close(
      facts("circle:detached", { gamma: 256, margin: 0.25 }, WHOLE).largest,
      256 * Math.hypot(2.25, 1.25),
    );
    close(facts("circle:attached", { gamma: 256, margin: 0.25 }, WHOLE).largest, 256 * Math.hypot(4, 2));
  });
});

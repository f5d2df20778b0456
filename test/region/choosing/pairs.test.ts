import { describe, expect, it } from "vitest";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { planePoint } from "../../../src/losses/plane-form.ts";
import { answerOf } from "./support.ts";

describe("hard negatives", () => {
  it.each([
    ["info-nce", { tau: 0.07 }],
    ["sup-con", { tau: 0.1 }],
    ["multi-similarity", { beta: 50 }],
    ["proxy-anchor", { alpha: 32 }],
    ["n-pair", { gamma: 16 }],
  ])("of %s share its gradient as said", (name, params) => {
    const gap = 0.1;
    const { loss, params: all } = namedLoss(name, params);
    const { ratio, share } = answerOf("hard-negatives", name, params, { negatives: 40, gap });
    const negatives = [0.3, ...Array.from({ length: 39 }, () => 0.3 - gap)];
    const pushes = loss.evaluate({ positives: [0.5], negatives }, all).negatives;
    expect(pushes[0] / pushes[1]).toBeCloseTo(ratio, 8);
    expect(pushes[0] / pushes.reduce((sum, push) => sum + push, 0)).toBeCloseTo(share, 12);
  });

  it.each([
    [2, 0.07],
    [255, 0.07],
    [4096, 0.5],
    [65_536, 0.01],
  ])("of %d spread evenly, at τ = %d, count as many as their weights say", (negatives, tau) => {
    const { effective } = answerOf("hard-negatives", "info-nce", { tau }, { negatives });
    let [sum, squares] = [0, 0];
    for (let i = 0; i < negatives; i++) {
      const weight = Math.exp((-2 * i) / (negatives - 1) / tau);
      [sum, squares] = [sum + weight, squares + weight ** 2];
    }
    expect(effective / (sum ** 2 / squares)).toBeCloseTo(1, 9);
  });
});

describe("where gradients vanish", () => {
  it.each(["am-softmax", "arcface", "circle", "info-nce", "unified"])("along s_p at s_n = 0: %s", (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const { positive } = answerOf("gradient-band", name, {}, { negatives: 50 });
    const form = loss.plane(params, { K: 1, L: 50 }, gradient);
    const factor = (sp: number): number => {
      const { z } = planePoint(form, sp, 0);
      return 1 / (1 + Math.exp(-z));
    };
    expect(factor(positive.full ?? NaN)).toBeCloseTo(0.999, 9);
    expect(factor(positive.threshold ?? NaN)).toBeCloseTo(0.5, 9);
    expect(factor(positive.gone ?? NaN)).toBeCloseTo(0.001, 9);
  });

  it("a width of 2 ln 999 / γ along s_n", () => {
    const { width } = answerOf("gradient-band", "am-softmax", { gamma: 64 });
    expect(width).toBeCloseTo((2 * Math.log(999)) / 64, 12);
  });

  it("each side by itself where the sides do not see each other", () => {
    const { positive, negative, coupled } = answerOf(
      "gradient-band",
      "multi-similarity",
      {},
      { negatives: 1 },
    );
    expect(coupled).toBe(false);
    expect(positive).toEqual({ full: null, threshold: expect.closeTo(0.5, 12), gone: null });
    expect(negative?.full).toBeCloseTo(0.5 + Math.log(999) / 50, 12);
    expect(negative?.gone).toBeCloseTo(0.5 - Math.log(999) / 50, 12);
  });
});

describe("thresholds", () => {
  it("of Proxy-Anchor move with ln L", () => {
    const { positive, negative } = answerOf("thresholds", "proxy-anchor", {}, { negatives: 100 });
    expect(positive?.cosine).toBeCloseTo(0.1, 12);
    expect(negative?.cosine).toBeCloseTo(-0.1 - Math.log(100) / 32, 12);
  });

  it("of contrastive loss on distances, as cosine, angle and chord", () => {
    const { negative } = answerOf("thresholds", "contrastive:euclidean", { mNeg: 1 });
    expect(negative?.cosine).toBeCloseTo(0.5, 12);
    expect(negative?.degrees).toBeCloseTo(60, 10);
    expect(negative?.chord).toBeCloseTo(1, 12);
  });
});

describe("a margin as a gap", () => {
  it("is the same everywhere for squared distances: half of it, since d² = 2 − 2s", () => {
    const { near, usual, far } = answerOf("margin-as-gap", "triplet:squared", { margin: 0.2 });
    for (const gap of [near, usual, far]) expect(gap).toBeCloseTo(0.1, 12);
  });

  it("depends on the place for distances", () => {
    const { near, usual } = answerOf("margin-as-gap", "triplet:euclidean", { margin: 0.2 });
    expect(near).toBeCloseTo(0.2 ** 2 / 2, 12);
    const dp = Math.sqrt(2 - 1.6);
    expect(usual).toBeCloseTo(0.8 - (1 - (dp + 0.2) ** 2 / 2), 12);
  });

  it("of the usual ones is what each loss itself says", () => {
    const { known } = answerOf("margin-as-gap", "triplet");
    expect(known).toHaveLength(4);
    for (const { distance, margin, gap } of known) {
      const { loss, params } = namedLoss("triplet", { distance, margin });
      const form = loss.plane(params, { K: 1, L: 1 });
      expect(planePoint(form, 0.8, 0.8 - gap).z).toBeCloseTo(0, 12);
    }
  });

  it("leaves as much of the square to pull as the triangle says", () => {
    const { frame } = answerOf("active", "triplet", { margin: 0.2 });
    expect(frame).toBeCloseTo(1 - 0.8 ** 2 / 2, 9);
  });
});

describe("the circle", () => {
  it("with γ = 256 and 79 900 negatives has R² = 0.125 − 0.044", () => {
    const { radius, counted, leastScale } = answerOf("circle", "circle", {}, { negatives: 79_900 });
    expect(radius ** 2).toBeCloseTo(0.125, 12);
    expect((counted ?? NaN) ** 2).toBeCloseTo(0.125 - 0.044, 3);
    expect(leastScale).toBeCloseTo(Math.log(79_900) / 0.125, 10);
  });

  it.each(["circle", "circle-general"])(
    "of %s is out of reach just below the least scale, not above",
    (name) => {
      const at = (gamma: number) => answerOf("circle", name, { gamma }, { negatives: 1000 });
      const { leastScale } = at(256);
      expect(at((leastScale ?? NaN) * 0.999).counted).toBeNull();
      expect(at((leastScale ?? NaN) * 1.001).counted).toBeGreaterThan(0);
    },
  );

  it("has the paper's optima", () => {
    const { optima, tangent } = answerOf("circle", "circle", { margin: 0.25 }, { negatives: 1 });
    expect(optima).toEqual({ Op: 1.25, On: -0.25, Dp: 0.75, Dn: 0.25 });
    expect(tangent).toEqual({ sn: expect.closeTo(0.25, 12), sp: expect.closeTo(0.75, 12) });
  });
});

it("SigLIP's balanced bias: there the loss of unrelated pairs has its minimum over b", () => {
  const L = 32_767;
  const { balanced, threshold, prior } = answerOf("bias", "siglip", {}, { negatives: L });
  const { loss } = namedLoss("siglip");
  const at = (b: number): number =>
    loss.evaluate({ positives: [0], negatives: new Float64Array(L) }, { t: 10, b }).value;
  expect(at(balanced)).toBeLessThan(at(balanced + 0.01));
  expect(at(balanced)).toBeLessThan(at(balanced - 0.01));
  // the authors' −10 is for batches of this size
  expect(balanced).toBeCloseTo(-10.397, 3);
  expect(threshold).toBe(1);
  expect(prior).toBe(2 ** -15);
});

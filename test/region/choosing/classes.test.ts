import { describe, expect, it } from "vitest";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { answerOf, answersOf } from "./support.ts";

/** P of the first of C logits, term by term. */
function probability(logits: readonly number[]): number {
  const top = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - top));
  return weights[0] / weights.reduce((sum, weight) => sum + weight, 0);
}

/** C unit vectors as far apart as can be: the corners of a simplex, in C dimensions. */
function simplex(classes: number): number[][] {
  const axes = Array.from({ length: classes }, (_, i) => i);
  return axes.map((i) => {
    const corner = axes.map((j) => (i === j ? 1 : 0) - 1 / classes);
    const length = Math.hypot(...corner);
    return corner.map((x) => x / length);
  });
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * b[i], 0);

describe("the bound of the scale", () => {
  it.each([
    [3, 0.9],
    [10, 0.5],
    [40, 0.999],
  ])("is met exactly by %d real centres on a sphere, at probability %d", (classes, wanted) => {
    const { bound } = answerOf(
      "scale-bound",
      "normface",
      {},
      { negatives: classes - 1, probability: wanted },
    );
    const [sample, ...others] = simplex(classes);
    const logits = [sample, ...others].map((centre) => bound * dot(sample, centre));
    expect(probability(logits)).toBeCloseTo(wanted, 12);
  });

  it.each([
    ["normface", {}, (s: number) => s],
    ["am-softmax", { margin: 0.35 }, (s: number) => s - 0.35],
    ["arcface", { margin: 0.5 }, (s: number) => Math.cos(Math.acos(s) + 0.5)],
    ["sphereface", { m: 4, lambda: 0 }, (s: number) => Math.cos(4 * Math.acos(s))],
    ["combined-margin", { m1: 1, m2: 0.3, m3: 0.2 }, (s: number) => Math.cos(Math.acos(s) + 0.3) - 0.2],
  ] as const)("with the margin of %s gives training that probability", (name, params, target) => {
    const classes = 10_575;
    const inputs = { negatives: classes - 1, probability: 0.99 };
    const { own, scale, reached, lowestLoss } = answerOf("scale-bound", name, params, inputs);
    const at = (gamma: number): number =>
      probability([gamma * target(1), ...Array.from({ length: classes - 1 }, () => -gamma / (classes - 1))]);
    expect(at(own ?? NaN)).toBeCloseTo(0.99, 11);
    // ten thousand roundings of the plain sum
    expect(reached).toBeCloseTo(at(scale), 11);
    expect(lowestLoss).toBeCloseTo(-Math.log(at(scale)), 10);
  });

  it("is CosFace's Eq. 6, and the lowest loss NormFace's proposition 2", () => {
    const classes = 10_572;
    const { bound, lowestLoss } = answerOf(
      "scale-bound",
      "normface",
      { gamma: 10 },
      { negatives: classes - 1, probability: 0.9 },
    );
    expect(bound).toBeCloseTo(((classes - 1) / classes) * Math.log(((classes - 1) * 0.9) / (1 - 0.9)), 12);
    expect(lowestLoss).toBeCloseTo(
      Math.log(1 + (classes - 1) * Math.exp((-classes / (classes - 1)) * 10)),
      12,
    );
  });

  it("says when no scale is enough: a margin wider than the centres are apart", () => {
    const numbers = answerOf("scale-bound", "am-softmax", { margin: 1.6 }, { negatives: 2 });
    expect(numbers.own).toBeNull();
    expect(numbers.largestMargin).toBe(1.5);
    expect(answerOf("scale-bound", "am-softmax", { margin: 1.4 }, { negatives: 2 }).own).toBeGreaterThan(0);
  });
});

describe("AdaCos' fixed scale", () => {
  // deepinsight/insightface#1153: "For ms1m dataset (85K classes), s is about 16.06"
  it("is what people have computed by hand for MS1M's 85 742 classes", () => {
    expect(answerOf("adacos", "arcface", {}, { negatives: 85_741 }).scale).toBeCloseTo(16.06, 2);
  });

  it("gives probability ½ at 45° among orthogonal centres", () => {
    const { scale } = answerOf("adacos", "normface", {}, { negatives: 499 });
    expect(probability([scale * Math.SQRT1_2, ...Array.from({ length: 499 }, () => 0)])).toBeCloseTo(0.5, 12);
  });

  it("is not there for two classes, whose ln(C − 1) is 0", () => {
    expect(answersOf("normface", {}, { negatives: 1 }).map(({ id }) => id)).not.toContain("adacos");
  });
});

describe("the effective margin", () => {
  it("of AM-Softmax with γ = 64 and 10⁵ classes is 0.180 more", () => {
    const { shift, margin, effective } = answerOf(
      "effective-margin",
      "am-softmax",
      { gamma: 64 },
      { negatives: 99_999 },
    );
    expect(shift).toBeCloseTo(0.18, 3);
    expect(margin).toBeCloseTo(0.35, 14);
    expect(effective).toBeCloseTo(0.35 + Math.log(99_999) / 64, 14);
  });

  it.each(["normface", "am-softmax", "arcface", "sphereface", "combined-margin", "info-nce", "proxy-nca-pp"])(
    "of %s is where the loss of one positive among 1000 real negatives is ln 2",
    (name) => {
      const { loss, params } = namedLoss(name);
      const { all, one } = answerOf("effective-margin", name, {}, { negatives: 1000 });
      const negatives = new Float64Array(1000);
      expect(loss.evaluate({ positives: [all ?? NaN], negatives }, params).value).toBeCloseTo(Math.LN2, 10);
      expect(loss.evaluate({ positives: [one ?? NaN], negatives: [0] }, params).value).toBeCloseTo(
        Math.LN2,
        10,
      );
    },
  );

  it("speaks of a temperature where the loss has one", () => {
    expect(answerOf("effective-margin", "info-nce", { tau: 0.1 }).temperature).toBeCloseTo(0.1, 14);
    expect(answerOf("effective-margin", "arcface").temperature).toBeNull();
  });
});

describe("two classes at right angles", () => {
  it.each([
    ["normface", {}, 45],
    ["arcface", { margin: 0.5 }, (90 - (0.5 * 180) / Math.PI) / 2],
    // 4θ = 90° − θ
    ["sphereface", { m: 4, lambda: 0 }, 18],
    // cos θ − sin θ = √2 cos(θ + 45°) = m
    ["am-softmax", { margin: 0.35 }, (Math.acos(0.35 / Math.SQRT2) * 180) / Math.PI - 45],
  ] as const)("with %s leave each a cone", (name, params, degrees) => {
    expect(answerOf("between-classes", name, params).own).toBeCloseTo(degrees, 10);
  });

  it("may not be nearer than the margin", () => {
    const { centres } = answerOf("between-classes", "arcface", { margin: 0.5 });
    expect(centres).toBeCloseTo((0.5 * 180) / Math.PI, 10);
  });
});

it("an angle in both units: pytorch-metric-learning's 28.6° is not 0.5", () => {
  const { radians, degrees } = answerOf("angles", "arcface:pml");
  expect(radians).toBeCloseTo(0.499164, 6);
  expect(degrees).toBeCloseTo(28.6, 12);
});

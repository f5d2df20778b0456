import { relu } from "../numerics/scalar.ts";
import { chordOf, inverseChordOf } from "../numerics/sphere.ts";
import { corner } from "./curves.ts";
import { customLoss } from "./custom.ts";
import { ONE_EACH } from "./define.ts";
import { hinge } from "./links.ts";
import { number } from "./params.ts";
import type { Counts, GradientMode, PlaneForm, SetResult } from "./types.ts";

/** Weighted mean of the violations x > 0, with weights e^{T x}, and its derivative by each x, for all `copies` of it. */
function weightedMean(violations: Float64Array, temperature: number, extra: number, copies = 1) {
  const top = violations.reduce((most, x) => Math.max(most, x), 0);
  const weights = violations.map((x) => (x > 0 ? copies * Math.exp(temperature * (x - top)) : 0));
  const total = weights.reduce((sum, w) => sum + w, 0) + extra * Math.exp(-temperature * top);
  const mean = total === 0 ? 0 : weights.reduce((sum, w, i) => sum + w * violations[i], 0) / total;
  const slopes = weights.map((w, i) =>
    w === 0 ? 0 : (w * (1 + temperature * (violations[i] - mean))) / total,
  );
  return { mean, slopes, detached: weights.map((w) => (w === 0 ? 0 : w / total)) };
}

const temperature = (symbol: string, label: string, preset: number) =>
  number({
    symbol,
    label,
    default: preset,
    min: 0,
    max: 100,
    slider: [0, 20],
    effect: "Weighs worse violations of a set more; invisible on the plane.",
  });

/** Ranked list loss: positives inside one sphere, negatives outside another, worse violations weighted up. */
export const rankedList = customLoss({
  id: "ranked-list",
  name: "Ranked list loss",
  family: "pair",
  source: {
    authors: [
      "Xinshao Wang",
      "Yang Hua",
      "Elyor Kodirov",
      "Guosheng Hu",
      "Romain Garnier",
      "Neil M. Robertson",
    ],
    title: "Ranked list loss for deep metric learning",
    venue: "CVPR",
    year: 2019,
    arxiv: "1903.03238",
    equation: "Eq. 7",
  },
  similarity: "sample–sample",
  batch: { anchors: "samples", reduction: "anchors", needs: "either" },
  params: {
    margin: number({
      symbol: "m",
      label: "margin",
      default: 0.4,
      min: 0,
      max: 2,
      slider: [0, 1],
      effect: "The gap between the spheres of positives and negatives.",
    }),
    alpha: number({
      symbol: "α",
      label: "negative boundary",
      default: 1.2,
      min: 0,
      max: 2,
      slider: [0.5, 1.6],
      effect: "Negatives must be farther than this.",
    }),
    lambda: number({
      symbol: "λ",
      label: "imbalance",
      default: 0.5,
      min: 0,
      max: 1,
      slider: [0, 1],
      effect: "Weight of negatives against positives.",
    }),
    Tp: temperature("T_p", "temperature of positives", 0),
    Tn: temperature("T_n", "temperature of negatives", 10),
    epsilon: number({
      symbol: "ε",
      label: "constant in the divisors",
      default: 0,
      min: 0,
      max: 1,
      slider: [0, 0.001],
      effect: "Added to the sum of the weights of a side; pytorch-metric-learning adds 1e-5 a column.",
    }),
  },
  gradient: "attached",
  detaches: true,
  variants: {
    paper: {
      note: "values as far as known",
      params: { margin: 0.4, alpha: 1.2, lambda: 0.5, Tp: 0, Tn: 10 },
    },
    pml: {
      note: "pytorch-metric-learning, whose margin and T_n have no default",
      params: { margin: 0.4, alpha: 1.2, lambda: 0.5, Tp: 0, Tn: 10, epsilon: 1e-5 },
    },
    detached: { note: "weights held constant", gradient: "detached" },
  },
  pitfalls: [
    "pytorch-metric-learning differentiates through the weights and adds 1e-5 a column to their sum.",
    "The weighting of hard negatives cannot be seen on the plane, where all are equal.",
  ],
  needs: "either",
  formula: ({ epsilon }) => {
    const [x, y] = ["relu(d_p - (alpha - margin))", "relu(alpha - d_n)"];
    const divided = (count: string, side: string, t: string): string =>
      epsilon === 0 ? side : `${side} * detach(${count} / (${count} + epsilon * exp(-${t} * ${side})))`;
    return {
      coupling: "pointwise",
      plane: `(1 - lambda) * ${divided("K", x, "Tp")} + lambda * ${divided("L", y, "Tn")}`,
      z: "max(d_p - (alpha - margin), alpha - d_n)",
    };
  },
  evaluate: ({ positives, negatives }, values, gradient) =>
    ranked(positives, negatives, values, gradient, ONE_EACH),
  plane: (values, counts, gradient) =>
    values.epsilon === 0 ? apart(values) : together(values, counts, gradient),
  boundary: ({ margin, alpha }) =>
    corner(alpha < margin ? Infinity : 1 - (alpha - margin) ** 2 / 2, 1 - alpha ** 2 / 2),
});

interface RankedList {
  readonly margin: number;
  readonly alpha: number;
  readonly lambda: number;
  readonly Tp: number;
  readonly Tn: number;
  readonly epsilon: number;
}

function ranked(
  positives: Float64Array,
  negatives: Float64Array,
  { margin, alpha, lambda, Tp, Tn, epsilon }: RankedList,
  gradient: GradientMode,
  copies: Counts,
): SetResult {
  const beyond = positives.map((s) => relu(chordOf(s) - (alpha - margin)));
  const within = negatives.map((s) => relu(alpha - chordOf(s)));
  const p = weightedMean(beyond, Tp, epsilon, copies.K);
  const n = weightedMean(within, Tn, epsilon, copies.L);
  const [byP, byN] = gradient === "detached" ? [p.detached, n.detached] : [p.slopes, n.slopes];
  return {
    value: (1 - lambda) * p.mean + lambda * n.mean,
    positives: byP.map((w, i) => (w === 0 ? 0 : -(1 - lambda) * w * inverseChordOf(positives[i]))),
    negatives: byN.map((w, j) => (w === 0 ? 0 : lambda * w * inverseChordOf(negatives[j]))),
  };
}

/** Without a constant in the divisors equal members weigh nothing: two hinges that do not see K, L or T. */
const apart = ({ margin, alpha, lambda }: RankedList): PlaneForm => ({
  coupling: "decoupled",
  positive: {
    value: (s) => alpha - margin - chordOf(s),
    slope: inverseChordOf,
    link: hinge,
    weight: 1 - lambda,
    offset: 0,
  },
  negative: {
    value: (s) => alpha - chordOf(s),
    slope: inverseChordOf,
    link: hinge,
    weight: lambda,
    offset: 0,
  },
});

const together = (values: RankedList, counts: Counts, gradient: GradientMode): PlaneForm => ({
  coupling: "pointwise",
  at(sp, sn) {
    const { value, positives, negatives } = ranked(
      Float64Array.of(sp),
      Float64Array.of(sn),
      values,
      gradient,
      counts,
    );
    const z = Math.max(chordOf(sp) - (values.alpha - values.margin), values.alpha - chordOf(sn));
    return { value, logValue: Math.log(value), z, dSp: positives[0], dSn: negatives[0] };
  },
});

import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { distance, distanceChoice } from "./distances.ts";
import { hinge } from "./links.ts";
import { choice, number, type Params } from "./params.ts";
import { planePoint } from "./plane-form.ts";
import type { GradientMode, Loss, PairSet, PlaneForm, SetResult } from "./types.ts";

const signOf = (name: "euclidean" | "cosine"): 1 | -1 => (name === "cosine" ? -1 : 1);

const apart = decoupledLoss({
  id: "margin",
  name: "Margin loss",
  family: "pair",
  source: {
    authors: ["Chao-Yuan Wu", "R. Manmatha", "Alexander J. Smola", "Philipp Krähenbühl"],
    title: "Sampling matters in deep embedding learning",
    venue: "ICCV",
    year: 2017,
    arxiv: "1706.07567",
    equation: "Eq. 3",
  },
  similarity: "sample–sample",
  batch: { anchors: "pairs", reduction: "active-terms" },
  params: {
    alpha: number({
      symbol: "α",
      label: "margin",
      default: 0.2,
      min: 0,
      max: 2,
      slider: [0, 0.5],
      effect: "Half the gap that is demanded between positives and negatives.",
    }),
    beta: number({
      symbol: "β",
      label: "boundary",
      default: 1.2,
      min: -1,
      max: 2,
      slider: [0.4, 1.6],
      effect: "The distance that separates positives from negatives.",
    }),
    distance: distanceChoice(["euclidean", "cosine"], "euclidean"),
    reduction: choice({
      label: "reduction",
      options: ["mean", "active"],
      default: "mean",
      effect: "Mean of each side, or all triplets' terms over the number of those above zero.",
    }),
  },
  variants: {
    paper: {
      note: "paper and pytorch-metric-learning",
      params: { alpha: 0.2, beta: 1.2, distance: "euclidean" },
    },
    pml: {
      note: "pytorch-metric-learning: expanded to triplets",
      params: { alpha: 0.2, beta: 1.2, distance: "euclidean", reduction: "active" },
    },
    cosine: {
      note: "pytorch-metric-learning with a cosine distance",
      params: { alpha: 0.2, beta: 0.5, distance: "cosine" },
    },
  },
  pitfalls: [
    "Expanded to triplets, as pytorch-metric-learning does, each pair counts several times and both sides share one divisor.",
  ],
  positive: {
    formula: ({ distance: name }) => (name === "cosine" ? "s - beta - alpha" : "beta - alpha - d"),
    value: (s, { alpha, beta, distance: name }) => signOf(name) * beta - alpha - distance(name).of(s),
    slope: (s, { distance: name }) => -distance(name).slope(s),
    link: hinge,
    aggregate: "mean",
  },
  negative: {
    formula: ({ distance: name }) => (name === "cosine" ? "s - beta + alpha" : "beta + alpha - d"),
    value: (s, { alpha, beta, distance: name }) => signOf(name) * beta + alpha - distance(name).of(s),
    slope: (s, { distance: name }) => -distance(name).slope(s),
    link: hinge,
    aggregate: "mean",
  },
  boundary: ({ alpha, beta, distance: name }) =>
    name === "cosine"
      ? corner(beta + alpha, beta - alpha)
      : corner(thresholdAt(beta - alpha), thresholdAt(beta + alpha)),
});

/** The cosine at a chord; a negative chord is beyond every pair. */
const thresholdAt = (chord: number): number => (chord < 0 ? Infinity : 1 - chord ** 2 / 2);

const isExpanded = (params: Params): boolean => params["reduction"] === "active";

/** Margin loss: positives nearer than β − α, negatives farther than β + α. */
export const marginLoss: Loss = {
  ...apart,
  formula(params) {
    const text = apart.formula(params);
    if (!isExpanded(params) || text.coupling === "pointwise") return text;
    const [p, n] = [text.positive, text.negative].map((each, i) =>
      each.replace(/\bd\b/g, i === 0 ? "d_p" : "d_n").replace(/\bs\b/g, i === 0 ? "s_p" : "s_n"),
    );
    return {
      coupling: "pointwise",
      plane: `(relu(-(${p})) + relu(${n})) / max(1, step(-(${p})) + step(${n}))`,
      z: `max(-(${p}), ${n})`,
    };
  },
  evaluate: (set, params = {}, gradient = "attached") =>
    isExpanded(params) ? expanded(set, params, gradient) : apart.evaluate(set, params, gradient),
  plane: (params = {}, counts, gradient) => {
    const form = apart.plane(params, counts, gradient);
    return isExpanded(params) ? expandedPlane(form) : form;
  },
};

/** Every pair counts once for each triplet it is in; the divisor counts the terms above zero of both sides. */
function expanded(set: PairSet, params: Params, gradient: GradientMode): SetResult {
  const sides = apart.evaluate(set, params, gradient);
  const [K, L] = [set.positives.length, set.negatives.length];
  const active = (slopes: Float64Array): number =>
    slopes.reduce((count, slope) => count + (slope === 0 ? 0 : 1), 0);
  const divisor = Math.max(1, L * active(sides.positives) + K * active(sides.negatives));
  const factor = (K * L) / divisor;
  return {
    value: factor * sides.value,
    positives: sides.positives.map((slope) => factor * slope),
    negatives: sides.negatives.map((slope) => factor * slope),
  };
}

/** With equal members the divisor is the number of active sides. */
const expandedPlane = (form: PlaneForm): PlaneForm => ({
  coupling: "pointwise",
  at(sp, sn) {
    const point = planePoint(form, sp, sn);
    const sides = (point.dSp === 0 ? 0 : 1) + (point.dSn === 0 ? 0 : 1);
    const by = Math.max(1, sides);
    return {
      ...point,
      value: point.value / by,
      logValue: point.logValue - Math.log(by),
      dSp: point.dSp / by,
      dSn: point.dSn / by,
    };
  },
});

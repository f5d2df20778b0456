import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

/** Binomial deviance: two soft thresholds, averaged over pairs. */
export const binomialDeviance = decoupledLoss({
  id: "binomial-deviance",
  name: "Binomial deviance",
  family: "pair",
  source: {
    authors: ["Dong Yi", "Zhen Lei", "Stan Z. Li"],
    title: "Deep metric learning for practical person re-identification",
    venue: "ICPR",
    year: 2014,
    arxiv: "1407.4979",
  },
  similarity: "sample–sample",
  batch: { anchors: "pairs", reduction: "mean" },
  params: {
    alpha: scale(2, [0.5, 64], "α", "sharpness"),
    lambda: number({
      symbol: "λ",
      label: "threshold",
      default: 0.5,
      min: -2,
      max: 2,
      slider: [-0.5, 1],
      effect: "Positives must exceed it, negatives stay below it.",
    }),
    c: scale(1, [1, 50], "c", "negative cost in the exponent"),
  },
  pitfalls: ["Every pair weighs the same in the mean: easy negatives drown hard ones."],
  positive: {
    formula: "alpha * (s - lambda)",
    value: (s, { alpha, lambda }) => alpha * (s - lambda),
    slope: (_, { alpha }) => alpha,
    aggregate: "mean",
  },
  negative: {
    formula: "alpha * c * (s - lambda)",
    value: (s, { alpha, lambda, c }) => alpha * c * (s - lambda),
    slope: (_, { alpha, c }) => alpha * c,
    aggregate: "mean",
  },
  boundary: ({ lambda }) => corner(lambda, lambda),
});

import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

/** Multi-similarity loss (without its pair miner): soft thresholds on both sides, each saturating at 1. */
export const multiSimilarity = decoupledLoss({
  id: "multi-similarity",
  name: "Multi-similarity loss",
  family: "pair",
  source: {
    authors: ["Xun Wang", "Xintong Han", "Weilin Huang", "Dengke Dong", "Matthew R. Scott"],
    title: "Multi-similarity loss with general pair weighting for deep metric learning",
    venue: "CVPR",
    year: 2019,
    arxiv: "1904.06627",
    equation: "Eq. 15",
  },
  similarity: "sample–sample",
  batch: { anchors: "samples", reduction: "anchors" },
  params: {
    alpha: scale(2, [0.5, 64], "α", "positive sharpness"),
    beta: scale(50, [1, 100], "β", "negative sharpness"),
    lambda: number({
      symbol: "λ",
      label: "threshold",
      default: 0.5,
      min: -2,
      max: 2,
      slider: [-0.5, 1],
      effect: "Moves both thresholds: positives must exceed it, negatives stay below it.",
    }),
  },
  variants: {
    pml: { note: "pytorch-metric-learning", params: { alpha: 2, beta: 50, lambda: 0.5 } },
    code: {
      note: "the authors' code",
      params: { alpha: 2, beta: 50, lambda: 0.5 },
    },
    paper: {
      note: "λ = 1, as pytorch-metric-learning documents the paper",
      params: { alpha: 2, beta: 50, lambda: 1 },
    },
  },
  pitfalls: [
    "With $λ = 1$ and $β = 50$ the negative term is essentially off below $s_n = 0.9$.",
    "$α = 2$ is so soft that every positive is pulled with about half the largest force.",
  ],
  positive: {
    formula: "alpha * (s - lambda)",
    value: (s, { alpha, lambda }) => alpha * (s - lambda),
    slope: (_, { alpha }) => alpha,
    weight: { formula: "1 / alpha", value: ({ alpha }) => 1 / alpha },
  },
  negative: {
    formula: "beta * (s - lambda)",
    value: (s, { beta, lambda }) => beta * (s - lambda),
    slope: (_, { beta }) => beta,
    weight: { formula: "1 / beta", value: ({ beta }) => 1 / beta },
  },
  boundary({ alpha, beta, lambda }, offsets) {
    return corner(lambda + offsets.positive / alpha, lambda - offsets.negative / beta);
  },
});

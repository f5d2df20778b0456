import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

export const thresholdLogit = {
  formula: "gamma * (s - b)",
  value: (s: number, { gamma, b }: { gamma: number; b: number }) => gamma * (s - b),
  slope: (_: number, { gamma }: { gamma: number }) => gamma,
  aggregate: "sum",
} as const;

export const thresholdParams = {
  gamma: scale(10, [1, 64]),
  b: number({
    symbol: "b",
    label: "threshold",
    default: 0.5,
    min: -2,
    max: 2,
    slider: [-1, 1],
    effect: "Positives must exceed it, negatives stay below it.",
  }),
};

/** Binary cross-entropy on every similarity. */
export const bce = decoupledLoss({
  id: "bce",
  name: "Binary cross-entropy",
  family: "binary",
  source: {
    authors: ["I. J. Good"],
    title: "Rational decisions",
    venue: "Journal of the Royal Statistical Society B",
    year: 1952,
  },
  similarity: "either kind",
  params: thresholdParams,
  pitfalls: ["$K$ and $L$ are factors, not shifts: many negatives outweigh few positives."],
  positive: thresholdLogit,
  negative: thresholdLogit,
  boundary: ({ b }) => corner(b, b),
});

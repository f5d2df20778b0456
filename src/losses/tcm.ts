import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { hinge } from "./links.ts";
import { number } from "./params.ts";

const threshold = (symbol: string, label: string, preset: number, effect: string) =>
  number({ symbol, label, default: preset, min: -1, max: 1, slider: [-0.5, 1], effect });
const weight = (symbol: string, label: string) =>
  number({ symbol, label, default: 1, min: 0, max: 1e3, slider: [0, 2], effect: "Multiplies this side." });

/** Threshold-consistent margin: a regulariser that asks the same thresholds of every class. */
export const tcm = decoupledLoss({
  id: "tcm",
  name: "Threshold-consistent margin",
  family: "pair",
  source: {
    authors: [
      "Qin Zhang",
      "Linghan Xu",
      "Qingming Tang",
      "Jun Fang",
      "Ying Nian Wu",
      "Joe Tighe",
      "Yifan Xing",
    ],
    title: "Threshold-consistent margin loss for open-world deep metric learning",
    venue: "arXiv",
    year: 2023,
    arxiv: "2307.04047",
  },
  similarity: "sample–sample",
  batch: { anchors: "pairs", reduction: "mean" },
  params: {
    mPos: threshold("m^+", "positive threshold", 0.9, "Positives below it are pulled."),
    mNeg: threshold("m^-", "negative threshold", 0.5, "Negatives above it are pushed."),
    lambdaPos: weight("λ^+", "weight of positives"),
    lambdaNeg: weight("λ^-", "weight of negatives"),
  },
  variants: {
    pml: { note: "pytorch-metric-learning", params: { mPos: 0.9, mNeg: 0.5, lambdaPos: 1, lambdaNeg: 1 } },
  },
  pitfalls: ["Meant as an addition to another loss, over the pairs that are still active."],
  positive: {
    formula: "s - mPos",
    value: (s, { mPos }) => s - mPos,
    slope: () => 1,
    link: hinge,
    weight: { formula: "lambdaPos", value: ({ lambdaPos }) => lambdaPos },
    aggregate: "active",
  },
  negative: {
    formula: "s - mNeg",
    value: (s, { mNeg }) => s - mNeg,
    slope: () => 1,
    link: hinge,
    weight: { formula: "lambdaNeg", value: ({ lambdaNeg }) => lambdaNeg },
    aggregate: "active",
  },
  boundary: ({ mPos, mNeg }) => corner(mPos, mNeg),
});

import { foldedBranch, foldedCosine, foldedFormula } from "./angles.ts";
import { coupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

const norm = (symbol: string, label: string) =>
  number({
    symbol,
    label,
    default: 1,
    min: 1e-3,
    max: 1e4,
    slider: [0.25, 4],
    scale: "log",
    effect: "Scales this side's logit: the boundary moves with the ratio of the norms.",
  });

/** Large-margin softmax: A-Softmax with the norms of the class weights left in. */
export const lSoftmax = coupledLoss({
  id: "l-softmax",
  name: "L-Softmax",
  family: "classification",
  source: {
    authors: ["Weiyang Liu", "Yandong Wen", "Zhiding Yu", "Meng Yang"],
    title: "Large-margin softmax loss for convolutional neural networks",
    venue: "ICML",
    year: 2016,
    arxiv: "1612.02295",
    equation: "Eq. 4",
  },
  similarity: "sample–class weight, un-normalised weights; γ is the feature norm",
  params: {
    gamma: scale(10, [1, 64], "γ", "feature norm · scale"),
    m: number({
      symbol: "m",
      label: "multiplicative margin",
      default: 4,
      min: 1,
      max: 8,
      slider: [1, 4],
      effect: "Multiplies the angle to the own class.",
    }),
    wp: norm("w_p", "norm of the own weight"),
    wn: norm("w_n", "norm of the other weights"),
  },
  variants: {
    pml: { note: "pytorch-metric-learning on unit norms", params: { gamma: 1, m: 4, wp: 1, wn: 1 } },
  },
  pitfalls: [
    "The boundary moves with the ratio of the weight norms, which is why SphereFace normalised them.",
  ],
  positive: {
    formula: ({ m }) => `gamma * wp * ${foldedFormula(m)}`,
    value: (s, { gamma, m, wp }) => gamma * wp * foldedCosine.value(s, m),
    slope: (s, { gamma, m, wp }) => gamma * wp * foldedCosine.slope(s, m),
    aggregate: "mean",
  },
  negative: {
    formula: "gamma * wn * s",
    value: (s, { gamma, wn }) => gamma * wn * s,
    slope: (_, { gamma, wn }) => gamma * wn,
  },
  boundary: ({ gamma, m, wp, wn }, offset) =>
    foldedBranch("psi inverse of (wn s_n + (ln L) / gamma) / wp", m, (sn) => (wn * sn + offset / gamma) / wp),
});

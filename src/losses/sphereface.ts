import { foldedBranch, foldedCosine, foldedFormula } from "./angles.ts";
import { coupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** A-Softmax: the angle of the true class counts m times. */
export const sphereface = coupledLoss({
  id: "sphereface",
  name: "SphereFace (A-Softmax)",
  aliases: ["a-softmax"],
  family: "classification",
  source: {
    authors: ["Weiyang Liu", "Yandong Wen", "Zhiding Yu", "Ming Li", "Bhiksha Raj", "Le Song"],
    title: "SphereFace: deep hypersphere embedding for face recognition",
    venue: "CVPR",
    year: 2017,
    arxiv: "1704.08063",
    equation: "Eq. 7",
  },
  similarity: "sample–class weight; γ is the feature norm",
  params: {
    gamma: scale(30, [1, 64], "γ", "feature norm · scale"),
    m: number({
      symbol: "m",
      label: "multiplicative margin",
      default: 4,
      min: 1,
      max: 8,
      slider: [1, 5],
      effect: "Multiplies the angle to the own class; the margin vanishes with the angle.",
    }),
    lambda: number({
      symbol: "λ",
      label: "annealing weight",
      default: 0,
      min: 0,
      max: 1e4,
      slider: [0, 10],
      effect: "Mixes the plain logit in; training starts high and ends near 5.",
    }),
  },
  variants: {
    paper: { note: "without annealing", params: { m: 4, lambda: 0 } },
    training: { note: "the authors' last annealing step", params: { m: 4, lambda: 5 } },
    pml: { note: "pytorch-metric-learning on unit-norm embeddings", params: { gamma: 1, m: 4, lambda: 0 } },
  },
  pitfalls: [
    "Where $θ = kπ/m$ inside the plane the pull on positives vanishes although the loss is large.",
    "$z$ is huge at the start of training; the authors anneal $λ$ from 1000 down to 5.",
  ],
  positive: {
    formula: ({ m }) => `gamma * (lambda * s + ${foldedFormula(m)}) / (1 + lambda)`,
    value: (s, { gamma, m, lambda }) => (gamma * (lambda * s + foldedCosine.value(s, m))) / (1 + lambda),
    slope: (s, { gamma, m, lambda }) => (gamma * (lambda + foldedCosine.slope(s, m))) / (1 + lambda),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary: ({ gamma, m, lambda }, offset) =>
    lambda === 0
      ? foldedBranch("cos(acos(s_n + (ln L) / gamma) / m)", m, (sn) => sn + offset / gamma)
      : undefined,
});

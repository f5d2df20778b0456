import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

interface Adjusted {
  readonly r: number;
  readonly t: number;
}

/** g(s) = 2((s + 1)/2)^t − 1 spreads the upper half of the cosines. */
const adjusted = (s: number, t: number): number => 2 * ((s + 1) / 2) ** t - 1;

const slope = (s: number, { r, t }: Adjusted): number => r * t * ((s + 1) / 2) ** (t - 1);

/** Where g(s) equals a level; ±∞ where it never does. */
const inverse = (level: number, t: number): number =>
  level <= -1 ? -Infinity : level >= 1 ? Infinity : 2 * ((level + 1) / 2) ** (1 / t) - 1;

/** SphereFace2: C binary questions in place of one softmax, with a margin on both sides. */
export const sphereface2 = decoupledLoss({
  id: "sphereface2",
  name: "SphereFace2",
  family: "binary",
  source: {
    authors: ["Yandong Wen", "Weiyang Liu", "Adrian Weller", "Bhiksha Raj", "Rita Singh"],
    title: "SphereFace2: binary classification is all you need for deep face recognition",
    venue: "ICLR",
    year: 2022,
    arxiv: "2108.01513",
    equation: "Eq. 6",
  },
  similarity: "sample–class weight",
  batch: { anchors: "class-weights", reduction: "mean" },
  params: {
    lambda: number({
      symbol: "λ",
      label: "positive weight",
      default: 0.7,
      min: 0,
      max: 1,
      slider: [0, 1],
      effect: "Weight of the positive question; negatives get the rest.",
    }),
    r: scale(40, [1, 64], "r"),
    m: number({
      symbol: "m",
      label: "margin",
      default: 0.4,
      min: 0,
      max: 2,
      slider: [0, 0.8],
      effect: "Makes both sides harder.",
    }),
    t: number({
      symbol: "t",
      label: "similarity adjustment",
      default: 3,
      min: 1,
      max: 10,
      slider: [1, 5],
      effect: "Spreads the cosines near 1.",
    }),
    b: number({
      symbol: "b",
      label: "bias",
      default: 0,
      min: -1000,
      max: 1000,
      slider: [-20, 20],
      effect: "Moves both thresholds; learned in training.",
    }),
  },
  variants: {
    attached: { note: "the full derivative", gradient: "attached" },
    detached: { note: "the authors' code holds g(s) − s constant", gradient: "detached" },
  },
  pitfalls: ["The bias is learned: with $b = 0$ the picture is not the one of training."],
  positive: {
    formula: "r * (s + detach(2 * ((s + 1) / 2)^t - 1 - s) - m) + b",
    value: (s, { r, m, t, b }) => r * (adjusted(s, t) - m) + b,
    slope,
    pace: (_, { r }) => r,
    weight: { formula: "lambda / r", value: ({ lambda, r }) => lambda / r },
    aggregate: "mean",
  },
  negative: {
    formula: "r * (s + detach(2 * ((s + 1) / 2)^t - 1 - s) + m) + b",
    value: (s, { r, m, t, b }) => r * (adjusted(s, t) + m) + b,
    slope,
    pace: (_, { r }) => r,
    weight: { formula: "(1 - lambda) / r", value: ({ lambda, r }) => (1 - lambda) / r },
    aggregate: "sum",
  },
  boundary: ({ r, m, t, b }) => corner(inverse(m - b / r, t), inverse(-m - b / r, t)),
});

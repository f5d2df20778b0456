import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { distance, distanceChoice } from "./distances.ts";
import { hinge } from "./links.ts";
import { number } from "./params.ts";

const signOf = (name: "euclidean" | "cosine"): 1 | -1 => (name === "cosine" ? -1 : 1);

/** Margin loss: positives nearer than β − α, negatives farther than β + α. */
export const marginLoss = decoupledLoss({
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
  },
  variants: {
    paper: {
      note: "paper and pytorch-metric-learning",
      params: { alpha: 0.2, beta: 1.2, distance: "euclidean" },
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
    formula: ({ distance: name }) =>
      name === "cosine" ? "s - beta - alpha" : `beta - alpha - (${distance(name).formula})`,
    value: (s, { alpha, beta, distance: name }) => signOf(name) * beta - alpha - distance(name).of(s),
    slope: (s, { distance: name }) => -distance(name).slope(s),
    link: hinge,
    aggregate: "mean",
  },
  negative: {
    formula: ({ distance: name }) =>
      name === "cosine" ? "s - beta + alpha" : `beta + alpha - (${distance(name).formula})`,
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

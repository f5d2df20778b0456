import { coupledLoss } from "./define.ts";
import { beyond, distance, distanceBoundary, distanceChoice } from "./distances.ts";
import { hinge } from "./links.ts";
import { choice, tripletMargin } from "./params.ts";

/** Triplet margin loss on one of four distances δ: [δ_p − δ_n + m]₊ over the triplets of a set. */
export const triplet = coupledLoss({
  id: "triplet",
  name: "Triplet margin loss",
  family: "pair",
  source: {
    authors: ["Florian Schroff", "Dmitry Kalenichenko", "James Philbin"],
    title: "FaceNet: a unified embedding for face recognition and clustering",
    venue: "CVPR",
    year: 2015,
    arxiv: "1503.03832",
    equation: "Eq. 3",
  },
  similarity: "sample–sample",
  batch: ({ reduction }) => ({
    anchors: "samples",
    reduction: reduction === "active" ? "active-terms" : "terms",
  }),
  params: {
    margin: tripletMargin(0.1),
    distance: distanceChoice(["cosine", "euclidean", "squared", "angular"], "cosine"),
    reduction: choice({
      label: "reduction",
      options: ["mean", "active", "hardest"],
      default: "mean",
      effect:
        "Mean over all triplets, over those above zero, or the hardest positive against the hardest negative.",
    }),
  },
  variants: {
    cosine: { note: "s_n − s_p", params: { distance: "cosine", margin: 0.1 } },
    euclidean: { note: "chords d_p − d_n", params: { distance: "euclidean", margin: 0.05 } },
    squared: { note: "squared chords, FaceNet", params: { distance: "squared", margin: 0.2 } },
    angular: {
      note: "angles θ_p − θ_n, as compared in the ArcFace paper",
      params: { distance: "angular", margin: 0.35 },
    },
    pml: {
      note: "pytorch-metric-learning",
      params: { distance: "euclidean", margin: 0.05, reduction: "active" },
    },
    "batch-hard": {
      note: "Hermans et al. 2017",
      params: { distance: "euclidean", margin: 0.2, reduction: "hardest" },
    },
  },
  pitfalls: [
    "On Euclidean distance the gradient grows like $1/d$ as $s_p → 1$ and the two sides differ in size.",
    "A loss stuck exactly at the margin means collapse: all distances equal.",
  ],
  link: hinge,
  positive: {
    formula: ({ distance: name }) => distance(name).nearness,
    value: (s, values) => -distance(values.distance).of(s),
    slope: (s, values) => -distance(values.distance).slope(s),
    aggregate: ({ reduction }) => reduction,
  },
  negative: {
    formula: ({ distance: name }) => beyond("margin", name),
    value: (s, values) => values.margin - distance(values.distance).of(s),
    slope: (s, values) => -distance(values.distance).slope(s),
    aggregate: ({ reduction }) => reduction,
  },
  boundary: (values) => distanceBoundary(values.distance, values.margin),
});

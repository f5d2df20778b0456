import { hermans2017 } from "./citations.ts";
import { coupledLoss } from "./define.ts";
import { beyond, distance, distanceBoundary, distanceChoice } from "./distances.ts";
import { choice, scale, tripletMargin } from "./params.ts";

/** Soft-margin triplet loss: softplus in place of the hinge. */
export const softTriplet = coupledLoss({
  id: "soft-triplet",
  name: "Soft-margin triplet loss",
  family: "pair",
  source: hermans2017,
  similarity: "sample–sample",
  batch: { anchors: "samples", reduction: "terms" },
  params: {
    gamma: scale(1, [1, 64], "γ", "sharpness"),
    margin: tripletMargin(0),
    distance: distanceChoice(["cosine", "euclidean", "squared", "angular"], "cosine"),
    reduction: choice({
      label: "reduction",
      options: ["mean", "hardest"],
      default: "mean",
      effect: "Mean over all triplets, or the hardest positive against the hardest negative.",
    }),
  },
  variants: {
    cosine: { note: "s_n − s_p", params: { distance: "cosine" } },
    euclidean: { note: "chords d_p − d_n", params: { distance: "euclidean" } },
    squared: { note: "squared chords", params: { distance: "squared" } },
    angular: { note: "angles θ_p − θ_n", params: { distance: "angular" } },
    pml: {
      note: "pytorch-metric-learning TripletMarginLoss(smooth_loss=True)",
      params: { distance: "euclidean", margin: 0.05 },
    },
  },
  pitfalls: [
    "On the unit sphere with $γ = 1$ the loss never gets below 0.127 and its gradient is nearly constant.",
  ],
  positive: {
    formula: ({ distance: name }) => `gamma * (${distance(name).nearness})`,
    value: (s, values) => -values.gamma * distance(values.distance).of(s),
    slope: (s, values) => -values.gamma * distance(values.distance).slope(s),
    aggregate: ({ reduction }) => reduction,
  },
  negative: {
    formula: ({ distance: name }) => `gamma * (${beyond("margin", name)})`,
    value: (s, values) => values.gamma * (values.margin - distance(values.distance).of(s)),
    slope: (s, values) => -values.gamma * distance(values.distance).slope(s),
    aggregate: ({ reduction }) => reduction,
  },
  boundary: (values) => distanceBoundary(values.distance, values.margin),
});

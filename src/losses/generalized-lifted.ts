import { hermans2017 } from "./citations.ts";
import { coupledLoss } from "./define.ts";
import { distanceBoundary, distanceChoice } from "./distances.ts";
import { liftedParams, liftedSide, liftedSign } from "./lifted-structure.ts";
import { hinge, softplusLink } from "./links.ts";
import { choice } from "./params.ts";

/** Generalised lifted structured loss: a soft farthest positive against a soft nearest negative. */
export const generalizedLifted = coupledLoss({
  id: "generalized-lifted",
  name: "Generalised lifted structured loss",
  family: "pair",
  source: { ...hermans2017, equation: "Eq. 9" },
  similarity: "sample–sample",
  params: {
    ...liftedParams,
    distance: distanceChoice(["euclidean", "cosine"], "euclidean"),
    link: choice({
      label: "link",
      options: ["hinge", "soft"],
      default: "hinge",
      effect: "Zero beyond the boundary, or a softplus that never is.",
    }),
  },
  variants: {
    pml: { note: "pytorch-metric-learning", params: { margin: 1, posMargin: 0, distance: "euclidean" } },
    soft: { note: "softplus in place of the hinge", params: { link: "soft" } },
    cosine: {
      note: "pytorch-metric-learning with a cosine distance",
      params: { distance: "cosine", margin: 0, posMargin: 1 },
    },
  },
  pitfalls: ["With $m + ln K + ln L > 2$ the hinge is never inactive on the unit sphere."],
  link: ({ link }) => (link === "soft" ? softplusLink : hinge),
  positive: liftedSide("posMargin"),
  negative: liftedSide("margin"),
  boundary: (values, offset) =>
    distanceBoundary(
      values.distance,
      liftedSign(values.distance) * (values.margin - values.posMargin) + offset,
    ),
});

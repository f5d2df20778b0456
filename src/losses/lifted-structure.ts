import { coupledLoss } from "./define.ts";
import { against, distance, distanceBoundary, distanceChoice } from "./distances.ts";
import { halfSquaredHinge } from "./links.ts";
import { number } from "./params.ts";

/** A cosine falls where a distance rises. */
export const liftedSign = (name: "euclidean" | "cosine"): 1 | -1 => (name === "cosine" ? -1 : 1);

export const liftedParams = {
  margin: number({
    symbol: "m",
    label: "negative margin",
    default: 1,
    min: 0,
    max: 4,
    slider: [0, 2],
    effect: "Demands that negatives be farther than the positive by this much.",
  }),
  posMargin: number({
    symbol: "m_p",
    label: "positive margin",
    default: 0,
    min: -4,
    max: 4,
    slider: [0, 1],
    effect: "Forgives positives this much distance (demands this much cosine).",
  }),
};

type Lifted = Readonly<Record<"margin" | "posMargin", number>> & {
  readonly distance: "euclidean" | "cosine";
};

/** ±(margin − δ): a distance against the margin of its side, or a cosine. */
export const liftedSide = (margin: "margin" | "posMargin") => ({
  formula: (values: Lifted) => against(margin, values.distance),
  value: (s: number, values: Lifted) =>
    liftedSign(values.distance) * values[margin] - distance(values.distance).of(s),
  slope: (s: number, values: Lifted) => -distance(values.distance).slope(s),
});

/** Lifted structured loss: ½[J]₊² for a positive pair against the negatives of its end points. */
export const liftedStructure = coupledLoss({
  id: "lifted-structure",
  name: "Lifted structured loss",
  family: "pair",
  source: {
    authors: ["Hyun Oh Song", "Yu Xiang", "Stefanie Jegelka", "Silvio Savarese"],
    title: "Deep metric learning via lifted structured feature embedding",
    venue: "CVPR",
    year: 2016,
    arxiv: "1511.06452",
    equation: "Eq. 4",
  },
  similarity: "sample–sample; L counts the negatives of both end points",
  batch: { anchors: "pair-both-ends", reduction: "mean" },
  params: {
    ...liftedParams,
    distance: distanceChoice(["euclidean", "cosine"], "euclidean"),
  },
  variants: {
    euclidean: { note: "paper", params: { distance: "euclidean", margin: 1, posMargin: 0 } },
    pml: { note: "pytorch-metric-learning", params: { distance: "euclidean", margin: 1, posMargin: 0 } },
    cosine: {
      note: "pytorch-metric-learning with a cosine distance",
      params: { distance: "cosine", margin: 0, posMargin: 1 },
    },
  },
  pitfalls: ["With $m + ln L > 2$ the hinge is never inactive: for $m = 1$ already from three negatives on."],
  link: halfSquaredHinge,
  positive: { ...liftedSide("posMargin"), aggregate: "mean" },
  negative: liftedSide("margin"),
  boundary: (values, offset) =>
    distanceBoundary(
      values.distance,
      liftedSign(values.distance) * (values.margin - values.posMargin) + offset,
    ),
});

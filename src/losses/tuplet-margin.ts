import { angleBranches, shiftedCosine } from "./angles.ts";
import { yu2019 } from "./citations.ts";
import { coupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Tuplet margin loss: a softmax over a tuple with a slack on the positive's angle. */
export const tupletMargin = coupledLoss({
  id: "tuplet-margin",
  name: "Tuplet margin loss",
  family: "pair",
  source: { ...yu2019, equation: "Eq. 6" },
  similarity: "sample–sample",
  batch: { anchors: "samples", reduction: "terms" },
  params: {
    gamma: scale(64, [1, 128]),
    beta: number({
      symbol: "β",
      label: "slack margin",
      default: 0.1,
      min: 0,
      max: 1.5,
      slider: [0, 0.5],
      unit: "radians",
      effect: "Takes from the positive's angle: hard positives are forgiven, the opposite of ArcFace.",
    }),
  },
  variants: {
    paper: { note: "0.1 rad", params: { gamma: 64, beta: 0.1 } },
    pml: {
      note: "pytorch-metric-learning, 5.73 degrees",
      params: { gamma: 64, beta: (5.73 * Math.PI) / 180 },
    },
  },
  pitfalls: ["For $θ_p < β$ moving closer raises the loss: the optimum is $θ_p = β$."],
  positive: {
    formula: "gamma * cos(theta - beta)",
    value: (s, { gamma, beta }) => gamma * shiftedCosine.value(s, -beta),
    slope: (s, { gamma, beta }) => gamma * shiftedCosine.slope(s, -beta),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary: ({ gamma, beta }, offset) =>
    angleBranches("cos(beta ± acos(s_n + (ln L) / gamma))", 1, -beta, (sn) => sn + offset / gamma),
});

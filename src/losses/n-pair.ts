import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Multi-class N-pair loss: one positive against the positives of the other classes. */
export const nPair = coupledLoss({
  id: "n-pair",
  name: "N-pair loss",
  family: "pair",
  source: {
    authors: ["Kihyuk Sohn"],
    title: "Improved deep metric learning with multi-class N-pair loss objective",
    venue: "NIPS",
    year: 2016,
    equation: "Eq. 7",
  },
  similarity: "sample–sample, inner product",
  batch: { anchors: "class-pairs", reduction: "mean" },
  params: { gamma: scale(1, [1, 64], "γ", "product of norms ‖x‖‖x′‖") },
  variants: { pml: { note: "pytorch-metric-learning, normalised embeddings", params: { gamma: 1 } } },
  pitfalls: ["On the unit sphere $γ = 1$ makes the loss almost linear."],
  positive: { ...scaledCosine, aggregate: "mean" },
  negative: scaledCosine,
  boundary: ({ gamma }, offset) => [sloped(offset / gamma, 1)],
});

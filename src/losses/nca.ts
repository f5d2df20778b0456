import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Neighbourhood components analysis: the positives share one numerator. */
export const nca = coupledLoss({
  id: "nca",
  name: "NCA",
  family: "pair",
  source: {
    authors: ["Jacob Goldberger", "Sam Roweis", "Geoffrey Hinton", "Ruslan Salakhutdinov"],
    title: "Neighbourhood components analysis",
    venue: "NIPS",
    year: 2004,
  },
  similarity: "sample–sample",
  params: { gamma: scale(2, [1, 64], "γ", "twice the scale of squared distances") },
  variants: { pml: { note: "pytorch-metric-learning, softmax_scale 1", params: { gamma: 2 } } },
  pitfalls: [
    "More positives make the task easier ($− ln K$); in the unified loss they make it harder.",
    "The original maximises the probability itself; here, as in pytorch-metric-learning, its logarithm.",
  ],
  positive: { ...scaledCosine, aggregate: "mass" },
  negative: scaledCosine,
  boundary: ({ gamma }, offset) => [sloped(offset / gamma, 1)],
});

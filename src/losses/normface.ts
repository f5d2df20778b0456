import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Softmax cross-entropy on cosines with a scale in place of the norms. */
export const normface = coupledLoss({
  id: "normface",
  name: "NormFace",
  aliases: ["normalized-softmax"],
  family: "classification",
  source: {
    authors: ["Feng Wang", "Xiang Xiang", "Jian Cheng", "Alan L. Yuille"],
    title: "NormFace: L2 hypersphere embedding for face verification",
    venue: "ACM Multimedia",
    year: 2017,
    arxiv: "1704.06369",
  },
  similarity: "sample–class weight",
  params: { gamma: scale(20, [1, 128]) },
  variants: {
    pml: { note: "pytorch-metric-learning NormalizedSoftmaxLoss, temperature 0.05", params: { gamma: 20 } },
  },
  pitfalls: ["Without a margin the boundary is $s_p = s_n$: classes touch."],
  positive: { ...scaledCosine, aggregate: "mean" },
  negative: scaledCosine,
  boundary: ({ gamma }, offset) => [sloped(offset / gamma, 1)],
});

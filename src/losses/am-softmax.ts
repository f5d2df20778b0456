import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { cosineMargin, scale } from "./params.ts";
import { scaledCosine, withCosineMargin } from "./transforms.ts";

/** AM-Softmax (CosFace): the cosine of the true class must beat the others by `margin`. */
export const amSoftmax = coupledLoss({
  id: "am-softmax",
  name: "AM-Softmax (CosFace)",
  aliases: ["cosface"],
  family: "classification",
  source: {
    authors: ["Feng Wang", "Jian Cheng", "Weiyang Liu", "Haijun Liu"],
    title: "Additive margin softmax for face verification",
    venue: "IEEE Signal Processing Letters",
    year: 2018,
    arxiv: "1801.05599",
  },
  similarity: "sample–class weight",
  params: { gamma: scale(30, [1, 128]), margin: cosineMargin(0.35) },
  variants: {
    cosface: { note: "CosFace, arXiv 1801.09414", params: { gamma: 64, margin: 0.35 } },
    pml: { note: "pytorch-metric-learning CosFaceLoss", params: { gamma: 64, margin: 0.35 } },
    insightface: { note: "insightface", params: { gamma: 64, margin: 0.4 } },
  },
  pitfalls: [
    "Only the sum of a margin on $s_p$ and one on $s_n$ enters: moving it from one side to the other changes nothing.",
  ],
  positive: { ...withCosineMargin, aggregate: "mean" },
  negative: scaledCosine,
  boundary: ({ gamma, margin }, offset) => [sloped(margin + offset / gamma, 1)],
});

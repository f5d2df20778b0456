import { decoupledLoss } from "./define.ts";
import { halfSquare } from "./links.ts";

/** P2SGrad: the mean squared error whose gradient is cos θ_j − 1[j = y]. No parameters. */
export const p2sgrad = decoupledLoss({
  id: "p2sgrad",
  name: "P2SGrad",
  family: "classification",
  source: {
    authors: [
      "Xiao Zhang",
      "Rui Zhao",
      "Junjie Yan",
      "Mengya Gao",
      "Yu Qiao",
      "Xiaogang Wang",
      "Hongsheng Li",
    ],
    title: "P2SGrad: refined gradients for optimizing deep face models",
    venue: "CVPR",
    year: 2019,
    arxiv: "1905.02479",
    equation: "Eq. 13",
  },
  similarity: "sample–class weight",
  params: {},
  pitfalls: [
    "Negatives below 0 are pulled back up to orthogonality.",
    "pytorch-metric-learning takes the mean over batch and classes: its value is $2/(L + 1)$ times this one.",
  ],
  positive: { formula: "s - 1", value: (s) => s - 1, slope: () => 1, link: halfSquare, aggregate: "mean" },
  negative: { formula: "s", value: (s) => s, slope: () => 1, link: halfSquare, aggregate: "sum" },
  boundary: () => [],
});

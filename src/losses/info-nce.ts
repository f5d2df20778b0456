import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { temperature } from "./params.ts";
import { overTemperature } from "./transforms.ts";

/** InfoNCE (NT-Xent): each positive against all negatives, the other positives left out. */
export const infoNce = coupledLoss({
  id: "info-nce",
  name: "InfoNCE (NT-Xent)",
  aliases: ["nt-xent"],
  family: "contrastive",
  source: {
    authors: ["Aaron van den Oord", "Yazhe Li", "Oriol Vinyals"],
    title: "Representation learning with contrastive predictive coding",
    venue: "arXiv",
    year: 2018,
    arxiv: "1807.03748",
    equation: "Eq. 4",
  },
  similarity: "sample–sample, two views",
  batch: { anchors: "samples", reduction: "terms" },
  params: { tau: temperature("τ", 0.07) },
  variants: {
    moco: { note: "MoCo", params: { tau: 0.07 } },
    simclr: { note: "SimCLR", params: { tau: 0.5 } },
    pml: { note: "pytorch-metric-learning NTXentLoss", params: { tau: 0.07 } },
  },
  pitfalls: [
    "$1/τ$ multiplies the gradient: compare temperatures by $τ ∂ℒ$.",
    "pytorch-metric-learning adds a tiny constant inside the logarithm and so stops at 708.",
  ],
  positive: { ...overTemperature, aggregate: "mean" },
  negative: overTemperature,
  boundary: ({ tau }, offset) => [sloped(tau * offset, 1)],
});

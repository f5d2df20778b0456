import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** CoSENT: every pair that should be closer against every pair that should not, over the whole batch. */
export const cosent = coupledLoss({
  id: "cosent",
  name: "CoSENT",
  family: "contrastive",
  source: {
    authors: ["Jianlin Su"],
    title: "CoSENT: a more effective sentence embedding scheme than Sentence-BERT",
    venue: "blog",
    year: 2022,
    url: "https://kexue.fm/archives/8847",
  },
  similarity: "sentence–sentence; K and L count pairs of the batch",
  batch: { anchors: "pairs", reduction: "mean" },
  params: { gamma: scale(20, [1, 64]) },
  variants: { reference: { note: "sentence-transformers", params: { gamma: 20 } } },
  pitfalls: ["Pairs are compared without an anchor: $K$ and $L$ are batch-sized."],
  positive: scaledCosine,
  negative: scaledCosine,
  boundary: ({ gamma }, offset) => [sloped(offset / gamma, 1)],
});

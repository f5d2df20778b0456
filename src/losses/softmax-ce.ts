import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { scale } from "./params.ts";
import { scaledCosine } from "./transforms.ts";

/** Softmax cross-entropy on inner products; on the plane γ = ‖w‖‖x‖. */
export const softmaxCe = coupledLoss({
  id: "softmax-ce",
  name: "Softmax cross-entropy",
  aliases: ["softmax", "cross-entropy"],
  family: "classification",
  source: {
    authors: ["John S. Bridle"],
    title: "Probabilistic interpretation of feedforward classification network outputs",
    venue: "Neurocomputing",
    year: 1990,
  },
  similarity: "sample–class weight, inner product",
  params: { gamma: scale(1, [1, 128], "γ", "product of norms ‖w‖‖x‖") },
  pitfalls: ["With $γ = 1$ the loss cannot get small: at $(s_p, s_n) = (1, −1)$ it is still 0.127."],
  positive: { ...scaledCosine, aggregate: "mean" },
  negative: scaledCosine,
  boundary: ({ gamma }, offset) => [sloped(offset / gamma, 1)],
});

import { circleBoundary, circleParams, negativeSide, positiveSide, reduced } from "./circle-shape.ts";
import { sun2020 } from "./citations.ts";
import { coupledLoss } from "./define.ts";

/** Circle loss: each similarity is pulled at a pace of its own, so the decision boundary is an arc. */
export const circleLoss = coupledLoss({
  id: "circle",
  name: "Circle loss",
  family: "pair",
  source: { ...sun2020, equation: "Eq. 4–8" },
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: circleParams,
  gradient: "detached",
  variants: {
    detached: {
      note: "α held constant: the paper's Eq. 9–10 and the common implementations",
      gradient: "detached",
    },
    attached: { note: "the full derivative, as drawn in the paper's Fig. 2", gradient: "attached" },
    pml: { note: "pytorch-metric-learning", params: { gamma: 80, margin: 0.4 } },
    faces: { note: "paper, face recognition", params: { gamma: 256, margin: 0.25 } },
    "re-id": { note: "paper, person re-identification", params: { gamma: 128, margin: 0.25 } },
    retrieval: { note: "paper, fine-grained retrieval", params: { gamma: 80, margin: 0.4 } },
    blog: { note: "the blog post's code", params: { gamma: 64, margin: 0.25 } },
  },
  pitfalls: [
    "The detached field is not the gradient of the surface: for $−m < s_n < 0$ the two have opposite signs.",
    "A negative at $s_n ≤ −m$ is scored worse than an orthogonal one; it still adds $e^0$ to its sum.",
    "$γ$ multiplies squared similarities: compare with other losses at equal slope, not at equal $γ$.",
  ],
  positive: {
    formula: "gamma * detach(relu(1 + margin - s)) * (s - 1 + margin)",
    value: (s, values) => positiveSide.value(s, reduced(values)),
    slope: (s, values) => positiveSide.slope(s, reduced(values)),
    pace: (s, values) => positiveSide.pace(s, reduced(values)),
  },
  negative: {
    formula: "gamma * detach(relu(s + margin)) * (s - margin)",
    value: (s, values) => negativeSide.value(s, reduced(values)),
    slope: (s, values) => negativeSide.slope(s, reduced(values)),
    pace: (s, values) => negativeSide.pace(s, reduced(values)),
  },
  boundary: (values, offset) => circleBoundary(reduced(values), offset),
});

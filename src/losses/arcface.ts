import {
  arcfaceParams,
  arcfaceSource,
  targetBoundary,
  targetFormula,
  targetOf,
  targetSlope,
} from "./arcface-target.ts";
import { coupledLoss } from "./define.ts";
import { scaledCosine } from "./transforms.ts";

/** ArcFace: the angle of the true class must be smaller than the others' by `margin`. */
export const arcface = coupledLoss({
  id: "arcface",
  name: "ArcFace",
  family: "classification",
  source: arcfaceSource,
  similarity: "sample–class weight",
  params: arcfaceParams,
  variants: {
    paper: {
      note: "0.5 rad, cos(θ + m) beyond π − m as well",
      params: { gamma: 64, margin: 0.5, easy: "none" },
    },
    insightface: { note: "0.5 rad, easy_margin=False", params: { gamma: 64, margin: 0.5, easy: "monotone" } },
    "easy-margin": {
      note: "insightface, easy_margin=True",
      params: { gamma: 64, margin: 0.5, easy: "easy" },
    },
    pml: {
      note: "pytorch-metric-learning, 28.6 degrees",
      params: { gamma: 64, margin: (28.6 * Math.PI) / 180, easy: "monotone" },
    },
  },
  pitfalls: [
    "28.6° is 0.499164 rad, not 0.5.",
    "Beyond $θ = π − m$ the usual code jumps down to $cos θ − m sin m$; plain $cos(θ + m)$ pulls the wrong way there.",
    "The gradient by $s_p$ grows without bound as $s_p → 1$; by the angle it does not.",
  ],
  positive: {
    formula: ({ easy }) => `gamma * ${targetFormula(easy)}`,
    value: (s, { gamma, margin, easy }) => gamma * targetOf(s, margin, easy),
    slope: (s, { gamma, margin, easy }) => gamma * targetSlope(s, margin, easy),
    aggregate: "mean",
  },
  negative: scaledCosine,
  boundary: ({ gamma, margin, easy }, offset) => targetBoundary(margin, easy, offset / gamma),
});

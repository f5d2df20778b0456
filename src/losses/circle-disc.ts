import { arcBesideCorner, arcRadius, circleParams, quadraticPositive } from "./circle-shape.ts";
import { marginscape } from "./citations.ts";
import { coupledLoss } from "./define.ts";

/** Circle loss whose target is orthogonality itself: z = γ(ρ² − R²), ρ the distance to (s_p, s_n) = (1, 0). */
export const circleDisc = coupledLoss({
  id: "circle-disc",
  name: "Circle loss, full disc",
  family: "pair",
  source: marginscape,
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: circleParams,
  pitfalls: [
    "A proposal of this project, not from the literature.",
    "Pulls negatives below 0 back up to orthogonality.",
  ],
  positive: quadraticPositive,
  negative: {
    formula: "gamma * (s^2 - margin^2)",
    value: (s, { gamma, margin }) => gamma * (s ** 2 - margin ** 2),
    slope: (s, { gamma }) => 2 * gamma * s,
  },
  boundary: ({ gamma, margin }, offset) => arcBesideCorner(arcRadius(margin, gamma, offset), -Infinity),
});

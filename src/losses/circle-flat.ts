import { relu } from "../numerics/scalar.ts";
import { arcBesideCorner, arcRadius, circleParams, quadraticPositive } from "./circle-shape.ts";
import { marginscape } from "./citations.ts";
import { level } from "./curves.ts";
import { coupledLoss } from "./define.ts";

/** Circle loss with a flat negative side: beyond orthogonal is free. */
export const circleFlat = coupledLoss({
  id: "circle-flat",
  name: "Circle loss, flat negatives",
  family: "pair",
  source: marginscape,
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: circleParams,
  pitfalls: ["A proposal of this project, not from the literature."],
  positive: quadraticPositive,
  negative: {
    formula: "gamma * (relu(s)^2 - margin^2)",
    value: (s, { gamma, margin }) => gamma * (relu(s) ** 2 - margin ** 2),
    slope: (s, { gamma }) => 2 * gamma * relu(s),
  },
  boundary({ gamma, margin }, offset) {
    const radius = arcRadius(margin, gamma, offset);
    return radius > 0 ? [...arcBesideCorner(radius, 0), level(1 - radius, { sn: [-Infinity, 0] })] : [];
  },
});

import { arcBesideCorner, arcRadius, circleParams, quadraticPositive } from "./circle-shape.ts";
import { marginscape } from "./citations.ts";
import { graph } from "./curves.ts";
import { coupledLoss } from "./define.ts";

/** Circle loss that keeps pushing negatives down to −1. */
export const circleMonotone = coupledLoss({
  id: "circle-monotone",
  name: "Circle loss, monotone negatives",
  family: "pair",
  source: marginscape,
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: circleParams,
  pitfalls: [
    "A proposal of this project, not from the literature.",
    "Rewards negatives that no batch can all reach.",
  ],
  positive: quadraticPositive,
  negative: {
    formula: "gamma * (s * abs(s) - margin^2)",
    value: (s, { gamma, margin }) => gamma * (s * Math.abs(s) - margin ** 2),
    slope: (s, { gamma }) => 2 * gamma * Math.abs(s),
  },
  boundary({ gamma, margin }, offset) {
    const square = 2 * margin ** 2 - offset / gamma;
    const rightmost = -Math.sqrt(Math.max(0, -square));
    return [
      ...arcBesideCorner(arcRadius(margin, gamma, offset), 0),
      graph("1 - sqrt(2 margin^2 + s_n^2 - (ln K + ln L) / gamma)", (sn) => 1 - Math.sqrt(square + sn ** 2), {
        sn: [-Infinity, rightmost],
      }),
    ];
  },
});

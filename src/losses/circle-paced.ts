import { relu } from "../numerics/scalar.ts";
import { circleParams } from "./circle-shape.ts";
import { marginscape } from "./citations.ts";
import { circle, level, upright } from "./curves.ts";
import { coupledLoss } from "./define.ts";

/** The potential whose gradient is exactly Circle loss's detached paces: conservative, monotone on both sides. */
export const circlePaced = coupledLoss({
  id: "circle-paced",
  name: "Circle loss, paced",
  family: "pair",
  source: marginscape,
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: circleParams,
  pitfalls: [
    "A proposal of this project, not from the literature.",
    "Asks for less than Circle loss away from $T$.",
  ],
  positive: {
    formula: "gamma * (4 * margin^2 - relu(1 + margin - s)^2) / 2",
    value: (s, { gamma, margin }) => (gamma * (4 * margin ** 2 - relu(1 + margin - s) ** 2)) / 2,
    slope: (s, { gamma, margin }) => gamma * relu(1 + margin - s),
  },
  negative: {
    formula: "gamma * (relu(s + margin)^2 - 4 * margin^2) / 2",
    value: (s, { gamma, margin }) => (gamma * (relu(s + margin) ** 2 - 4 * margin ** 2)) / 2,
    slope: (s, { gamma, margin }) => gamma * relu(s + margin),
  },
  boundary({ gamma, margin }, offset) {
    const radius = Math.sqrt(8 * margin ** 2 - (2 * offset) / gamma);
    if (!(radius > 0)) return [];
    return [
      circle({ sn: -margin, sp: 1 + margin }, radius, {
        sn: [-margin, Infinity],
        sp: [-Infinity, 1 + margin],
      }),
      level(1 + margin - radius, { sn: [-Infinity, -margin] }),
      upright(radius - margin, { sp: [1 + margin, Infinity] }),
    ];
  },
});

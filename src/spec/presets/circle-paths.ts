import type { LandscapeSpec } from "../landscape-schema.ts";
import type { Presets } from "./preset.ts";

const STARTS = [
  { sn: 0.2, sp: 0.2 },
  { sn: 0.8, sp: 0.8 },
  { sn: 0.55, sp: 0.1 },
  { sn: -0.12, sp: 0.3 },
  { sn: -0.55, sp: 0.35 },
] as const;

/** Where Circle loss leads, with its weights attached and detached. */
export const CIRCLE_PATHS: Presets<LandscapeSpec> = {
  "circle-paths": {
    title: "Circle loss: two gradients, two resting places",
    spec: {
      version: 1,
      loss: { id: "circle", params: { gamma: 64, margin: 0.25 } },
      axes: { negative: { range: [-0.75, 1] }, positive: { range: [0, 1] } },
      quantity: "logLoss",
      layers: { arrows: 0, isolines: 0 },
      paths: [
        ...STARTS.map((from) => ({ from, field: "attached" as const })),
        ...STARTS.map((from) => ({ from, field: "detached" as const })),
      ],
    },
  },
};

import type { LandscapeSpec } from "../landscape-schema.ts";
import type { PanelsSpec } from "../panels.ts";
import type { SurfaceSpec } from "../surface-schema.ts";
import type { Presets } from "./preset.ts";

const VARIANTS = ["circle", "circle-flat", "circle-monotone", "circle-disc", "circle-paced"] as const;

/** All of them follow the true gradient; Circle's detached one has its own figures. */
const loss = (id: string): LandscapeSpec["loss"] => ({
  id,
  params: { gamma: 64, margin: 0.25 },
  ...(id === "circle" && { gradient: "attached" }),
});

const AXES = { negative: { range: [-1, 0.5] }, positive: { range: [0, 1] } } as const;

const value = (id: string): LandscapeSpec => ({
  version: 1,
  loss: loss(id),
  axes: AXES,
  quantity: "z",
  samples: 128,
  layers: { arrows: 0 },
});

const field = (id: string): LandscapeSpec => ({
  version: 1,
  loss: loss(id),
  axes: AXES,
  quantity: "dSn",
  samples: 128,
  layers: { isolines: 0, arrows: 11, region: false },
});

/** s_n of the loss's numbers along s_p = 0.7. */
const ALONG = [0.3, 0, -0.1, -0.3, -0.6, -1];

const surface = (id: string): SurfaceSpec => ({
  version: 1,
  kind: "surface",
  loss: loss(id),
  axes: { negative: { range: [0.5, -1] }, positive: { range: [1, 0] } },
  quantity: "logLoss",
  heightRange: [-15, 5],
  palette: "height",
  camera: { azimuth: -60 },
  samples: 40,
  curves: { positive: [0.7] },
  readings: ALONG.map((sn) => ({ name: `s_n = ${sn}`, sn, sp: 0.7 })),
  boundaryAt: [-1, -0.5, -0.25, 0, 0.25, 0.3, 0.35, 0.4],
});

/** Circle loss and four redesigns of its negative side: value, field and surface, one column each. */
export const CIRCLE_NEGATIVE_SIDE: Presets<PanelsSpec> = {
  "circle-negative-side": {
    title: "The negative side of Circle loss, and four redesigns",
    spec: {
      version: 1,
      kind: "panels",
      columns: 5,
      colours: "shared",
      size: { width: 1650, height: 1080 },
      panels: [
        ...VARIANTS.map((id) => ({ title: `${id}: margin term`, figure: value(id) })),
        ...VARIANTS.map((id) => ({ title: `${id}: field`, figure: field(id) })),
        ...VARIANTS.map((id) => ({ title: `${id}: loss`, figure: surface(id) })),
      ],
    },
  },
};

import type { Axes } from "../axes.ts";
import type { BoundariesSpec } from "../boundaries.ts";
import type { PanelsSpec } from "../panels.ts";
import type { Presets } from "./preset.ts";

const angle = { unit: "radians", range: [0, Math.PI / 2] } as const;
/** θ₁ to the own class runs to the right. */
const axes: Axes = { positive: angle, negative: angle, horizontal: "positive" };

type Entry = BoundariesSpec["entries"][number];

/** s_n = cos θ₂ for some θ₂ over the frame. */
const readings = [0.9, 0.75, 0.5, 0.25, 0.1];

const framed = (entries: readonly Entry[], rest: Partial<BoundariesSpec>): BoundariesSpec => ({
  version: 1,
  kind: "boundaries",
  entries,
  axes,
  labels: { positive: "$θ_1$", negative: "$θ_2$" },
  readings,
  ...rest,
});

const ENTRIES: readonly (readonly [title: string, loss: Entry["loss"]])[] = [
  ["Softmax", { id: "normface" }],
  ["SphereFace, $m = 4$", { id: "sphereface:paper" }],
  ["SphereFace, $m = 1.35$", { id: "combined-margin:sphereface" }],
  ["ArcFace, $m = 0.5$", { id: "arcface" }],
  ["CosFace, $m = 0.35$", { id: "cosface" }],
  ["CM1 (1, 0.3, 0.2)", { id: "combined-margin:cm1" }],
  ["CM2 (0.9, 0.4, 0.15)", { id: "combined-margin:cm2" }],
];

/** ArcFace, Fig. 5 (arXiv 1801.07698): the margin between two classes in their angles, and all of class 1 together. */
export const ARCFACE_FIG5: Presets<PanelsSpec> = {
  "arcface-fig5": {
    title: "ArcFace, Fig. 5: decision margins in the plane of angles",
    spec: {
      version: 1,
      kind: "panels",
      title: "Decision margins of two classes",
      columns: 4,
      panels: [
        ...ENTRIES.map(([title, loss]) => ({ title, figure: framed([{ loss }], { mirror: true }) })),
        {
          title: "class 1 of all",
          figure: framed(
            ENTRIES.map(([name, loss]) => ({ name, loss })),
            {},
          ),
        },
      ],
    },
  },
};

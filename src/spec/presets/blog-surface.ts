import type { GradientMode } from "../../losses/types.ts";
import type { PanelsSpec } from "../panels.ts";
import type { SurfaceSpec } from "../surface-schema.ts";
import type { Presets } from "./preset.ts";

const PI = Math.PI;

/** The four redesigns of the negative side, in the order of the catalogue, after the loss itself. */
const VARIANTS = [
  ["Circle", "circle"],
  ["flat", "circle-flat"],
  ["monotone", "circle-monotone"],
  ["disc", "circle-disc"],
  ["paced", "circle-paced"],
] as const;

const loss = (id: string, gamma: number, gradient: GradientMode = "attached"): SurfaceSpec["loss"] => ({
  id,
  params: { gamma, margin: 0.25 },
  ...(id === "circle" && { gradient }),
});

/** Both angles fall from π: the target, θ_p = 0 and θ_n beyond π/2, lies on the right. */
const ANGLES: NonNullable<SurfaceSpec["axes"]> = {
  negative: { unit: "radians", range: [PI, 0] },
  positive: { unit: "radians", range: [PI, 0] },
  horizontal: "positive",
};

/** α_n(s_n − Δ_n) − α_p(s_p − Δ_p), which is z at γ = 1. */
const margin = (id: string): SurfaceSpec => ({
  version: 1,
  kind: "surface",
  loss: loss(id, 1),
  axes: ANGLES,
  quantity: "z",
  heightRange: [-2, 5],
  heightLabel: "margin",
  palette: "height",
  camera: { azimuth: -60 },
});

/** cos of the angle that a reading names; exact where the cosine is. */
const READINGS: NonNullable<SurfaceSpec["readings"]> = [
  { name: "0, 0", sn: 1, sp: 1 },
  { name: "0, π/2", sn: 0, sp: 1 },
  { name: "0, 1.823477", sn: -0.25, sp: 1 },
  { name: "0, 2π/3", sn: -0.5, sp: 1 },
  { name: "0, π", sn: -1, sp: 1 },
  { name: "π/2, π/2", sn: 0, sp: 0 },
  { name: "π, 0", sn: 1, sp: -1 },
  { name: "π, π/2", sn: 0, sp: -1 },
  { name: "π, π", sn: -1, sp: -1 },
  { name: "T", at: "tangent" },
];

const log = (quantity: "absDSp" | "absDSn", id: string, gradient: GradientMode): SurfaceSpec => ({
  version: 1,
  kind: "surface",
  loss: loss(id, 64, gradient),
  axes: ANGLES,
  quantity,
  transform: "negativeLog",
  heightRange: [-6, 14],
  palette: "height",
  samples: 40,
  camera: { azimuth: -35, elevation: 45 },
  layers: { floor: "none", legend: false },
});

/** The post's surface of the margin over both angles, and what its closing question asks for. */
export const BLOG_SURFACE: Presets<SurfaceSpec | PanelsSpec> = {
  "blog-surface": {
    title: "Post, surface: the margin of Circle loss over both angles",
    spec: {
      ...margin("circle"),
      points: [{ name: "T", at: "tangent" }],
      readings: READINGS,
      boundaryAt: [0, 0.25, -0.25, -0.5, -1],
    },
  },
  "blog-surface-variants": {
    title: "The same surface for four redesigns of the negative side",
    spec: {
      version: 1,
      kind: "panels",
      columns: 3,
      panels: VARIANTS.map(([title, id]) => ({
        title,
        figure: { ...margin(id), samples: 48, layers: { legend: false }, readings: READINGS },
      })),
    },
  },
  "blog-surface-log-gradients": {
    title: "−ln of the gradient sizes: where Circle loss and its redesigns still pull and push",
    spec: {
      version: 1,
      kind: "panels",
      columns: 4,
      panels: [
        ["Circle, attached", "circle", "attached"] as const,
        ["Circle, detached", "circle", "detached"] as const,
        ...VARIANTS.slice(1).map(([title, id]) => [title, id, "attached"] as const),
      ].flatMap(([title, id, gradient]) => [
        { title: `${title}, negative`, figure: log("absDSn", id, gradient) },
        { title: `${title}, positive`, figure: log("absDSp", id, gradient) },
      ]),
    },
  },
};

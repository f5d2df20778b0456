import { drawFigure } from "../../src/export/figure.ts";
import { type SurfaceData, surfaceData } from "../../src/figures/surface.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { type ResolvedSurface, resolveSurface } from "../../src/spec/surface.ts";
import type { SurfaceSpec } from "../../src/spec/surface-schema.ts";

/** Circle loss, small, where nothing else is said. */
export const SURFACE: SurfaceSpec = {
  version: 1,
  kind: "surface",
  loss: { id: "circle", params: { gamma: 32 }, gradient: "attached" },
  samples: 20,
};

/** The triplet loss's gradient: 0 or 1, with a jump at s_p = s_n + m. */
export const STEP: Partial<SurfaceSpec> = {
  loss: { id: "triplet:cosine", params: { margin: 0.35 } },
  quantity: "absDSn",
};

export const surface = (spec: Partial<SurfaceSpec> = {}): ResolvedSurface =>
  resolveSurface({ ...SURFACE, ...spec });

export const dataOf = (spec: Partial<SurfaceSpec> = {}): SurfaceData => surfaceData(surface(spec));

export const surfaceScene = (spec: Partial<SurfaceSpec> = {}): Scene => drawFigure({ ...SURFACE, ...spec });

import type { Counts } from "../losses/types.ts";
import type { Axes } from "./axes.ts";
import type { Filled, MarkedPoint } from "./entries.ts";
import {
  resolvedAxes,
  resolvedCounts,
  type ResolvedHead,
  resolvedHead,
  type ResolvedLoss,
  resolvedLoss,
} from "./resolve.ts";
import type { SurfaceSpec } from "./surface-schema.ts";

type Part<Key extends keyof SurfaceSpec> = NonNullable<SurfaceSpec[Key]>;

/** A surface with nothing left to guess. It is itself a legal `SurfaceSpec`. */
export interface ResolvedSurface extends ResolvedHead {
  readonly kind: "surface";
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly axes: Axes;
  readonly quantity: Part<"quantity">;
  readonly heightScale: Part<"heightScale">;
  readonly transform: Part<"transform">;
  readonly heightRange: Part<"heightRange">;
  readonly heightLabel: string;
  readonly colour: Part<"colour">;
  readonly palette: Part<"palette">;
  readonly samples: number;
  readonly camera: Camera;
  readonly boxHeight: number;
  readonly curves: Filled<Part<"curves">>;
  readonly layers: Filled<Part<"layers">>;
  readonly points: readonly MarkedPoint[];
  readonly readings: readonly MarkedPoint[];
  readonly boundaryAt: readonly number[];
}

/** Where the viewer stands, far away: azimuth from +x towards +y and elevation above the floor, both in degrees. */
export type Camera = Filled<Part<"camera">>;

const CAMERA: Camera = { azimuth: -125, elevation: 30, zoom: 1 };

const LAYERS: ResolvedSurface["layers"] = {
  floor: "bands",
  floorBands: 12,
  boundary: "unit",
  drops: true,
  legend: true,
  caption: true,
};

const copies = (points: readonly MarkedPoint[] = []): readonly MarkedPoint[] =>
  points.map((point) => ({ ...point }));

/**
 * Fills in every default. Pure, idempotent, and never changes its input. Throws `InputError` for an unknown loss
 * or variant and for parameters out of range.
 */
export function resolveSurface(spec: SurfaceSpec): ResolvedSurface {
  const { version, ...head } = resolvedHead(spec, { width: 640, height: 600 });
  const { quantity = "loss", heightRange = "auto", curves = {} } = spec;
  return {
    version,
    kind: "surface",
    ...head,
    loss: resolvedLoss(spec.loss),
    counts: resolvedCounts(spec.counts),
    axes: resolvedAxes(spec.axes),
    quantity,
    heightScale: spec.heightScale ?? "own",
    transform: spec.transform ?? "none",
    heightRange: heightRange === "auto" ? heightRange : [heightRange[0], heightRange[1]],
    heightLabel: spec.heightLabel ?? "",
    colour: spec.colour ?? quantity,
    palette: spec.palette ?? "quantity",
    samples: spec.samples ?? 60,
    camera: { ...CAMERA, ...spec.camera },
    boxHeight: spec.boxHeight ?? 0.75,
    curves: { positive: [...(curves.positive ?? [])], negative: [...(curves.negative ?? [])] },
    layers: { ...LAYERS, ...spec.layers },
    points: copies(spec.points),
    readings: copies(spec.readings),
    boundaryAt: [...(spec.boundaryAt ?? [])],
  };
}

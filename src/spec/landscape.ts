import type { Axes } from "./axes.ts";
import type { Counts } from "../losses/types.ts";
import type { Filled, MarkedPoint } from "./entries.ts";
import type { Guide } from "./guides.ts";
import { type LandscapeSpec, landscapeSchema } from "./landscape-schema.ts";
import { checked, fromJson } from "./parse.ts";
import { resolvedPath, type ResolvedPath } from "./paths.ts";
import type { QuantityId } from "./quantities.ts";
import {
  resolvedAxes,
  resolvedCounts,
  type ResolvedHead,
  resolvedHead,
  type ResolvedLoss,
  resolvedLoss,
} from "./resolve.ts";

/** A landscape from anything: JSON text or a value. Throws `InputError` that names path, value and what is legal. */
export const parseLandscape = (input: unknown): LandscapeSpec => checked(landscapeSchema, fromJson(input));

/** A landscape with nothing left to guess. It is itself a legal `LandscapeSpec`. */
export interface ResolvedLandscape extends ResolvedHead {
  readonly kind: "landscape";
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly axes: Axes;
  readonly quantity: QuantityId;
  readonly samples: number;
  readonly layers: Filled<NonNullable<LandscapeSpec["layers"]>>;
  readonly points: readonly MarkedPoint[];
  readonly guides: readonly Guide[];
  readonly paths: readonly ResolvedPath[];
}

const LAYERS: ResolvedLandscape["layers"] = {
  field: true,
  isolines: 8,
  isolineLabels: true,
  boundary: "unit",
  region: true,
  arrows: 12,
  arrowLength: "root",
  pointArrows: false,
  legend: true,
  caption: true,
};

/**
 * Fills in every default. Pure, idempotent, and never changes its input. Throws `InputError` for an unknown loss
 * or variant and for parameters out of range.
 */
export function resolveLandscape(spec: LandscapeSpec): ResolvedLandscape {
  const { version, ...head } = resolvedHead(spec);
  const loss = resolvedLoss(spec.loss);
  return {
    version,
    kind: "landscape",
    ...head,
    loss,
    counts: resolvedCounts(spec.counts),
    axes: resolvedAxes(spec.axes),
    quantity: spec.quantity ?? "loss",
    samples: spec.samples ?? 256,
    layers: { ...LAYERS, ...spec.layers },
    points: (spec.points ?? []).map((point) => ({ ...point })),
    guides: (spec.guides ?? []).map((guide) => ({ ...guide })),
    paths: (spec.paths ?? []).map((path) => resolvedPath(path, loss.gradient)),
  };
}

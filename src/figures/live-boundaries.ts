import type { Counts, Loss } from "../losses/types.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import type { Numbers } from "../plane/field.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { frameOf } from "./guides.ts";

/** A decision boundary of a picture that does not last. */
export interface LiveBoundary {
  readonly counts: Counts;
  /** In closed form; undefined where there is none, and the pixels at z = 0 must do. */
  readonly known: Boundary | undefined;
  readonly isShown: boolean;
  readonly name: string;
  readonly isDashed: boolean;
}

const ONE_EACH: Counts = { K: 1, L: 1 };

/** For K = L = 1, and where they are others for the figure's K and L. */
export function liveBoundaries(
  { loss: { params }, counts, axes, layers }: ResolvedLandscape,
  loss: Loss,
): readonly LiveBoundary[] {
  const known = (own: Counts): Boundary | undefined =>
    loss.boundary?.(params, own) && decisionBoundary(loss, params, own, frameOf(axes));
  const isUnit = counts.K === 1 && counts.L === 1;
  const shows = (which: "unit" | "counts"): boolean =>
    layers.boundary === which || layers.boundary === "both";
  const unit: LiveBoundary = {
    counts: isUnit ? counts : ONE_EACH,
    known: known(ONE_EACH),
    isShown: shows("unit") || (isUnit && shows("counts")),
    name: "boundary",
    isDashed: false,
  };
  if (isUnit) return [unit];
  const isDashed = layers.boundary === "both";
  const other = { counts, known: known(counts), isShown: shows("counts"), name: "boundary-counts", isDashed };
  return [unit, other];
}

/** Whether there is a region in which a loss is content; by the pixels of z where no closed form tells. */
export function hasRegion({ known }: LiveBoundary, zOf: () => Numbers): boolean {
  if (known) return known.origin !== "none";
  const z = zOf();
  const step = Math.max(1, Math.floor(z.length / SAMPLE));
  let signs = 0;
  for (let i = 0; i < z.length && signs < 3; i += step) signs |= z[i] < 0 ? 1 : 2;
  return signs === 3;
}

const SAMPLE = 4096;

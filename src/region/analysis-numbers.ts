import type { RegionAnalysis } from "./analysis.ts";
import { pieceNumbers } from "./describe.ts";

/** The analysis as JSON can carry it: the region's own numbers on top, the rest under names of its own. */
export function analysisNumbers(analysis: RegionAnalysis): Record<string, unknown> {
  const { region, ambiguity, counts, attached, detached } = analysis;
  const { boundary, ...rest } = region;
  return {
    ...rest,
    boundary: { origin: boundary.origin, pieces: boundary.pieces.map(pieceNumbers) },
    ambiguity,
    countsEffect: counts,
    gradients: { attached: attached.gradient, detached: detached && detached.gradient },
    restingPlaces: { attached: attached.rests, detached: detached && detached.rests },
  };
}

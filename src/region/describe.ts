import type { Point } from "../losses/curves.ts";
import { identity } from "../losses/links.ts";
import type { Params } from "../losses/params.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { type Boundary, decisionBoundary } from "./boundary.ts";
import { type Frame, type Piece, WHOLE_PLANE } from "./pieces.ts";
import { type Crossing, crossings, tangentPoint, targetArea } from "./target.ts";

/** What can be said of a loss's decision boundary for one choice of parameters. */
export interface Region {
  readonly loss: string;
  readonly params: Params;
  readonly counts: Counts;
  readonly frame: Frame;
  /** The boundary over all that cosines can be, −1 to 1 on both sides. */
  readonly boundary: Boundary;
  /** Where it meets the edges of the frame. */
  readonly crossings: readonly Crossing[];
  /** The point of smallest gap on an arc. */
  readonly T: Point | null;
  /** Area of {z < 0} in the frame and its share of the frame; null where the loss has no boundary at all. */
  readonly targetArea: number | null;
  readonly targetShare: number | null;
}

const USUAL_FRAME: Frame = { sn: [0, 1], sp: [0, 1] };

/** Boundary, crossings with `frame`, T and target area. Throws `InputError` on illegal parameters or counts. */
export function describeRegion(
  loss: Loss,
  params: Params,
  counts: Counts,
  frame: Frame = USUAL_FRAME,
): Region {
  const boundary = decisionBoundary(loss, params, counts, WHOLE_PLANE);
  const inside = decisionBoundary(loss, params, counts, frame);
  const form = loss.plane(params, counts);
  const area = neverStops(form) ? null : targetArea(form, inside.pieces, frame);
  const size = (frame.sn[1] - frame.sn[0]) * (frame.sp[1] - frame.sp[0]);
  return {
    loss: loss.id,
    params,
    counts,
    frame,
    boundary,
    crossings: crossings(inside.pieces, frame),
    T: tangentPoint(boundary.pieces),
    targetArea: area,
    targetShare: area === null ? null : area / size,
  };
}

/** A loss that is z itself has no side on which it stops pulling. */
export const neverStops = (form: PlaneForm): boolean => form.coupling === "coupled" && form.link === identity;

/** Numbers of a piece as JSON can carry them. */
export function pieceNumbers(piece: Piece): Record<string, unknown> {
  const { kind, from, to } = piece;
  switch (piece.kind) {
    case "line":
      return { kind, slope: piece.slope, intercept: piece.intercept, from, to };
    case "arc":
      return { kind, centre: piece.centre, radius: piece.radius, angles: piece.angles, from, to };
    case "curve":
      return { kind, formula: piece.formula, from, to };
    case "traced":
      return { kind, points: piece.points, from, to };
  }
}

import type { Point } from "../losses/curves.ts";
import { coordinateOf } from "../plane/axis.ts";
import type { Boundary } from "../region/boundary.ts";
import type { Piece } from "../region/pieces.ts";
import { crossings, tangentPoint } from "../region/target.ts";
import type { Axes } from "../spec/axes.ts";
import { frameOf } from "./guides.ts";
import type { Facts } from "./prepared.ts";

/** A pair in the units of the axes: similarities, angles or chords. */
export const inAxes = ({ sn, sp }: Point, { negative, positive }: Axes): Facts => ({
  negative: coordinateOf(negative.unit, sn),
  positive: coordinateOf(positive.unit, sp),
});

/** How a boundary was found, what it is made of, where it meets the edges of the frame, and its T. */
export function boundaryFacts({ origin, pieces }: Boundary, axes: Axes): Facts {
  const tangent = tangentPoint(pieces);
  return {
    origin,
    pieces: pieces.map(pieceFacts),
    crossings: crossings(pieces, frameOf(axes)).map(({ edge, sn, sp }) => ({
      edge,
      ...inAxes({ sn, sp }, axes),
    })),
    T: tangent === null ? null : { ...tangent, gap: tangent.sp - tangent.sn },
  };
}

function pieceFacts(piece: Piece): Facts {
  const { kind, from, to } = piece;
  const ends = { from: { ...from }, to: { ...to } };
  switch (piece.kind) {
    case "line":
      return { kind, slope: piece.slope, intercept: piece.intercept, ...ends };
    case "arc":
      return { kind, centre: { ...piece.centre }, radius: piece.radius, ...ends };
    case "curve":
      return { kind, formula: piece.formula, ...ends };
    case "traced":
      return { kind, points: piece.points.length, ...ends };
  }
}

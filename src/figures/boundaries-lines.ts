import type { Boundary } from "../region/boundary.ts";
import { type Piece, pointsAlong } from "../region/pieces.ts";
import { piecePath, showsCosines } from "./boundary.ts";
import { evenSteps, type NamedBoundary } from "./boundaries-data.ts";
import { type PlaneLayout, pixelLine } from "./layout.ts";
import { pathOf } from "./path.ts";
import type { SceneNode } from "./scene.ts";
import type { SeriesStyle } from "./series.ts";
import type { Look } from "./theme.ts";

/** A boundary with the look of its line. */
export interface StyledBoundary extends NamedBoundary {
  readonly style: SeriesStyle;
}

const pathIn = (piece: Piece, layout: PlaneLayout): string =>
  showsCosines(layout) && piece.kind !== "curve"
    ? piecePath(piece, layout)
    : pathOf(piecePixels(piece, layout));

/** Points along a piece in pixels, dense where an axis of angles stretches cosines. */
export function piecePixels(piece: Piece, layout: PlaneLayout): number[] {
  const isGraph = piece.kind === "line" && piece.slope !== null;
  const { from, slope } = piece.kind === "line" ? piece : { from: piece.from, slope: null };
  const along =
    piece.kind === "curve"
      ? evenSteps(piece)
      : isGraph && slope !== null
        ? evenSteps({ ...piece, sp: (sn) => from.sp + slope * (sn - from.sn) })
        : pointsAlong(piece, 361);
  return pixelLine(along, layout.toPixel);
}

/** Every boundary in its look, the other class's thinner, each with a casing that parts it from the lines under it. */
export function drawBoundaries(
  boundaries: readonly StyledBoundary[],
  layout: PlaneLayout,
  look: Look,
): SceneNode {
  const drawn = (of: Boundary | null, { stroke }: SeriesStyle, thin: number): SceneNode[] => {
    const d = (of?.pieces ?? []).map((piece) => pathIn(piece, layout)).join("");
    if (d === "") return [];
    const width = stroke.width * thin;
    return [
      { type: "path", d, stroke: { color: look.casing, width: width + 1.6 * look.weight, opacity: 0.7 } },
      { type: "path", d, stroke: { ...stroke, width } },
    ];
  };
  return {
    type: "group",
    name: "boundaries",
    clip: layout.frame,
    children: boundaries.flatMap(({ boundary, mirrored, style }) => [
      ...drawn(mirrored, style, 0.6),
      ...drawn(boundary, style, 1),
    ]),
  };
}

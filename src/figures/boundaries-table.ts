import { pointsAlong } from "../region/pieces.ts";
import type { Boundary } from "../region/boundary.ts";
import type { Point } from "../losses/curves.ts";
import type { NamedBoundary } from "./boundaries-data.ts";
import { numbers, pointColumns, type Table, words } from "./figure-table.ts";
import { plainLabel } from "./label.ts";

const SMOOTH = 181;

/** Points along every piece of a boundary; of a straight one its two ends. */
export const boundaryPoints = ({ pieces }: Boundary): readonly (readonly Point[])[] =>
  pieces.map((piece) => pointsAlong(piece, piece.kind === "line" ? 2 : SMOOTH));

/** Points along every boundary in the frame, and along its mirror image where there is one. */
export function boundariesTable(boundaries: readonly NamedBoundary[]): Table {
  const [names, pieces, points]: [string[], number[], Point[]] = [[], [], []];
  const add = (name: string, boundary: Boundary | null): void => {
    if (boundary === null) return;
    boundaryPoints(boundary).forEach((along, piece) => {
      for (const point of along) {
        names.push(name);
        pieces.push(piece + 1);
        points.push(point);
      }
    });
  };
  for (const { name, boundary, mirrored } of boundaries) {
    add(plainLabel(name), boundary);
    add(`${plainLabel(name)}, mirrored`, mirrored);
  }
  return {
    columns: [
      words("boundary", "name of the boundary", names),
      numbers("piece", "number of the unbroken stretch, from 1", pieces),
      ...pointColumns(points),
    ],
  };
}

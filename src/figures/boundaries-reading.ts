import { planePoint } from "../losses/plane-form.ts";
import { pointsAlong } from "../region/pieces.ts";
import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import type { NamedBoundary } from "./boundaries-data.ts";
import { planePixels } from "./layout.ts";
import { nearest, row, type SayOfPair } from "./reading.ts";

const POINTS = 181;

/** Which boundary is nearest to a place, and on which side of each it lies. */
export function boundariesReading(
  { axes }: ResolvedBoundaries,
  boundaries: readonly NamedBoundary[],
): SayOfPair {
  const lines = boundaries.map(({ boundary }) =>
    boundary.pieces.flatMap((piece) => pointsAlong(piece, POINTS)),
  );
  return (point, at, frame) => {
    const toPixel = planePixels(axes, frame);
    const closest = nearest(
      boundaries.flatMap(({ name }, i) => lines[i].map((each) => ({ name, ...toPixel(each) }))),
      at,
    );
    return [
      ...(boundaries.length > 1 && closest ? [row("nearest", "nearest boundary", closest.name)] : []),
      ...boundaries.map(({ name, boundary, form }, i) => {
        const { z } = planePoint(form, point.sp, point.sn);
        const side = z < 0 ? "in the target region" : z > 0 ? "outside the target region" : "on the boundary";
        return row(`side-${i}`, name, boundary.origin === "none" ? "has no boundary" : side);
      }),
    ];
  };
}

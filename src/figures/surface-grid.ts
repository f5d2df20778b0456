import type { Place } from "./surface-camera.ts";
import type { Sample } from "./surface-jumps.ts";

/** Heights and colours at the nodes of a surface: `columns` along x, `rows` along y, row-major from the front. */
export interface SurfaceGrid {
  readonly columns: number;
  readonly rows: number;
  /** In the numbers of the height axis; what is not finite is no part of the surface. */
  readonly heights: ArrayLike<number>;
  readonly colours: ArrayLike<number>;
  /** Ends of the height axis. */
  readonly range: readonly [number, number];
  /** Height and colour between the nodes, by the parts of the two axes. */
  readonly at: (u: number, v: number) => Sample;
}

/** Rounding beyond an end of the height axis is at the end. */
const SLACK = 1e-6;

/** A height as a part of the box: below 0 and above 1 where it lies beyond its ends. */
export function boxHeight([low, high]: SurfaceGrid["range"], height: number): number {
  const part = (height - low) / (high - low);
  if (part < 0 && part >= -SLACK) return 0;
  return part > 1 && part <= 1 + SLACK ? 1 : part;
}

/** Whether a place is in the box and not cut off at its floor or its top. */
export const isInBox = ({ h }: Place): boolean => h >= 0 && h <= 1;

/** Whether the quad under a place has a finite height at every corner. */
export function hasQuad({ columns, rows, heights }: SurfaceGrid, { x, y }: Place): boolean {
  const [column, row] = [cellOf(x, columns), cellOf(y, rows)];
  const node = row * columns + column;
  return [node, node + 1, node + columns, node + columns + 1].every((each) => Number.isFinite(heights[each]));
}

const cellOf = (at: number, nodes: number): number =>
  Math.min(nodes - 2, Math.max(0, Math.floor((at + 0.5) * (nodes - 1))));

/** Parts of the axes and a height as a place in the box. */
export const placeOf = (range: SurfaceGrid["range"], u: number, v: number, height: number): Place => ({
  x: u - 0.5,
  y: v - 0.5,
  h: boxHeight(range, height),
});

/** The height between the nodes as the quads have it, as a part of the box; NaN where nothing is painted. */
export function meshHeight({ columns, rows, heights, range }: SurfaceGrid, x: number, y: number): number {
  const across = (x + 0.5) * (columns - 1);
  const along = (y + 0.5) * (rows - 1);
  const [column, row] = [cellOf(x, columns), cellOf(y, rows)];
  const [p, q] = [across - column, along - row];
  const node = row * columns + column;
  const height =
    (1 - q) * ((1 - p) * heights[node] + p * heights[node + 1]) +
    q * ((1 - p) * heights[node + columns] + p * heights[node + columns + 1]);
  const part = boxHeight(range, height);
  return part >= 0 && part <= 1 ? part : NaN;
}

import { MASKED, paletteOf } from "./color.ts";
import type { ColourMap } from "./colour-maps/maps.ts";
import type { Raster, Rectangle, SceneNode } from "./scene.ts";
import type { PaintedQuad } from "./surface-painter.ts";

/** More quads than this make a file that is slow to open: the surface is then a bitmap under its lines and labels. */
export const MOST_QUADS = 6400;

/** How fine a bitmap is. */
export interface Fineness {
  /** Pixels of it to one of the figure. */
  readonly density: number;
  /** How many of the 255 shades are one. */
  readonly step: number;
}

const FINEST: Fineness = { density: 3, step: 1 };

/** Stands for what no quad covers; the highest shade gives way to it. */
const NOTHING = 254;

/** Whether a surface with so many samples along each axis is painted into a bitmap. */
export const isBitmap = (samples: number): boolean => samples ** 2 > MOST_QUADS;

/** The quads in painter's order as one bitmap of what of them is seen in a room. */
export function quadsAsImage(
  quads: readonly PaintedQuad[],
  map: ColourMap,
  room: Rectangle,
  { density, step }: Fineness = FINEST,
): SceneNode {
  const [left, top, right, bottom] = boundsOf(quads, room);
  const columns = Math.max(1, Math.ceil((right - left) * density));
  const rows = Math.max(1, Math.ceil((bottom - top) * density));
  const indices = new Uint8Array(columns * rows).fill(NOTHING);
  for (const { points, shade } of quads) {
    const inPixels = points.map((at, i) => (at - (i % 2 === 0 ? left : top)) * density);
    const coarse = shade === MASKED ? shade : shade - (shade % step) + (step >> 1);
    fill(inPixels, coarse === NOTHING ? NOTHING - 1 : coarse, indices, columns, rows);
  }
  const raster: Raster = { columns, rows, indices, palette: paletteOf(map), transparent: NOTHING };
  const box = { x: left, y: top, width: columns / density, height: rows / density };
  return { type: "image", box, raster };
}

function boundsOf(
  quads: readonly PaintedQuad[],
  { x, y, width, height }: Rectangle,
): [number, number, number, number] {
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { points } of quads) {
    for (let i = 0; i < points.length; i += 2) {
      bounds[0] = Math.min(bounds[0], points[i]);
      bounds[1] = Math.min(bounds[1], points[i + 1]);
      bounds[2] = Math.max(bounds[2], points[i]);
      bounds[3] = Math.max(bounds[3], points[i + 1]);
    }
  }
  const [left, top] = [Math.max(x, bounds[0]), Math.max(y, bounds[1])];
  const [right, bottom] = [Math.min(x + width, bounds[2]), Math.min(y + height, bounds[3])];
  return left <= right && top <= bottom ? [left, top, right, bottom] : [x, y, x + 1, y + 1];
}

/** Every pixel whose middle lies in a convex outline or within half a pixel of it, so that no seam opens. */
function fill(
  points: readonly number[],
  shade: number,
  indices: Uint8Array,
  columns: number,
  rows: number,
): void {
  const ys = points.filter((_, i) => i % 2 === 1);
  const first = Math.max(0, Math.floor(Math.min(...ys) - 0.5));
  const last = Math.min(rows - 1, Math.ceil(Math.max(...ys) - 0.5));
  for (let row = first; row <= last; row++) {
    const span = spanAt(points, Math.min(Math.max(row + 0.5, Math.min(...ys)), Math.max(...ys)));
    if (span === null) continue;
    const from = Math.max(0, Math.round(span[0] - 0.5));
    const to = Math.min(columns, Math.round(span[1] + 0.5));
    if (from < to) indices.fill(shade, row * columns + from, row * columns + to);
  }
}

/** Where a level line enters and leaves an outline. */
function spanAt(points: readonly number[], y: number): readonly [number, number] | null {
  let [from, to] = [Infinity, -Infinity];
  for (let i = 0; i < points.length; i += 2) {
    const k = (i + 2) % points.length;
    const [x0, y0, x1, y1] = [points[i], points[i + 1], points[k], points[k + 1]];
    if ((y0 > y && y1 > y) || (y0 < y && y1 < y)) continue;
    const ends = y0 === y1 ? [x0, x1] : [x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)];
    from = Math.min(from, ...ends);
    to = Math.max(to, ...ends);
  }
  return from <= to ? [from, to] : null;
}

import type { Place, View } from "./surface-camera.ts";
import { meshHeight, type SurfaceGrid } from "./surface-grid.ts";

/** How close to the surface, in parts of the box, the line of sight may run. */
const SLACK = 0.004;

/**
 * Whether nothing of the surface stands between a place and the viewer. Walks along the line of sight: it is blocked
 * where it changes from above the surface to below it or back. The first cell is left out: the place may lie on it.
 */
export function isSeen(place: Place, grid: SurfaceGrid, { toViewer }: View): boolean {
  const { x, y, h, level } = toViewer;
  if (level < 1e-6) return true;
  const cell = 1 / (grid.columns - 1);
  let side = 0;
  for (let distance = cell; ; distance += cell / 2) {
    const along = distance / level;
    const at = { x: place.x + x * along, y: place.y + y * along, h: place.h + h * along };
    if (Math.abs(at.x) > 0.5 || Math.abs(at.y) > 0.5 || (at.h > 1 + SLACK && side >= 0)) return true;
    const above = at.h - meshHeight(grid, at.x, at.y);
    if (!(Math.abs(above) > SLACK)) continue;
    if (side !== 0 && Math.sign(above) !== side) return false;
    side = Math.sign(above);
  }
}

/** Longer pieces of a line, in parts of the box, are looked at one by one. */
const PIECE = 0.03;

/** The stretches of a line that are seen. */
export function seenStretches(line: readonly Place[], grid: SurfaceGrid, view: View): Place[][] {
  const found: Place[][] = [];
  let open: Place[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    const pieces = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y, b.h - a.h) / PIECE));
    for (let k = 0; k < pieces; k++) {
      if (!isSeen(between(a, b, (k + 0.5) / pieces), grid, view)) open = null;
      else {
        if (open === null) found.push((open = [between(a, b, k / pieces)]));
        open.push(between(a, b, (k + 1) / pieces));
      }
    }
  }
  return found;
}

const between = (a: Place, b: Place, t: number): Place => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  h: a.h + (b.h - a.h) * t,
});

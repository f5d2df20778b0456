import type { Point } from "../losses/curves.ts";
import type { Boundary } from "../region/boundary.ts";
import { pointsAlong } from "../region/pieces.ts";
import type { ResolvedSurface } from "../spec/surface.ts";
import type { Place } from "./surface-camera.ts";
import { hasQuad, isInBox, placeOf, type SurfaceGrid } from "./surface-grid.ts";
import type { Parts } from "./surface-heights.ts";

/** A line that lies on the surface, in stretches without a gap. */
export interface Line {
  readonly name: "curve-positive" | "curve-negative" | "boundary" | "boundary-counts";
  readonly places: readonly (readonly Place[])[];
}

type ToParts = (point: Point) => Parts;

/** The curves at constant similarities, and the decision boundaries. */
export function surfaceLines(
  { curves, layers, counts, axes }: ResolvedSurface,
  grid: SurfaceGrid,
  toParts: ToParts,
  boundaries: { readonly unit: Boundary; readonly counts: Boundary },
): Line[] {
  const acrossIs = axes.horizontal;
  const lines: Line[] = [];
  for (const side of ["positive", "negative"] as const) {
    for (const s of curves[side]) {
      const { u, v } = toParts({ sn: s, sp: s });
      const fixed = acrossIs === side ? u : v;
      if (!(fixed >= 0 && fixed <= 1)) continue;
      const at = (t: number): Parts => (acrossIs === side ? { u: fixed, v: t } : { u: t, v: fixed });
      lines.push({ name: `curve-${side}`, places: draped(grid, at) });
    }
  }
  const isUnit = counts.K === 1 && counts.L === 1;
  const wants = (which: "unit" | "counts"): boolean =>
    layers.boundary === which || layers.boundary === "both";
  if (wants("unit")) lines.push({ name: "boundary", places: boundaryPlaces(boundaries.unit, grid, toParts) });
  if (wants("counts") && !(isUnit && layers.boundary === "both")) {
    lines.push({ name: "boundary-counts", places: boundaryPlaces(boundaries.counts, grid, toParts) });
  }
  return lines.filter(({ places }) => places.length > 0);
}

/** A higher step between two points of a line is looked at more closely, so often: a jump becomes an upright stretch. */
const STEP = 0.02;
const DEEPEST = 30;

/** A line of the floor laid on the surface. */
function draped(grid: SurfaceGrid, at: (t: number) => Parts): Place[][] {
  const placeAt = (t: number): Place | null => {
    const { u, v } = at(t);
    const { height } = grid.at(u, v);
    return Number.isFinite(height) ? placeOf(grid.range, u, v, height) : null;
  };
  const found: (Place | null)[] = [];
  const between = (from: number, to: number, a: Place | null, b: Place | null, depth: number): void => {
    if (a !== null && b !== null && Math.abs(a.h - b.h) > STEP && depth < DEEPEST) {
      const middle = (from + to) / 2;
      const c = placeAt(middle);
      between(from, middle, a, c, depth + 1);
      between(middle, to, c, b, depth + 1);
    } else found.push(b);
  };
  const steps = 2 * (grid.columns - 1);
  let before = placeAt(0);
  found.push(before);
  for (let i = 1; i <= steps; i++) {
    const next = placeAt(i / steps);
    between((i - 1) / steps, i / steps, before, next, 0);
    before = next;
  }
  return stretches(found.map((place) => shown(place, grid)));
}

/** Beside the boundary, in parts of the axes: near enough to be at it, far enough to be on one side of a jump. */
const BESIDE = 1e-7;

/** A boundary on the surface; where the height jumps there, on both sides of the jump. */
function boundaryPlaces({ pieces }: Boundary, grid: SurfaceGrid, toParts: ToParts): Place[][] {
  return pieces.flatMap((piece) => {
    const parts = pointsAlong(piece, 2 * grid.columns - 1).map(toParts);
    const sides = [1, -1].map((side) => parts.map((_, i) => heightBeside(parts, i, side * BESIDE, grid)));
    const [one, other] = sides;
    const least = STEP * (grid.range[1] - grid.range[0]);
    const jumps = one.some((height, i) => Math.abs(height - other[i]) > least);
    const placed = (heights: readonly number[]): Place[][] =>
      stretches(
        parts.map(({ u, v }, i) =>
          Number.isFinite(heights[i]) ? shown(placeOf(grid.range, u, v, heights[i]), grid) : null,
        ),
      );
    return jumps ? sides.flatMap(placed) : placed(one.map((height, i) => (height + other[i]) / 2));
  });
}

function heightBeside(parts: readonly Parts[], i: number, aside: number, grid: SurfaceGrid): number {
  const before = parts[Math.max(0, i - 1)];
  const behind = parts[Math.min(parts.length - 1, i + 1)];
  const [du, dv] = [behind.u - before.u, behind.v - before.v];
  const length = Math.hypot(du, dv) || 1;
  const inside = (part: number): number => Math.min(1, Math.max(0, part));
  return grid.at(inside(parts[i].u - (dv / length) * aside), inside(parts[i].v + (du / length) * aside))
    .height;
}

/** A place where the surface is painted; else a gap. */
const shown = (place: Place | null, grid: SurfaceGrid): Place | null =>
  place !== null && isInBox(place) && hasQuad(grid, place) ? place : null;

/** The places between gaps. */
function stretches(places: readonly (Place | null)[]): Place[][] {
  const found: Place[][] = [];
  let open: Place[] = [];
  for (const place of [...places, null]) {
    if (place !== null) open.push(place);
    else {
      if (open.length > 1) found.push(open);
      open = [];
    }
  }
  return found;
}

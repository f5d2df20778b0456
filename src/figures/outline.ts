import { arcTo, onwards, type Pixels } from "./path.ts";
import { round } from "./scene.ts";

/** An ellipse with upright axes, in pixels. */
export interface Ellipse {
  readonly centre: Place;
  readonly radii: readonly [number, number];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How far from its true place marching squares may put a point of a boundary. */
const NEAR = 0.1;

/**
 * The closed line round an area as traced through a grid, its first point repeated at the end. Where it is known to
 * follow an ellipse it is drawn as an arc of it, elsewhere as `pathOf` would.
 */
export function outlinePath(points: Pixels, ellipses: readonly Ellipse[] = []): string {
  const places = Array.from({ length: points.length / 2 - 1 }, (_, i) => ({
    x: points[2 * i],
    y: points[2 * i + 1],
  }));
  const count = places.length;
  const isNear = ellipses.map((ellipse) => places.map((place) => Math.abs(beside(ellipse, place)) < NEAR));
  /** What the stretch that starts at each place lies on. */
  const on = places.map((_, i) => ellipses.find((__, k) => isNear[k][i] && isNear[k][(i + 1) % count]));
  const change = on.findIndex((ellipse, i) => ellipse !== on[(i + count - 1) % count]);
  const start = change < 0 ? leftmost(places) : change;
  const at = (step: number): number => (start + step) % count;
  let d = `M${round(places[start].x)} ${round(places[start].y)}`;
  for (let from = 0, to = 0; from < count; from = to) {
    const ellipse = on[at(from)];
    while (to < count && on[at(to)] === ellipse) to++;
    const stretch = Array.from({ length: to - from + 1 }, (_, k) => places[at(from + k)]);
    d += ellipse ? arcsAlong(ellipse, stretch) : onwards(stretch.flatMap(({ x, y }) => [x, y]));
  }
  return `${d}Z`;
}

/** A corner, or a place as good as any. */
const leftmost = (places: readonly Place[]): number =>
  places.reduce(
    (best, { x, y }, i) => (x < places[best].x || (x === places[best].x && y < places[best].y) ? i : best),
    0,
  );

/** How far outside an ellipse a place is, in pixels where that is little. */
const beside = ({ centre, radii: [rx, ry] }: Ellipse, { x, y }: Place): number =>
  (Math.hypot((x - centre.x) / rx, (y - centre.y) / ry) - 1) * Math.min(rx, ry);

function arcsAlong({ centre, radii }: Ellipse, stretch: readonly Place[]): string {
  const angles = stretch.map(({ x, y }) => Math.atan2((y - centre.y) / radii[1], (x - centre.x) / radii[0]));
  const turn = angles.reduce((sum, angle, i) => (i === 0 ? 0 : sum + shorter(angle - angles[i - 1])), 0);
  // an arc of more than half a turn is drawn as three, none of which can be taken for the rest of the ellipse
  const steps = Math.abs(turn) > Math.PI ? 3 : 1;
  return Array.from({ length: steps }, (_, i) =>
    arcTo(radii, turn > 0, stretch[Math.round(((i + 1) * (stretch.length - 1)) / steps)]),
  ).join("");
}

/** The same turn between −π and π. */
const shorter = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));

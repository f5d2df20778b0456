import type { Place } from "./surface-camera.ts";

/** A corner of a painted piece, with the number that its colour shows. */
export interface Vertex extends Place {
  readonly colour: number;
}

export type Polygon = readonly Vertex[];

/**
 * So near to a level is at it, in steps of the levels: engines differ in the last bits of exp and log, and a figure
 * shall not depend on which side of a level they put a corner.
 */
export const NEAR = 1e-9;

/** A steeper piece than this would be painted in more bands than can be seen. */
const MOST = 64;

/**
 * A convex polygon as pieces whose colour numbers span at most about `step`, cut at multiples of it, so that a wall
 * is shaded from its foot to its top. One without area is left out; one without a finite colour stays whole.
 */
export function bandsOf(whole: Polygon, step: number): Polygon[] {
  const polygon = inBox(whole);
  const colours = polygon.map(({ colour }) => colour);
  const [low, high] = [Math.min(...colours), Math.max(...colours)];
  if (!hasArea(polygon)) return [];
  if (!(high - low > 1.5 * step)) return [polygon];
  const width = Math.max(step, (high - low) / MOST);
  const bands: Polygon[] = [];
  let rest: Polygon = polygon;
  for (
    let level = Math.floor(low / width + 1) * width;
    level < high && bands.length <= MOST;
    level += width
  ) {
    bands.push(part(rest, level, -1, "colour", width * NEAR));
    rest = part(rest, level, 1, "colour", width * NEAR);
  }
  return [...bands, rest].filter((band) => band.length > 2);
}

function hasArea(polygon: Polygon): boolean {
  if (polygon.length < 3) return false;
  const [{ x, y, h }] = polygon;
  const distances = polygon.map((each) => Math.hypot(each.x - x, each.y - y, each.h - h));
  return distances.filter((distance) => distance > 1e-9).length > 1;
}

/** What of a convex polygon lies between the floor and the top of the box. */
function inBox(polygon: Polygon): Polygon {
  if (polygon.every(({ h }) => h >= -NEAR && h <= 1 + NEAR)) return polygon;
  return part(part(polygon, 0, 1, "h", NEAR), 1, -1, "h", NEAR);
}

/** What of a convex polygon lies above a level (`side` 1) or below it (−1), by its colour or its height. */
function part(polygon: Polygon, level: number, side: 1 | -1, by: "colour" | "h", near: number): Polygon {
  const beyond = (vertex: Vertex): number =>
    Math.abs(vertex[by] - level) < near ? 0 : side * (vertex[by] - level);
  const kept: Vertex[] = [];
  polygon.forEach((vertex, i) => {
    const next = polygon[(i + 1) % polygon.length];
    const [a, b] = [beyond(vertex), beyond(next)];
    if (a >= 0) kept.push(vertex);
    if (a * b < 0) kept.push(between(vertex, next, a / (a - b)));
  });
  return kept;
}

const between = (a: Vertex, b: Vertex, t: number): Vertex => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  h: a.h + (b.h - a.h) * t,
  colour: a.colour + (b.colour - a.colour) * t,
});

import type { Pixel } from "./support.ts";

/** One elliptic arc of a path, without turned axes. */
export interface DrawnArc {
  readonly from: Pixel;
  readonly to: Pixel;
  readonly radii: readonly [number, number];
  /** A point of the arc that a reader draws, from its start (0) to its end (1). */
  at(part: number): Pixel;
}

/** The arcs of a path, as SVG 2, appendix B.2.4 has readers draw them. */
export function drawnArcs(d: string): DrawnArc[] {
  const arcs: DrawnArc[] = [];
  let from: Pixel = { x: NaN, y: NaN };
  for (const [, command, rest] of d.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const to = { x: numbers[numbers.length - 2], y: numbers[numbers.length - 1] };
    if (command === "A")
      arcs.push(arcBetween(from, to, [numbers[0], numbers[1]], numbers[3] === 1, numbers[4] === 1));
    from = to;
  }
  return arcs;
}

function arcBetween(
  from: Pixel,
  to: Pixel,
  radii: readonly [number, number],
  large: boolean,
  sweep: boolean,
): DrawnArc {
  // in units of the radii the ellipse is a circle of radius 1
  const unit = ({ x, y }: Pixel): Pixel => ({ x: x / radii[0], y: y / radii[1] });
  const [a, b] = [unit(from), unit(to)];
  const half = Math.hypot(b.x - a.x, b.y - a.y) / 2;
  const off = Math.sqrt(Math.max(0, 1 - half ** 2)) * (large === sweep ? -1 : 1);
  const centre = {
    x: (a.x + b.x) / 2 - (off * (b.y - a.y)) / (2 * half),
    y: (a.y + b.y) / 2 + (off * (b.x - a.x)) / (2 * half),
  };
  const start = Math.atan2(a.y - centre.y, a.x - centre.x);
  let turn = Math.atan2(b.y - centre.y, b.x - centre.x) - start;
  if (sweep && turn < 0) turn += 2 * Math.PI;
  if (!sweep && turn > 0) turn -= 2 * Math.PI;
  return {
    from,
    to,
    radii,
    at: (part) => ({
      x: radii[0] * (centre.x + Math.cos(start + part * turn)),
      y: radii[1] * (centre.y + Math.sin(start + part * turn)),
    }),
  };
}

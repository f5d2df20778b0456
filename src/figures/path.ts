import { round } from "./scene.ts";

/** Points in pixels, x0, y0, x1, y1 … */
export type Pixels = ArrayLike<number>;

/** `M x y L x y …`; points that lie on the line between their neighbours, to a twentieth of a pixel, are left out. */
export function pathOf(points: Pixels): string {
  const last = points.length - 2;
  if (last < 2) return "";
  let d = `M${round(points[0])} ${round(points[1])}`;
  let from = 0;
  for (let i = 2; i <= last; i += 2) {
    if (i < last && straight(points, from, i + 2)) continue;
    d += `${from === 0 ? "L" : " "}${round(points[i])} ${round(points[i + 1])}`;
    from = i;
  }
  return d;
}

const TOLERANCE = 0.05;
const LONGEST_LOOK = 64;

/** Whether everything between two points stays within the tolerance of the stretch that joins them. */
function straight(points: Pixels, from: number, to: number): boolean {
  if (to - from > LONGEST_LOOK) return false;
  const dx = points[to] - points[from];
  const dy = points[to + 1] - points[from + 1];
  const length = Math.hypot(dx, dy);
  if (length === 0) return false;
  for (let i = from + 2; i < to; i += 2) {
    const x = points[i] - points[from];
    const y = points[i + 1] - points[from + 1];
    const along = x * dx + y * dy;
    if (Math.abs(x * dy - y * dx) > TOLERANCE * length || along < 0 || along > length ** 2) return false;
  }
  return true;
}

export const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`;

export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}H${round(x + width)}V${round(y + height)}H${round(x)}Z`;

export const disc = (x: number, y: number, radius: number): string =>
  `M${round(x - radius)} ${round(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

export const polygon = (points: Pixels): string => {
  let d = "";
  for (let i = 0; i < points.length; i += 2)
    d += `${i === 0 ? "M" : "L"}${round(points[i])} ${round(points[i + 1])}`;
  return `${d}Z`;
};

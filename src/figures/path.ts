import { round } from "./scene.ts";

/** Points in pixels, x0, y0, x1, y1 … */
export type Pixels = ArrayLike<number>;

/** `M x y L x y …`; points that lie on the line between their neighbours, to a twentieth of a pixel, are left out. */
export const pathOf = (points: Pixels): string =>
  points.length < 4 ? "" : `M${round(points[0])} ${round(points[1])}${onwards(points)}`;

/** The same as it goes on from its first point. */
export function onwards(points: Pixels): string {
  const [, ...further] = corners(points);
  return `L${further.map((at) => `${round(points[at])} ${round(points[at + 1])}`).join(" ")}`;
}

/** How far a point that is left out may lie from the stretch that takes its place. */
const TOLERANCE = 0.05;

/** Where in `points` a line turns: its ends, and between them whatever cannot be left out. */
function corners(points: Pixels): number[] {
  const found = [0];
  const sector = new Sector();
  let from = 0;
  for (let at = 2; at < points.length; at += 2) {
    if (!sector.has(points[at] - points[from], points[at + 1] - points[from + 1])) {
      from = at - 2;
      found.push(from);
      sector.open();
    }
    sector.narrow(points[at] - points[from], points[at + 1] - points[from + 1]);
  }
  found.push(points.length - 2);
  return found;
}

/** Where, seen from a corner, the next may be: between two rays that pass near every point since, and beyond these. */
class Sector {
  #lowX = 0;
  #lowY = 0;
  #highX = 0;
  #highY = 0;
  /** Squared. */
  #farthest = 0;

  open(): void {
    this.#lowX = this.#lowY = this.#highX = this.#highY = this.#farthest = 0;
  }

  has(x: number, y: number): boolean {
    return (
      this.#lowX * y >= this.#lowY * x &&
      x * this.#highY >= y * this.#highX &&
      x * x + y * y >= this.#farthest
    );
  }

  /** Leaves the rays that pass a point within the tolerance; a point that is nearer than that leaves all. */
  narrow(x: number, y: number): void {
    const square = x * x + y * y;
    if (!(square > TOLERANCE * TOLERANCE)) return;
    const sine = TOLERANCE / Math.sqrt(square);
    const cosine = Math.sqrt(1 - sine * sine);
    const [lowX, lowY] = [x * cosine + y * sine, y * cosine - x * sine];
    const [highX, highY] = [x * cosine - y * sine, y * cosine + x * sine];
    const isFirst = this.#farthest === 0;
    if (isFirst || this.#lowX * lowY > this.#lowY * lowX) [this.#lowX, this.#lowY] = [lowX, lowY];
    if (isFirst || highX * this.#highY > highY * this.#highX) [this.#highX, this.#highY] = [highX, highY];
    this.#farthest = square;
  }
}

/** The shorter arc of an upright ellipse on to a place; x turns to y where it runs clockwise. */
export const arcTo = (
  [rx, ry]: readonly [number, number],
  clockwise: boolean,
  { x, y }: { readonly x: number; readonly y: number },
): string => `A${round(rx)} ${round(ry)} 0 0 ${clockwise ? 1 : 0} ${round(x)} ${round(y)}`;

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

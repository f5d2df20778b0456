import type { Shape } from "../spec/pairs-schema.ts";
import { disc, polygon } from "./path.ts";
import { round } from "./scene.ts";

/** Corners, how far out they lie so that all shapes look equally large, and the turn of the first one from the top. */
const POLYGONS: Readonly<Record<Exclude<Shape, "circle" | "star">, readonly [number, number, number]>> = {
  square: [4, 1.25, 45],
  pentagon: [5, 1.14, 0],
  triangle: [3, 1.42, 0],
  diamond: [4, 1.3, 0],
  hexagon: [6, 1.1, 30],
};
const STAR = { points: 5, outer: 1.45, inner: 0.68 };

/** The outline of a shape about a place; `radius` is that of the circle. */
export function shapePath(shape: Shape, x: number, y: number, radius: number): string {
  if (shape === "circle") return disc(x, y, round(radius));
  const corner = (length: number, degrees: number): number[] => {
    const turn = (degrees * Math.PI) / 180;
    return [x + length * radius * Math.sin(turn), y - length * radius * Math.cos(turn)];
  };
  if (shape === "star") {
    const { points, outer, inner } = STAR;
    const corners = Array.from({ length: 2 * points }, (_, i) =>
      corner(i % 2 === 0 ? outer : inner, (180 * i) / points),
    );
    return polygon(corners.flat());
  }
  const [count, length, first] = POLYGONS[shape];
  return polygon(Array.from({ length: count }, (_, i) => corner(length, first + (360 * i) / count)).flat());
}

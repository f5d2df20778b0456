import type { GridLine } from "../../src/plane/contour.ts";

/** f over a grid of nodes at x, y = 0, 1, 2 … */
export const grid = (columns: number, rows: number, f: (x: number, y: number) => number): Float64Array =>
  Float64Array.from({ length: columns * rows }, (_, i) => f(i % columns, Math.floor(i / columns)));

export const pointsOf = (line: GridLine): [number, number][] =>
  Array.from({ length: line.length / 2 }, (_, i) => [line[2 * i], line[2 * i + 1]]);

export const lengthOf = (line: GridLine): number => {
  const points = pointsOf(line);
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
};

export const isClosed = (line: GridLine): boolean => line[0] === line.at(-2) && line[1] === line.at(-1);

/** Shoelace. */
export const areaOf = (lines: readonly GridLine[]): number =>
  Math.abs(
    lines.reduce((sum, line) => {
      const points = pointsOf(line);
      return (
        sum + points.slice(1).reduce((part, [x, y], i) => part + (points[i][0] * y - x * points[i][1]) / 2, 0)
      );
    }, 0),
  );

export const onEdge = (x: number, y: number, columns: number, rows: number): boolean =>
  x === 0 || y === 0 || x === columns - 1 || y === rows - 1;

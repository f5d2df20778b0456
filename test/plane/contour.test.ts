import { describe, expect, it } from "vitest";
import { traceLevel, traceLevels } from "../../src/plane/contour.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { grid, isClosed, lengthOf, onEdge, pointsOf } from "./grid.ts";

describe("traceLevel", () => {
  it("follows a plane exactly, from edge to edge", () => {
    const lines = traceLevel(
      grid(5, 4, (x) => x),
      5,
      4,
      2.5,
    );
    expect(lines.length).toBe(1);
    expect(pointsOf(lines[0]).toSorted((a, b) => a[1] - b[1])).toEqual([
      [2.5, 0],
      [2.5, 1],
      [2.5, 2],
      [2.5, 3],
    ]);
    // x + y = 3.5 from one edge to the other: 3.5 − 0.5 columns of √2
    const [slanted] = traceLevel(
      grid(5, 4, (x, y) => x + y),
      5,
      4,
      3.5,
    );
    expectClose(lengthOf(slanted), 3 * Math.SQRT2, 1e-12);
  });

  it("closes a circle, at the exact length but for the chords", () => {
    const lines = traceLevel(
      grid(41, 41, (x, y) => Math.hypot(x - 20, y - 20)),
      41,
      41,
      12,
    );
    expect(lines.length).toBe(1);
    expect(isClosed(lines[0])).toBe(true);
    expectClose(lengthOf(lines[0]), 24 * Math.PI, 1e-3);
    for (const [x, y] of pointsOf(lines[0])) expectClose(Math.hypot(x - 20, y - 20), 12, 2e-3);
  });

  it("tells rings apart", () => {
    const lines = traceLevel(
      grid(61, 61, (x, y) => Math.cos(Math.hypot(x - 30, y - 30) / 3)),
      61,
      61,
      0,
    );
    const radii = lines
      .filter(isClosed)
      .map((line) => lengthOf(line) / (2 * Math.PI))
      .toSorted((a, b) => a - b);
    // zeros of the cosine at 3(π/2 + kπ) within 30
    expect(radii.length).toBe(3);
    radii.forEach((radius, k) => expectClose(radius, 3 * Math.PI * (k + 0.5), 3e-3));
  });

  it("splits a saddle by its centre", () => {
    // 1 at two opposite corners, −1 at the others: at level −0.1 the centre 0 is high, and the low corners are cut off
    const values = Float64Array.of(1, -1, -1, 1);
    const ends = (level: number): string[] =>
      traceLevel(values, 2, 2, level)
        .map((line) => pointsOf(line).map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`))
        .map((points) => points.toSorted().join(" to "))
        .toSorted();
    expect(ends(-0.1)).toEqual(["0.00,0.55 to 0.45,1.00", "0.55,0.00 to 1.00,0.45"]);
    expect(ends(0.1)).toEqual(["0.00,0.45 to 0.45,0.00", "0.55,1.00 to 1.00,0.55"]);
  });

  it("counts a node exactly at the level as above it", () => {
    const lines = traceLevel(
      grid(5, 3, (x) => x),
      5,
      3,
      2,
    );
    expect(lines.length).toBe(1);
    expect(pointsOf(lines[0]).every(([x]) => x === 2)).toBe(true);
    expect(
      traceLevel(
        grid(5, 3, () => 2),
        5,
        3,
        2,
      ),
    ).toEqual([]);
    expect(
      traceLevel(
        grid(5, 3, (x) => x),
        5,
        3,
        0,
      ),
    ).toEqual([]);
  });

  it("leaves cells with a hole out: a cone without its lower left", () => {
    for (const hole of [NaN, Infinity, -Infinity]) {
      const values = grid(41, 41, (x, y) => (x < 10 && y < 10 ? hole : Math.hypot(x - 20, y - 20)));
      const lines = traceLevel(values, 41, 41, 15);
      expect(lines.length).toBe(1);
      expect(isClosed(lines[0])).toBe(false);
      for (const [x, y] of pointsOf(lines[0])) expect(x < 9 && y < 9).toBe(false);
      expect(lengthOf(lines[0])).toBeLessThan(30 * Math.PI);
      expect(lengthOf(lines[0])).toBeGreaterThan(0.85 * 30 * Math.PI);
    }
  });

  it("gives lines that are closed or end at an edge, all points on the level", () => {
    const a = between(-2, 2);
    fc.assert(
      fc.property(a, a, a, a, a, (p, q, r, s, level) => {
        const f = (x: number, y: number): number =>
          p * Math.sin(x / 2 + q) + r * Math.cos(y / 3 + s) + 0.1 * x * y * p;
        const [columns, rows] = [14, 11];
        for (const line of traceLevel(grid(columns, rows, f), columns, rows, level)) {
          const points = pointsOf(line);
          if (!isClosed(line)) {
            for (const [x, y] of [points[0], points[points.length - 1]])
              expect(onEdge(x, y, columns, rows)).toBe(true);
          }
          for (const [x, y] of points) {
            expect(Number.isInteger(x) || Number.isInteger(y)).toBe(true);
            const [low, high] = [f(Math.floor(x), Math.floor(y)), f(Math.ceil(x), Math.ceil(y))];
            expect(level).toBeGreaterThanOrEqual(Math.min(low, high) - 1e-9);
            expect(level).toBeLessThanOrEqual(Math.max(low, high) + 1e-9);
          }
        }
      }),
    );
  });

  it("leaves its memory clean between grids of all sizes", () => {
    const circle = () =>
      traceLevel(
        grid(21, 21, (x, y) => Math.hypot(x - 10, y - 10)),
        21,
        21,
        6.3,
      );
    const before = circle();
    traceLevel(
      grid(40, 40, (x, y) => Math.sin(x) * Math.cos(y)),
      40,
      40,
      0.2,
    );
    traceLevel(
      grid(3, 3, (x, y) => x * y - 1.5),
      3,
      3,
      0,
    );
    expect(circle()).toEqual(before);
  });
});

describe("traceLevels", () => {
  const values = grid(23, 17, (x, y) => (x === 4 && y === 9 ? NaN : Math.sin(x / 3) * Math.cos(y / 4)));

  it("gives for each level what it has alone, also between nodes, at nodes and out of range", () => {
    const levels = [-2, -0.7, -0.1, values[30], 0.1, 0.5, 0.5000001, 3].toSorted((a, b) => a - b);
    const together = traceLevels(values, 23, 17, levels);
    expect(together).toEqual(levels.map((level) => traceLevel(values, 23, 17, level)));
    expect(together.map((lines) => lines.length > 0)).toEqual([
      false,
      ...levels.slice(1, -1).map(() => true),
      false,
    ]);
  });

  it("takes none, and no more than 254", () => {
    expect(traceLevels(values, 23, 17, [])).toEqual([]);
    const many = (count: number) =>
      traceLevels(
        values,
        23,
        17,
        Array.from({ length: count }, (_, i) => i / 300),
      );
    expect(many(254).length).toBe(254);
    expect(() => many(255)).toThrow("255 levels; expected at most 254");
  });
});

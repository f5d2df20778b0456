import { describe, expect, it } from "vitest";
import { traceBelow } from "../../src/plane/contour.ts";
import { expectClose } from "../numerics/seeded.ts";
import { areaOf, grid, isClosed, pointsOf } from "./grid.ts";

describe("traceBelow", () => {
  it("outlines a half plane along the edges of the grid", () => {
    const lines = traceBelow(
      grid(5, 4, (x) => x),
      5,
      4,
      2.5,
    );
    expect(lines.length).toBe(1);
    expect(isClosed(lines[0])).toBe(true);
    expectClose(areaOf(lines), 2.5 * 3, 1e-9);
  });

  it("outlines everything, and nothing", () => {
    expectClose(
      areaOf(
        traceBelow(
          grid(5, 4, () => -1),
          5,
          4,
          0,
        ),
      ),
      4 * 3,
      1e-9,
    );
    expect(
      traceBelow(
        grid(5, 4, () => 1),
        5,
        4,
        0,
      ),
    ).toEqual([]);
  });

  it("has the area of a disc, of a cut disc, and of a ring", () => {
    const cone = (x: number, y: number): number => Math.hypot(x - 30, y - 30);
    expectClose(areaOf(traceBelow(grid(61, 61, cone), 61, 61, 20)), 400 * Math.PI, 2e-3);
    const half = grid(61, 31, cone);
    expectClose(areaOf(traceBelow(half, 61, 31, 20)), 200 * Math.PI, 2e-3);
    const ring = traceBelow(
      grid(61, 61, (x, y) => Math.abs(cone(x, y) - 15)),
      61,
      61,
      5,
    );
    expect(ring.length).toBe(2);
    expectClose(areaOf(ring), (400 - 100) * Math.PI, 5e-3);
  });

  it("counts what is not finite as outside, and −∞ as far below", () => {
    const holed = (hole: number) => grid(21, 21, (x, y) => (x === 10 && y === 10 ? hole : -1));
    for (const hole of [NaN, Infinity]) {
      const lines = traceBelow(holed(hole), 21, 21, 0);
      expect(lines.length).toBe(2);
      expect(lines.every(isClosed)).toBe(true);
      expect(areaOf(lines)).toBeLessThan(400);
    }
    expectClose(areaOf(traceBelow(holed(-Infinity), 21, 21, 0)), 400, 1e-9);
    // two holes side by side
    const two = grid(21, 21, (x, y) => ((x === 10 || x === 11) && y === 10 ? NaN : -1));
    expect(traceBelow(two, 21, 21, 0).length).toBe(2);
  });

  it("stays inside the grid", () => {
    for (const line of traceBelow(
      grid(9, 7, (x, y) => x - y),
      9,
      7,
      0.3,
    )) {
      for (const [x, y] of pointsOf(line)) {
        expect(x >= 0 && x <= 8 && y >= 0 && y <= 6).toBe(true);
      }
    }
  });
});

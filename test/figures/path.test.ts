import { describe, expect, it } from "vitest";
import { disc, line, pathOf, polygon, rectangle } from "../../src/figures/path.ts";
import { fc } from "../numerics/seeded.ts";
import { distanceToSegment, type Pixel, polylines } from "./support.ts";

const flatten = (points: readonly Pixel[]): number[] => points.flatMap(({ x, y }) => [x, y]);

/** The farthest that a point of the line is from the path drawn for it, where both are walked in the same order. */
function worstOff(points: readonly Pixel[]): number {
  const [kept] = polylines(pathOf(flatten(points)));
  let worst = kept.slice(1).map(() => 0);
  for (const point of points) {
    let least = Infinity;
    worst = worst.map((before, i) => {
      least = Math.min(least, before);
      return Math.max(least, distanceToSegment(point, kept[i], kept[i + 1]));
    });
  }
  return Math.min(...worst);
}

const coordinate = fc.integer({ min: 0, max: 50_000 }).map((k) => k / 100);
const jagged = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 60 });
/** Small steps along a line that turns slowly: what isolines look like. */
const smooth = fc
  .array(fc.double({ min: -0.05, max: 0.05, noNaN: true }), { minLength: 2, maxLength: 400 })
  .map((turns) => {
    let [x, y, heading] = [250, 250, 0];
    return turns.map((turn) => {
      heading += turn;
      x += 2 * Math.cos(heading);
      y += 2 * Math.sin(heading);
      return { x, y };
    });
  });
/** To and fro along one line. */
const reversing = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 30 })
  .map((steps) => steps.map((step) => ({ x: 10 * step, y: 5 * step })));

describe("pathOf", () => {
  it("keeps the ends and the corners of a line, and drops what lies between them", () => {
    expect(pathOf([0, 0, 1, 0, 2, 0, 3, 0, 3, 1, 3, 2])).toBe("M0 0L3 0 3 2");
    expect(pathOf([0, 0, 1, 0.04, 2, 0])).toBe("M0 0L2 0");
    expect(pathOf([0, 0, 1, 0.06, 2, 0])).toBe("M0 0L1 0.06 2 0");
  });

  it("rounds to hundredths, without −0", () => {
    expect(pathOf([1 / 3, -0.001, 2 / 3, 10])).toBe("M0.33 0L0.67 10");
  });

  it("draws nothing for fewer than two points", () => {
    expect(pathOf([])).toBe("");
    expect(pathOf([5, 5])).toBe("");
  });

  it.each([
    ["smooth", smooth],
    ["jagged", jagged],
    ["reversing", reversing],
  ])("stays within 0.06 px of every point of a %s line", (_, lines) => {
    fc.assert(
      fc.property(lines, (points) => {
        const [kept] = polylines(pathOf(flatten(points)));
        const [first, last] = [points[0], points[points.length - 1]];
        expect(Math.hypot(kept[0].x - first.x, kept[0].y - first.y)).toBeLessThan(0.01);
        expect(Math.hypot(kept[kept.length - 1].x - last.x, kept[kept.length - 1].y - last.y)).toBeLessThan(
          0.01,
        );
        expect(worstOff(points)).toBeLessThanOrEqual(0.06);
      }),
    );
  });

  it("draws a straight line with two points, however many it is given", () => {
    const points = Array.from({ length: 5001 }, (_, i) => ({ x: 10 + i / 7, y: 20 + i / 11 }));
    expect(pathOf(flatten(points))).toBe("M10 20L724.29 474.55");
  });

  it("shortens a finely sampled circle to a few dozen corners", () => {
    const circle = Array.from({ length: 2001 }, (_, i) => ({
      x: 300 + 200 * Math.cos((i * Math.PI) / 1000),
      y: 300 + 200 * Math.sin((i * Math.PI) / 1000),
    }));
    const [kept] = polylines(pathOf(flatten(circle)));
    expect(kept.length).toBeLessThan(150);
    expect(worstOff(circle)).toBeLessThanOrEqual(0.06);
  });
});

describe("other outlines", () => {
  it("are closed and rounded", () => {
    expect(line(0, 1 / 3, 2, 3)).toBe("M0 0.33L2 3");
    expect(rectangle(1, 2, 3, 4)).toBe("M1 2H4V6H1Z");
    expect(polygon([0, 0, 4, 0, 0, 3])).toBe("M0 0L4 0L0 3Z");
    expect(disc(10, 20, 4)).toBe("M6 20a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z");
  });
});

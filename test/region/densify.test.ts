import { describe, expect, it } from "vitest";
import type { Point } from "../../src/losses/curves.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { traceBoundary } from "../../src/region/boundary.ts";
import { densified } from "../../src/region/densify.ts";

const FRAME = { sn: [0, 1], sp: [0, 1] } as const;

/** Largest distance of a chord's points from a curve of which the distance is known. */
const farthest = (points: readonly Point[], distance: (point: Point) => number): number =>
  points.slice(1).reduce((most, b, i) => {
    const a = points[i];
    const parts = [0.25, 0.5, 0.75].map((t) => ({
      sn: a.sn + t * (b.sn - a.sn),
      sp: a.sp + t * (b.sp - a.sp),
    }));
    return Math.max(most, ...parts.map(distance));
  }, 0);

describe("a traced boundary", () => {
  it.each([
    [0.25, 1],
    [0.05, 2],
  ])("of Circle loss, m = %d, keeps its chords within 1e-6 of the arc", (margin) => {
    const { loss, params } = namedLoss("circle", { margin });
    const radius = Math.SQRT2 * margin;
    const fromArc = ({ sn, sp }: Point): number => Math.abs(Math.hypot(sn, 1 - sp) - radius);
    for (const piece of traceBoundary(loss.plane(params, { K: 1, L: 1 }), FRAME)) {
      const points = piece.kind === "traced" ? piece.points : [];
      expect(points.length).toBeGreaterThan(20);
      expect(farthest(points, fromArc)).toBeLessThan(1e-6);
    }
  });
});

describe("points put into a curve", () => {
  const line = [
    { sn: 0, sp: 0.1 },
    { sn: 0.5, sp: 0.6 },
    { sn: 0.9, sp: 1 },
  ];

  it("are none where it is straight", () => {
    expect(densified(line, ({ sn, sp }) => sp - sn - 0.1)).toEqual(line);
  });

  it("are none where nothing lies across the chord, or no number", () => {
    expect(densified(line, () => 1)).toEqual(line);
    expect(densified(line, () => NaN)).toEqual(line);
  });

  it("find a corner", () => {
    // |s_n − 0.3| + 0.2, from a chord across its tip
    const z = ({ sn, sp }: Point): number => sp - Math.abs(sn - 0.3) - 0.2;
    const found = densified(
      [
        { sn: 0.1, sp: 0.4 },
        { sn: 0.44, sp: 0.34 },
      ],
      z,
    );
    expect(farthest(found, (point) => Math.abs(z(point)))).toBeLessThan(3e-6);
  });
});

import { describe, expect, it } from "vitest";
import { outlinePath } from "../../src/figures/outline.ts";
import { fc } from "../numerics/seeded.ts";
import { drawnArcs } from "./arc.ts";
import { CIRCLE, distanceToSegment, inGroup, paths, type Pixel, polylines, sceneOf } from "./support.ts";

const flatten = (points: readonly Pixel[]): number[] => points.flatMap(({ x, y }) => [x, y]);
const closed = (points: readonly Pixel[]): number[] => flatten([...points, points[0]]);

/** A polygon with points put in, evenly along each of its sides. */
const traced = (corners: readonly Pixel[], each: number): Pixel[] =>
  corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length];
    return Array.from({ length: each }, (_, k) => ({
      x: a.x + ((b.x - a.x) * k) / each,
      y: a.y + ((b.y - a.y) * k) / each,
    }));
  });

/** Round (300, 200), at these angles in degrees and distances. */
const round = (degrees: number, rx: number, ry = rx): Pixel => ({
  x: 300 + rx * Math.cos((degrees * Math.PI) / 180),
  y: 200 + ry * Math.sin((degrees * Math.PI) / 180),
});
const span = (from: number, to: number, steps: number): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);

describe("outlinePath", () => {
  it("of a polygon is its corners, wherever the tracing began", () => {
    const square = [
      { x: 10, y: 10 },
      { x: 10, y: 90 },
      { x: 90, y: 90 },
      { x: 90, y: 10 },
    ];
    const points = traced(square, 200);
    for (const start of [0, 1, 77, 200, 399, 799]) {
      const turned = [...points.slice(start), ...points.slice(0, start)];
      expect(outlinePath(closed(turned))).toBe("M10 10L10 90 90 90 90 10 10 10Z");
    }
  });

  it("of any star has no more corners than it, and stays within 0.06 px of every point", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2000, max: 19_000 }), { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 1, max: 90 }),
        (distances, each) => {
          const star = distances.map((distance, i) => round((360 * i) / distances.length, distance / 100));
          const points = traced(star, each);
          const [kept] = polylines(outlinePath(closed(points)));
          expect(kept.length).toBeLessThanOrEqual(star.length + 1);
          for (const point of points) {
            const sides = kept.slice(1).map((corner, i) => distanceToSegment(point, kept[i], corner));
            expect(Math.min(...sides)).toBeLessThanOrEqual(0.06);
          }
        },
      ),
    );
  });

  it.each([
    ["clockwise", span(0, 360, 240).slice(1)],
    ["the other way", span(360, 0, 240).slice(1)],
  ])("of a whole ellipse is three arcs of it, %s", (_, angles) => {
    const points = angles.map((angle) => round(angle, 120, 80));
    const ellipse = { centre: { x: 300, y: 200 }, radii: [120, 80] } as const;
    const d = outlinePath(closed(points), [ellipse]);
    expect(d).toMatch(/^M[\d.]+ [\d.]+(A120 80 0 0 [01] [\d.]+ [\d.]+){3}Z$/);
    for (const arc of drawnArcs(d))
      for (const part of [0, 0.3, 0.5, 0.8, 1]) {
        const { x, y } = arc.at(part);
        expect(Math.hypot((x - 300) / 120, (y - 200) / 80)).toBeCloseTo(1, 3);
      }
  });

  it("that follows an ellipse only for a while is an arc there and straight elsewhere", () => {
    const ellipse = { centre: { x: 300, y: 200 }, radii: [100, 100] } as const;
    const pie = [...span(30, 250, 150).map((angle) => round(angle, 100)), { x: 300, y: 200 }];
    const d = outlinePath(closed(pie), [{ centre: { x: 0, y: 0 }, radii: [50, 50] }, ellipse]);
    const arcs = drawnArcs(d);
    expect(arcs).toHaveLength(3);
    expect(arcs[0].from.x).toBeCloseTo(round(30, 100).x, 1);
    expect(arcs[2].to.y).toBeCloseTo(round(250, 100).y, 1);
    for (const { at } of arcs)
      for (const part of [0.2, 0.5, 0.7])
        expect(Math.hypot(at(part).x - 300, at(part).y - 200)).toBeCloseTo(100, 1);
    expect(d.endsWith(`L300 200 ${d.slice(1, d.indexOf("A"))}Z`)).toBe(true);
  });
});

describe("the hatched region", () => {
  const region = (id: string, axes = {}): string =>
    paths(inGroup(sceneOf({ ...CIRCLE, loss: { id }, axes }), "region"))[0].inside ?? "";

  it("of Circle loss is a quarter of its disc: an arc and two lines", () => {
    expect(region("circle")).toMatch(/^M\S+ \S+A\S+ \S+ 0 0 0 \S+ \S+L\S+ \S+ \S+ \S+Z$/);
  });

  it("of AM-Softmax is a triangle: three lines", () => {
    const [corners] = polylines(region("am-softmax"));
    expect(corners).toHaveLength(4);
  });

  it("has lines where it lies, at the places where they would stand all over the frame", () => {
    const scene = sceneOf(CIRCLE);
    const [{ d, inside = "" }] = paths(inGroup(scene, "region"));
    const { frame } = scene;
    // a quarter of a disc in the upper left corner
    const [, right] = /A\S+ \S+ 0 0 0 (\S+) /.exec(inside) ?? [];
    const radius = Number(right) - frame.x;
    const lines = polylines(d);
    const sums = lines.map(([from, to]) => {
      expect(from.x + from.y).toBeCloseTo(to.x + to.y, 1);
      expect(Math.max(from.x, to.x)).toBeLessThan(frame.x + radius + 5);
      expect(Math.max(from.y, to.y)).toBeLessThan(frame.y + radius + 5);
      expect(Math.min(from.x, to.x)).toBeGreaterThanOrEqual(frame.x - 0.01);
      expect(Math.min(from.y, to.y)).toBeGreaterThanOrEqual(frame.y - 0.01);
      return from.x + from.y - frame.x - frame.y;
    });
    const gap = sums[1] - sums[0];
    for (const [i, sum] of sums.entries()) expect(sum).toBeCloseTo((i + 1) * gap, 1);
    expect(sums.at(-1)).toBeGreaterThan(Math.SQRT2 * radius - gap);
  });

  it("of Circle loss over angles follows no ellipse, and its arc is drawn as lines", () => {
    const degrees = { unit: "degrees", range: [0, 180] };
    expect(region("circle", { negative: degrees, positive: degrees })).not.toContain("A");
  });
});

describe("straight boundaries", () => {
  it.each(["am-softmax", "triplet", "softmax-ce"])("%s: two points", (id) => {
    const [path] = paths(inGroup(sceneOf({ ...CIRCLE, loss: { id } }), "boundary"));
    expect(polylines(path.d).map((points) => points.length)).toEqual([2]);
  });

  it("Circle loss where s_n < −m: an arc and a line", () => {
    const axes = { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } } as const;
    const [path] = paths(inGroup(sceneOf({ ...CIRCLE, axes }), "boundary"));
    expect(path.d).toMatch(/^M\S+ \S+A\S+ \S+ 0 0 0 \S+ \S+M\S+ \S+L\S+ \S+$/);
  });

  it("ArcFace's in angles: two points", () => {
    const degrees = { unit: "degrees", range: [90, 0] } as const;
    const axes = { negative: degrees, positive: degrees };
    const [path] = paths(inGroup(sceneOf({ ...CIRCLE, loss: { id: "arcface" }, axes }), "boundary"));
    expect(polylines(path.d).map((points) => points.length)).toEqual([2]);
  });
});

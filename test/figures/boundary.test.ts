import { describe, expect, it } from "vitest";
import type { Rectangle, Scene } from "../../src/figures/scene.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { drawnArcs } from "./arc.ts";
import { CIRCLE, groups, inGroup, paths, type Pixel, polylines, sceneOf } from "./support.ts";

const circle = (margin: number, more: Partial<LandscapeSpec> = {}): Scene =>
  sceneOf({ loss: { id: "circle", params: { gamma: 256, margin } }, ...more });

const boundaryPath = (scene: Scene, name = "boundary"): string => paths(inGroup(scene, name))[0]?.d ?? "";

/** (s_n, s_p) of a pixel, for axes with these ends from left to right and from bottom to top. */
function pairAt(
  { x, y }: Pixel,
  frame: Rectangle,
  across: readonly [number, number],
  up: readonly [number, number],
  horizontal: "negative" | "positive",
): { sn: number; sp: number } {
  const a = across[0] + ((across[1] - across[0]) * (x - frame.x)) / frame.width;
  const b = up[0] + (up[1] - up[0]) * (1 - (y - frame.y) / frame.height);
  return horizontal === "negative" ? { sn: a, sp: b } : { sn: b, sp: a };
}

describe("the arc of Circle loss", () => {
  it.each([0.1, 0.25, 0.3137, 0.5])("has radius √2·%d and ends on the frame", (margin) => {
    const scene = circle(margin);
    const { x, y, width, height } = scene.frame;
    const [arc] = drawnArcs(boundaryPath(scene));
    const reach = Math.SQRT2 * margin;
    for (const [actual, expected] of [
      [arc.radii[0], reach * width],
      [arc.radii[1], reach * height],
      [arc.from.x, x],
      [arc.from.y, y + reach * height],
      [arc.to.x, x + reach * width],
      [arc.to.y, y],
    ])
      expect(Math.abs(actual - expected)).toBeLessThanOrEqual(0.011);
  });

  const rising = [0, 1] as const;
  const falling = [1, 0] as const;
  it.each([
    ["negative", rising, rising],
    ["negative", falling, rising],
    ["negative", rising, falling],
    ["negative", falling, falling],
    ["positive", rising, rising],
    ["positive", falling, rising],
    ["positive", rising, falling],
    ["positive", falling, falling],
  ] as const)("bends the right way with %s to the right, s_n from %j, s_p from %j", (horizontal, sn, sp) => {
    for (const margin of [0.1, 0.25, 0.4]) {
      const scene = circle(margin, {
        axes: { negative: { range: sn }, positive: { range: sp }, horizontal },
      });
      const [across, up] = horizontal === "negative" ? [sn, sp] : [sp, sn];
      const [arc, ...more] = drawnArcs(boundaryPath(scene));
      expect(more).toEqual([]);
      for (let i = 0; i <= 40; i++) {
        const point = pairAt(arc.at(i / 40), scene.frame, across, up, horizontal);
        // 0.01 px in a frame of some 400
        expect(Math.abs(Math.hypot(point.sn, 1 - point.sp) - Math.SQRT2 * margin)).toBeLessThan(1e-4);
        expect(point.sn).toBeGreaterThan(-1e-4);
        expect(point.sp).toBeLessThan(1 + 1e-4);
      }
    }
  });

  it("becomes an ellipse where the axes have different lengths", () => {
    const scene = circle(0.25, { axes: { negative: { range: [-1, 1] }, positive: { range: [0.5, 1] } } });
    const { width, height, x, y } = scene.frame;
    const [arc] = drawnArcs(boundaryPath(scene));
    expect(arc.radii[0]).toBeCloseTo((Math.SQRT2 * 0.25 * width) / 2, 1);
    expect(arc.radii[1]).toBeCloseTo(Math.SQRT2 * 0.25 * height * 2, 1);
    // with its clamp: from (−m, 1 − m) the line s_p = 1 − m runs to the left edge
    const [, line] = boundaryPath(scene).split("M").slice(1);
    const ends = polylines(`M${line}`)[0].toSorted((a, b) => a.x - b.x);
    expect(ends[0].x).toBeCloseTo(x, 1);
    expect(ends[1].x).toBeCloseTo(x + 0.375 * width, 1);
    for (const end of ends) expect(end.y).toBeCloseTo(y + 0.5 * height, 1);
  });
});

describe("the boundary on other axes", () => {
  const DEGREE = Math.PI / 180;
  it.each([
    ["degrees", [0, 180], (at: number) => Math.cos(at * DEGREE)],
    ["radians", [Math.PI, 0], (at: number) => Math.cos(at)],
    ["chord", [0, 2], (at: number) => 1 - at ** 2 / 2],
  ] as const)("in %s from %j lies on the true curve, between its corners too", (unit, range, similarity) => {
    const margin = 0.4;
    const scene = circle(margin, { axes: { negative: { unit, range }, positive: { unit, range } } });
    const corners = polylines(boundaryPath(scene));
    expect(corners.length).toBeGreaterThan(0);
    let [arcs, worst] = [0, 0];
    for (const stretch of corners) {
      for (let i = 1; i < stretch.length; i++) {
        for (const part of [0, 0.5, 1]) {
          const [a, b] = [stretch[i - 1], stretch[i]];
          const pixel = { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
          const at = pairAt(pixel, scene.frame, range, range, "negative");
          const [sn, sp] = [similarity(at.sn), similarity(at.sp)];
          if (sn < -margin) worst = Math.max(worst, Math.abs(sp - (1 - margin)));
          else {
            arcs++;
            worst = Math.max(worst, Math.abs(Math.hypot(sn, 1 - sp) - Math.SQRT2 * margin));
          }
        }
      }
    }
    expect(arcs).toBeGreaterThan(60);
    // a tenth of a pixel: 0.1 / 400 of an axis, times the steepest ds/dθ over it
    expect(worst).toBeLessThan(8e-4);
  });
});

describe("which boundaries are drawn", () => {
  const names = (scene: Scene): string[] =>
    groups(scene)
      .map(({ name }) => name)
      .filter((name) => name.startsWith("boundary"));
  const counts = { K: 4, L: 16 };

  it.each([
    ["none", []],
    ["unit", ["boundary"]],
    ["counts", ["boundary-counts"]],
    ["both", ["boundary", "boundary-counts"]],
  ] as const)("%s", (boundary, expected) => {
    expect(names(circle(0.4, { counts, layers: { boundary } }))).toEqual(expected);
  });

  it("both: solid for K = L = 1, dashed and narrower for the figure's K and L", () => {
    const scene = circle(0.4, { counts, layers: { boundary: "both" } });
    const [casing, solid] = paths(inGroup(scene, "boundary"));
    const [, dashed] = paths(inGroup(scene, "boundary-counts"));
    expect(casing.stroke?.dash).toBeUndefined();
    expect(solid.stroke?.dash).toBeUndefined();
    expect(dashed.stroke?.dash).toEqual([6, 4]);
    expect(casing.stroke?.width).toBeGreaterThan(2 * (solid.stroke?.width ?? 9));
    expect(casing.stroke?.color).not.toBe(solid.stroke?.color);
    const radius = Math.sqrt(2 * 0.4 ** 2 - Math.log(64) / 256);
    expect(drawnArcs(dashed.d)[0].radii[0]).toBeCloseTo(radius * scene.frame.width, 1);
    expect(drawnArcs(solid.d)[0].radii[0]).toBeCloseTo(Math.SQRT2 * 0.4 * scene.frame.width, 1);
  });

  it("both is one where K = L = 1", () => {
    expect(names(circle(0.4, { layers: { boundary: "both" } }))).toEqual(["boundary"]);
  });

  it("counts alone is solid", () => {
    const [, line] = paths(
      inGroup(circle(0.4, { counts, layers: { boundary: "counts" } }), "boundary-counts"),
    );
    expect(line.stroke?.dash).toBeUndefined();
  });

  it("a loss without one draws none and hatches nothing", () => {
    const scene = sceneOf({ ...CIRCLE, loss: { id: "proxy-nca" } });
    expect(groups(scene).map(({ name }) => name)).not.toContain("region");
    expect(boundaryPath(scene)).toBe("");
  });
});

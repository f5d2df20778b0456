import { describe, expect, it } from "vitest";
import { toSvg } from "../../src/export/svg.ts";
import { drawSurface, surfaceData, surfaceParts, turned } from "../../src/figures/surface.ts";
import { prepareSurface } from "../../src/figures/surface-figure.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { viewOf } from "../../src/figures/surface-camera.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import type { SurfaceSpec } from "../../src/spec/surface-schema.ts";
import { flat, groups, inGroup, paths, polylines } from "./support.ts";
import { STEP, surface, surfaceScene } from "./surface-support.ts";

const groupNames = (scene: Scene): string[] => groups(scene).map(({ name }) => name);

describe("a surface of any quantity", () => {
  it.each(QUANTITY_IDS)("%s is drawn inside its figure, without a number that is none", (quantity) => {
    const scene = surfaceScene({ quantity, samples: 12, points: [{ name: "A", sn: 0.8, sp: 0.7 }] });
    const svg = toSvg(scene);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const corners = paths(inGroup(scene, "surface")).flatMap(({ d }) =>
      polylines(d.replaceAll("Z", "")).flat(),
    );
    expect(corners.length).toBeGreaterThan(100);
    for (const { x, y } of corners) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(scene.width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(scene.height);
    }
  });

  it.each(["triplet:euclidean", "proxy-anchor", "curricularface", "smooth-ap", "contrastive", "arcface"])(
    "%s is drawn over the whole plane",
    (id) => {
      const range = { range: [-1, 1] } as const;
      const scene = surfaceScene({
        loss: { id },
        quantity: "gradientLength",
        axes: { negative: range, positive: range },
        samples: 12,
      });
      expect(toSvg(scene)).not.toMatch(/NaN|Infinity|undefined/);
      expect(groupNames(scene)).toContain("surface");
    },
  );
});

describe("quads without a finite height", () => {
  const spec: Partial<SurfaceSpec> = {
    quantity: "absDSn",
    transform: "negativeLog",
    axes: { negative: { range: [-1, 1] } },
    samples: 20,
  };

  it("are left out, counted and said", () => {
    // s_n ≤ −0.25 has no gradient, nor has s_n = 0: 8 of 20 columns touch the first, 2 the second
    const { caption, facts } = prepareSurface(surface(spec));
    expect(facts()).toMatchObject({ quads: 400, leftOut: 200, masked: 9 * 21 });
    expect(caption).toContain("Left out: 200 of 400 quads, without a finite height at a corner.");
  });

  it("may be all of them", () => {
    const none = surface({ ...spec, axes: { negative: { range: [-1, -0.5] } } });
    const { caption, facts, draw } = prepareSurface(none);
    expect(facts()).toMatchObject({ leftOut: 400, lowest: null, highest: null });
    expect(caption).toContain("Left out: 400 of 400 quads");
    expect(toSvg(draw())).not.toMatch(/NaN|Infinity/);
  });

  it("are told from heights beyond a given axis, which are cut and said", () => {
    const { caption, facts } = prepareSurface(surface({ quantity: "loss", heightRange: [0, 10] }));
    expect(facts()).toMatchObject({ leftOut: 0, masked: 0 });
    expect(caption).toMatch(/Cut at the ends of the height axis: \d+ of 441 nodes\./);
  });
});

describe("turning a surface", () => {
  const figure = surface({ samples: 12, quantity: "z" });
  const data = surfaceData(figure);

  it("needs no new numbers: its data do not depend on the camera", () => {
    const elsewhere = turned(figure, 40, 55);
    expect(elsewhere.camera).toEqual({ azimuth: 40, elevation: 55, zoom: 1 });
    expect(toSvg(drawSurface(elsewhere, data))).toBe(toSvg(drawSurface(elsewhere, surfaceData(elsewhere))));
    expect(toSvg(drawSurface(elsewhere, data))).not.toBe(toSvg(drawSurface(figure, data)));
    expect(figure.camera.azimuth).toBe(-125);
  });

  it("goes round and round, but not under the floor or over the top", () => {
    expect(turned(figure, 200, 100).camera).toMatchObject({ azimuth: -160, elevation: 90 });
    expect(turned(figure, -190, -5).camera).toMatchObject({ azimuth: 170, elevation: 0 });
    expect(turned(figure, 720, 30).camera).toMatchObject({ azimuth: 0 });
  });

  it("can be painted from a list of quads that stand where the figure has them", () => {
    const drawn = paths(inGroup(drawSurface(figure, data), "surface"))
      .flatMap(({ d }) => polylines(d.replaceAll("Z", "")))
      .map((corners) => corners.map(({ x, y }) => [x, y]));
    const { quads } = surfaceParts(figure, data);
    expect(quads).toHaveLength(drawn.length);
    quads.forEach(({ points }, i) => {
      const corners = Array.from({ length: points.length / 2 }, (_, k) => [points[2 * k], points[2 * k + 1]]);
      for (const [x, y] of corners)
        expect(Math.min(...drawn[i].map(([dx, dy]) => Math.hypot(dx - x, dy - y)))).toBeLessThan(0.01);
    });
  });
});

describe("what lies on a surface", () => {
  it("puts a marked point at its height, over its cross on the floor", () => {
    const spec: Partial<SurfaceSpec> = {
      quantity: "absDSn",
      heightScale: 64,
      heightRange: [0, 1],
      camera: { azimuth: -90, elevation: 0 },
      points: [{ name: "A", sn: 0.8, sp: 0.8 }],
      layers: { floor: "none" },
    };
    const scene = surfaceScene(spec);
    const [disc] = paths(inGroup(scene, "points")).filter(({ fill }) => fill);
    const [left0, y] = disc.d.slice(1).split(" ").map(Number.parseFloat);
    const x = left0 + Number(/a([\d.]+)/.exec(disc.d)?.[1]);
    const [drop] = paths(inGroup(scene, "points")).map(({ d }) => polylines(d).flat());
    // seen from the level: floor and top are edges of the box
    const outline = polylines(paths(inGroup(scene, "box")).at(-1)?.d ?? "").flat();
    const [floor, top] = [Math.max, Math.min].map((f) => f(...outline.map((at) => at.y)));
    expect((floor - y) / (floor - top)).toBeCloseTo(0.8, 3);
    expect(drop.every((at) => Math.abs(at.x - x) < 0.02)).toBe(true);
    const [left, right] = [Math.min, Math.max].map((f) => f(...outline.map((at) => at.x)));
    expect((x - left) / (right - left)).toBeCloseTo(0.8, 3);
  });

  it("draws the boundary on both edges of a jump, and once where there is none", () => {
    const lines = (spec: Partial<SurfaceSpec>) =>
      surfaceData(surface(spec)).lines.filter(({ name }) => name === "boundary");
    const [jump] = lines(STEP);
    const heights = jump.places.map((line) => line.map(({ h }) => h));
    expect(heights).toHaveLength(2);
    expect(heights.map((each) => new Set(each))).toEqual(
      expect.arrayContaining([new Set([0]), new Set([1])]),
    );
    for (const line of jump.places) for (const { x, y } of line) expect(y - x).toBeCloseTo(0.35, 9);
    const [smooth] = lines({});
    expect(smooth.places).toHaveLength(1);
    // ln 2 at z = 0
    const { range } = surfaceData(surface()).grid;
    for (const { h } of smooth.places[0])
      expect(range[0] + h * (range[1] - range[0])).toBeCloseTo(Math.LN2, 5);
  });

  it("draws curves at constant similarities on the surface, upright where it jumps", () => {
    const { lines, grid } = surfaceData(surface({ ...STEP, curves: { positive: [0.6], negative: [0.5] } }));
    const [positive, negative] = ["curve-positive", "curve-negative"].map((name) =>
      lines.find((l) => l.name === name),
    );
    expect(positive?.places[0].every(({ y }) => Math.abs(y - 0.1) < 1e-12)).toBe(true);
    expect(negative?.places[0].every(({ x }) => Math.abs(x) < 1e-12)).toBe(true);
    // s_n = 0.25 at s_p = 0.6
    const between = positive?.places[0].filter(({ h }, i, all) => i > 0 && h !== all[i - 1].h) ?? [];
    expect(between).toHaveLength(1);
    expect(between[0].x + 0.5).toBeCloseTo(0.25, 6);
    expect(grid.range).toEqual([0, 1]);
  });

  it("leaves out curves and points that are not in the figure", () => {
    const data = surfaceData(
      surface({ curves: { positive: [-0.5, 0.5] }, points: [{ name: "out", sn: -0.5, sp: 0.5 }] }),
    );
    expect(data.lines.filter(({ name }) => name === "curve-positive")).toHaveLength(1);
    expect(data.points[0].place).toBeNull();
    expect(data.points[0].height).toBeGreaterThan(0);
  });
});

describe("the same figure", () => {
  it.each(THEMES)("gives the same bytes twice in the %s theme, and its ground", (theme) => {
    const spec: Partial<SurfaceSpec> = { theme, samples: 10, points: [{ name: "A", sn: 0.5, sp: 0.5 }] };
    const [first, second] = [surfaceScene(spec), surfaceScene(spec)];
    expect(toSvg(first)).toBe(toSvg(second));
    expect(first.background).toBe(theme === "dark" ? "#14171c" : "#ffffff");
  });

  it("is drawn at 80 by 80 quads, each on the page once", () => {
    const figure = surface({ samples: 80, quantity: "z", loss: { id: "am-softmax" } });
    const data = surfaceData(figure);
    expect(data.mesh.cells).toHaveLength(6400);
    const squares = paths(flat(drawSurface(figure, data).nodes)).flatMap(({ d }) => d.match(/Z/g) ?? []);
    expect(squares.length).toBeGreaterThanOrEqual(6400);
  });

  it("is cut to its room where it is enlarged", () => {
    const scene = surfaceScene({ camera: { zoom: 2 }, samples: 6 });
    const room = groups(scene).find(({ name }) => name === "room");
    expect(room?.clip?.width).toBeLessThan(scene.width);
    expect(
      viewOf({ azimuth: 0, elevation: 0, zoom: 2 }, 1, { x: 0, y: 0, width: 1, height: 1 }).toPixel({
        x: 0,
        y: 0,
        h: 0.5,
      }),
    ).toEqual({ x: 0.5, y: 0.5 });
  });
});

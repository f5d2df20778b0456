import { describe, expect, it } from "vitest";
import { areaOf, backwards, isInside } from "../../src/figures/polygon.ts";
import { bandsOf } from "../../src/figures/surface-bands.ts";
import { viewOf } from "../../src/figures/surface-camera.ts";
import { drawFloor } from "../../src/figures/surface-floor.ts";
import type { SurfaceGrid } from "../../src/figures/surface-grid.ts";
import { jumpBetween } from "../../src/figures/surface-jumps.ts";
import { colouringOf, heightLabelOf } from "../../src/figures/surface-labels.ts";
import { isSeen, seenStretches } from "../../src/figures/surface-sight.ts";
import { QUANTITIES } from "../../src/spec/quantities.ts";
import { paths, polylines } from "./support.ts";
import { dataOf, STEP, surface } from "./surface-support.ts";

const sample = (height: number) => ({ height, colour: height });

describe("jumps on an edge", () => {
  const find = (f: (t: number) => number, least = 0.1) =>
    jumpBetween((t) => sample(f(t)), sample(f(0)), sample(f(1)), least);

  it("are found to 1e-9, with what is on both sides", () => {
    const jump = find((t) => (t < 0.3 ? t : 2 + t));
    expect(jump?.part).toBeCloseTo(0.3, 9);
    expect(jump?.before.height).toBeCloseTo(0.3, 9);
    expect(jump?.behind.height).toBeCloseTo(2.3, 9);
  });

  it("are told from what is only steep", () => {
    expect(find((t) => 1 / (1 + Math.exp(-1e6 * (t - 0.37))))).toBeNull();
    expect(find((t) => t)).toBeNull();
    expect(find((t) => (t < 0.5 ? 0 : 0.05))).toBeNull();
    expect(find((t) => (t < 0.5 ? 0 : NaN))).toBeNull();
  });
});

describe("bands of a polygon", () => {
  const wall = [
    { x: 0, y: 0, h: 0, colour: 0 },
    { x: 1, y: 0, h: 0, colour: 0 },
    { x: 1, y: 0, h: 1, colour: 1 },
    { x: 0, y: 0, h: 1, colour: 1 },
  ];

  it("span a step each and cover it without a gap", () => {
    const bands = bandsOf(wall, 0.125);
    expect(bands).toHaveLength(8);
    bands.forEach((band, i) => {
      const heights = band.map(({ h }) => h);
      expect(Math.min(...heights)).toBeCloseTo(i / 8, 12);
      expect(Math.max(...heights)).toBeCloseTo((i + 1) / 8, 12);
    });
  });

  it("do not depend on the last bits of a corner that lies at a level or at an edge of the box", () => {
    const corner = (x: number, h: number, noise: number) => ({ x, y: 0, h: h + noise, colour: h + noise });
    const shapes = [1, -1, 0].flatMap((left) =>
      [1, -1, 0].map((right) => {
        const [a, b] = [left * 2 ** -50, right * 2 ** -51];
        // from the floor over 0.25, which is a level, and the top of the box, and back
        const bands = bandsOf(
          [corner(0, 0, a), corner(1, 0.25, b), corner(1, 1, a), corner(0, 0.75, b)],
          0.125,
        );
        return bands.map((band) =>
          band.map(({ x, h }) => [x, h].map((place) => Math.round(place * 1e6) + 0)),
        );
      }),
    );
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
    expect(shapes[0]).toHaveLength(8);
  });

  it("stay one piece where the colour hardly changes or is no number", () => {
    expect(bandsOf(wall, 1)).toEqual([wall]);
    const grey = wall.map((vertex) => ({ ...vertex, colour: NaN }));
    expect(bandsOf(grey, 0.1)).toEqual([grey]);
  });

  it("are cut at floor and top of the box, and none where nothing is left or there is no area", () => {
    const tall = wall.map((vertex) => ({ ...vertex, h: 3 * vertex.h - 1 }));
    const heights = bandsOf(tall, 10).flatMap((band) => band.map(({ h }) => h));
    expect(Math.min(...heights)).toBeCloseTo(0, 12);
    expect(Math.max(...heights)).toBeCloseTo(1, 12);
    expect(
      bandsOf(
        wall.map((vertex) => ({ ...vertex, h: vertex.h + 2 })),
        10,
      ),
    ).toEqual([]);
    expect(bandsOf([wall[0], wall[0], wall[1]], 10)).toEqual([]);
  });
});

describe("the mesh of a jump", () => {
  const { mesh } = dataOf({ ...STEP, samples: 10 });
  const pieces = mesh.cells.flatMap((cell) => cell?.parts ?? []);

  it("has level tops and floors and upright walls on the boundary, nothing between", () => {
    for (const polygon of pieces.flat()) {
      const heights = polygon.map(({ h }) => h);
      const isLevel = Math.max(...heights) - Math.min(...heights) < 1e-9;
      if (isLevel) expect([0, 1]).toContainEqual(Math.round(heights[0] * 1e9) / 1e9);
      else for (const { x, y } of polygon) expect(y - x).toBeCloseTo(0.35, 6);
    }
  });

  it("covers the floor once", () => {
    const areas = pieces.flat().map((polygon) => Math.abs(areaOf(polygon.flatMap(({ x, y }) => [x, y]))));
    expect(areas.reduce((sum, area) => sum + area, 0)).toBeCloseTo(1, 6);
  });
});

describe("sight", () => {
  // low in front, high behind x = 0, seen along +x and −x
  const { grid } = dataOf({ ...STEP, samples: 40 });
  const view = (azimuth: number, elevation: number) =>
    viewOf({ azimuth, elevation, zoom: 1 }, 0.75, { x: 0, y: 0, width: 1, height: 1 });

  it("is free on the top and at the foot of a step from before it, not at the foot from behind it", () => {
    const foot = { x: -0.4, y: 0.1, h: 0 };
    const top = { x: 0.3, y: 0.1, h: 1 };
    expect(isSeen(top, grid, view(180, 30))).toBe(true);
    expect(isSeen(foot, grid, view(180, 30))).toBe(true);
    expect(isSeen(foot, grid, view(0, 80))).toBe(true);
    expect(isSeen({ x: -0.27, y: 0.1, h: 0 }, grid, view(0, 80))).toBe(false);
    expect(isSeen(foot, grid, view(0, 90))).toBe(true);
  });

  it("is blocked below the surface where the line comes out of it, free where it leaves under an edge", () => {
    const below = { x: 0.3, y: 0, h: 0.2 };
    expect(isSeen(below, grid, view(90, 80))).toBe(false);
    expect(isSeen(below, grid, view(0, 10))).toBe(true);
  });

  it("splits a line into what is seen of it", () => {
    const across = [
      { x: -0.5, y: 0.1, h: 0 },
      { x: 0.5, y: 0.1, h: 0 },
    ];
    const seen = seenStretches(across, grid, view(180, 30));
    expect(seen).toHaveLength(1);
    expect(seen[0][0].x).toBe(-0.5);
    // the step stands at x = −0.25; behind it the floor is hidden
    expect(Math.abs((seen[0].at(-1)?.x ?? 0) + 0.25)).toBeLessThan(0.06);
  });
});

describe("the floor", () => {
  const nodes = 21;
  const values = Float64Array.from({ length: nodes * nodes }, (_, i) =>
    Math.hypot((i % nodes) - 10, Math.floor(i / nodes) - 10),
  );
  const grid: SurfaceGrid = {
    columns: nodes,
    rows: nodes,
    heights: values,
    colours: values,
    range: [0, 15],
    at: () => sample(0),
  };
  const domain = { low: 0, high: 14, from: 0, to: 14, below: false, above: false };
  const view = viewOf({ azimuth: -90, elevation: 90, zoom: 1 }, 1, { x: 0, y: 0, width: 100, height: 100 });

  it("has nested bands: each covers the lower part of the one before", () => {
    const bands = paths(
      [drawFloor(grid, view, domain, "sequential", 7)].flatMap((group) =>
        group.type === "group" ? group.children : [],
      ),
    );
    expect(bands).toHaveLength(7);
    const areas = bands.map(({ d }) =>
      Math.abs(areaOf(polylines(d.replaceAll("Z", ""))[0].flatMap(({ x, y }) => [x, y]))),
    );
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
    expect(areas[0]).toBeCloseTo(10000, -1);
    // the disc below 2 of a cone over 20 by 20 steps, drawn 100 by 100
    expect(areas.at(-1)).toBeCloseTo(Math.PI * 10 ** 2, -2);
  });

  it("leaves holes open under every fill rule", () => {
    const upside = { ...grid, colours: values.map((value) => 14 - value) };
    const [, band] = paths(
      [drawFloor(upside, view, domain, "sequential", 7)].flatMap((group) =>
        group.type === "group" ? group.children : [],
      ),
    );
    const loops = polylines(band.d.replaceAll("Z", "")).map((loop) =>
      areaOf(loop.flatMap(({ x, y }) => [x, y])),
    );
    expect(loops.length).toBeGreaterThan(1);
    expect(new Set(loops.map(Math.sign))).toEqual(new Set([1, -1]));
  });
});

describe("outlines", () => {
  const square = [0, 0, 2, 0, 2, 2, 0, 2];
  it("have an area, an inside and a way round", () => {
    expect(areaOf(square)).toBe(4);
    expect(areaOf(backwards(square))).toBe(-4);
    expect(isInside(1, 1, square)).toBe(true);
    expect(isInside(3, 1, square)).toBe(false);
    expect(isInside(1, -1, square)).toBe(false);
  });
});

describe("labels of the height", () => {
  it.each([
    [{}, "$ℒ$"],
    [{ quantity: "absDSn", heightScale: 200 }, "$|∂ℒ/∂s_n| / 200$"],
    [{ quantity: "absDSn", heightScale: "normalised" }, "$|∂ℒ/∂s_n| / max$"],
    [{ quantity: "dSp", transform: "negativeLog" }, "$−ln |∂ℒ/∂s_p|$"],
    [{ quantity: "absDSp", transform: "negativeLog", heightScale: 64 }, "$−ln (|∂ℒ/∂s_p| / 64)$"],
    [{ quantity: "direction", heightScale: "normalised" }, "angle of $−∂ℒ$ from $+s_p$ (°) / max"],
    [{ heightLabel: "margin" }, "margin"],
  ] as const)("%j is %s", (spec, label) => {
    expect(heightLabelOf(surface(spec))).toBe(label);
  });

  it("make one and the same colouring for panels that show the same", () => {
    expect(colouringOf(surface())).toBe(QUANTITIES.loss);
    const scaled = { quantity: "z", heightScale: 2, palette: "height" } as const;
    expect(colouringOf(surface(scaled))).toBe(colouringOf(surface({ ...scaled, title: "other" })));
    expect(colouringOf(surface(scaled)).scale).toBe("diverging");
    expect(colouringOf(surface({ colour: "z" }))).toBe(QUANTITIES.z);
  });
});

describe("heights", () => {
  it("normalised have the largest size 1, whatever their sign", () => {
    const { lowest, highest, divisor } = dataOf({ quantity: "dSp", heightScale: "normalised" });
    expect(Math.max(Math.abs(lowest?.height ?? 0), Math.abs(highest?.height ?? 0))).toBeCloseTo(1, 12);
    expect(divisor).toBeGreaterThan(1);
  });

  it("as −ln are the logarithm of the size after the division", () => {
    const point = { name: "A", sn: 0.8, sp: 0.8 };
    const at = (spec: object) =>
      dataOf({ quantity: "dSp", points: [point], ...spec }).points[0].height ?? NaN;
    expect(at({ transform: "negativeLog", heightScale: 16 })).toBeCloseTo(
      -Math.log(Math.abs(at({})) / 16),
      12,
    );
  });

  it("that are one number everywhere still have an axis", () => {
    const { grid } = dataOf({
      loss: { id: "triplet:cosine" },
      quantity: "absDSn",
      axes: { negative: { range: [0.9, 1] }, positive: { range: [0, 0.1] } },
    });
    expect(grid.range[1]).toBeGreaterThan(grid.range[0]);
  });
});

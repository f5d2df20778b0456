import { describe, expect, it } from "vitest";
import { figureFacts, figureSvg } from "../../src/export/figure.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { type Change, curvesOf, one, scene, spec } from "./curves-support.ts";
import { flat, groups, inGroup, paths, polylines } from "./support.ts";

describe("lines", () => {
  it("run through the frame where the function is", () => {
    const drawn = scene({ y: { range: [-2, 2] } });
    const { x, y, width, height } = drawn.frame;
    const [positive, negative] = paths(inGroup(drawn, "curves"));
    for (const [path, shift] of [
      [positive, 0.35],
      [negative, 0],
    ] as const) {
      const points = polylines(path.d).flat();
      expect(points.length).toBeGreaterThan(20);
      expect(points[0].x).toBeCloseTo(x, 1);
      expect(points[points.length - 1].x).toBeCloseTo(x + width, 1);
      for (const point of points) {
        const theta = (180 * (point.x - x)) / width;
        const value = Math.cos((theta * Math.PI) / 180) - shift;
        expect(Math.abs(point.y - (y + (height * (2 - value)) / 4))).toBeLessThan(0.1);
      }
    }
  });

  it("bend closely: every point of the function is within a third of a pixel of the line", () => {
    const drawn = scene({
      x: { of: "cosine" },
      y: { range: [0, 1] },
      curves: [{ loss: { id: "multi-similarity" }, draw: { of: "weight" } }],
    });
    const { x, y, width, height } = drawn.frame;
    const points = polylines(paths(inGroup(drawn, "curves"))[0].d).flat();
    for (let i = 0; i <= 3000; i++) {
      const s = -1 + (2 * i) / 3000;
      const [px, py] = [x + (width * (s + 1)) / 2, y + height * (1 - 1 / (1 + Math.exp(-50 * (s - 0.5))))];
      const found = points.findIndex((point) => point.x >= px - 1e-6);
      const after = found === -1 ? points.length - 1 : Math.max(1, found);
      const [a, b] = [points[after - 1], points[after]];
      const t = (px - a.x) / (b.x - a.x);
      const slope = (b.y - a.y) / (b.x - a.x);
      expect(Math.abs(a.y + t * (b.y - a.y) - py) / Math.hypot(1, slope)).toBeLessThan(0.34);
    }
  });

  it("are told apart by colour, by dashes and by their marks", () => {
    const drawn = scene({
      curves: [
        {
          loss: { id: "am-softmax" },
          draw: { of: "positiveTransform" },
          vary: { param: "margin", values: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] },
        },
      ],
    });
    const strokes = paths(inGroup(drawn, "curves")).map(({ stroke }) => stroke);
    expect(strokes).toHaveLength(9);
    expect(new Set(strokes.slice(0, 7).map((stroke) => stroke?.color)).size).toBe(7);
    expect(new Set(strokes.slice(0, 7).map((stroke) => JSON.stringify(stroke?.dash ?? []))).size).toBe(7);
    expect(new Set(strokes.map((stroke) => JSON.stringify([stroke?.color, stroke?.dash]))).size).toBe(9);
  });

  it("break at a jump and say where it is", () => {
    const arcface = {
      loss: { id: "arcface", params: { margin: 0.5 } },
      draw: { of: "positiveTransform", perScale: true },
    } as const;
    const [jump, ...others] = one(arcface, { x: { of: "radians" } }).jumps as readonly number[];
    expect(others).toEqual([]);
    expect(Math.abs(jump - (Math.PI - 0.5))).toBeLessThan(1e-9);
    const drawn = scene({ x: { of: "radians" }, curves: [arcface] });
    expect(polylines(paths(inGroup(drawn, "curves"))[0].d)).toHaveLength(2);
  });

  it("have a gap where there is no finite value, and the caption says so", () => {
    const logLoss = {
      loss: { id: "triplet:cosine", params: { margin: 0.25 } },
      draw: { of: "slice", quantity: "logLoss", fixed: { sp: 0.5 } },
    } as const;
    const facts = one(logLoss, { x: {} });
    const gaps = facts.gaps as readonly (readonly number[])[];
    expect(gaps).toHaveLength(1);
    expect(gaps[0][0]).toBe(-1);
    expect(gaps[0][1]).toBeCloseTo(0.25, 12);
    const drawn = scene({ x: {}, curves: [logLoss] });
    expect(drawn.description).toContain("Gaps: no finite value.");
    const { x, width } = drawn.frame;
    const [first] = polylines(paths(inGroup(drawn, "curves"))[0].d).flat();
    expect(first.x).toBeCloseTo(x + (width * (gaps[0][1] + 1)) / 2, 1);
  });

  it("stand where a falling range puts them", () => {
    const rising = scene({ x: { of: "degrees", range: [0, 180] }, readings: [30] });
    const falling = scene({ x: { of: "degrees", range: [180, 0] }, readings: [30] });
    const at = (drawn: Scene): number[] =>
      paths(inGroup(drawn, "marks")).map(({ d }) => {
        const [left] = d.match(/[\d.]+/g)?.map(Number) ?? [];
        return left - drawn.frame.x;
      });
    expect(at(rising)[0] + at(falling)[0] + 2 * 3.38).toBeCloseTo(rising.frame.width, 0);
  });
});

describe("the zero line", () => {
  const zero = (change: Change): boolean => groups(scene(change)).some(({ name }) => name === "zero");
  it("is there when zero is inside the frame, and only then", () => {
    expect(zero({})).toBe(true);
    expect(zero({ y: { range: [0.1, 2] } })).toBe(false);
    expect(zero({ y: { scale: "log" } })).toBe(false);
  });
});

describe("marks and readings", () => {
  it("stand on the curves at the readings, which the facts tell", () => {
    const readings = [0, 60, 90];
    const drawn = scene({
      readings,
      y: { range: [-2, 2] },
      curves: [{ loss: { id: "normface" }, draw: { of: "positiveTransform", perScale: true } }],
    });
    const { x, y, width, height } = drawn.frame;
    const marks = paths(inGroup(drawn, "marks")).map(({ d }) => {
      const [left, middle, radius] = d.match(/[\d.]+/g)?.map(Number) ?? [];
      return [left + radius, middle];
    });
    expect(marks).toHaveLength(3);
    readings.forEach((theta, i) => {
      expect(marks[i][0]).toBeCloseTo(x + (width * theta) / 180, 1);
      expect(marks[i][1]).toBeCloseTo(y + (height * (2 - Math.cos((theta * Math.PI) / 180))) / 4, 1);
    });
    expect(drawn.description).toContain("Marks: readings.");
    expect(curvesOf({ readings })[1].readings).toEqual([
      { x: 0, y: 1 },
      { x: 60, y: Math.cos(Math.PI / 3) },
      { x: 90, y: Math.cos(Math.PI / 2) },
    ]);
  });

  it("are left out on request", () => {
    const count = (change: Change): number => paths(inGroup(scene(change), "marks")).length;
    expect(count({})).toBe(12);
    expect(count({ layers: { markers: false } })).toBe(0);
  });

  it("a reading without a finite value is told as null", () => {
    const { readings } = one(
      { loss: { id: "triplet:cosine" }, draw: { of: "slice", quantity: "logLoss", fixed: { sp: 0.5 } } },
      { x: {}, readings: [-0.5] },
    );
    expect(readings).toEqual([{ x: -0.5, y: null }]);
  });
});

describe.each(THEMES)("in the theme %s", (theme) => {
  it("is the same picture every time, in that theme's colours", () => {
    const first = figureSvg(spec({ theme }));
    expect(figureSvg(spec({ theme }))).toBe(first);
    expect(first).not.toMatch(/NaN|Infinity|undefined|var\(|currentColor/);
  });
});

it.each(LOSSES.filter(({ scope }) => scope === "plane").map(({ id }) => id))(
  "draws slices of %s along both axes and along a line, and tells their numbers",
  (id) => {
    const line = { from: { sn: 1, sp: -1 }, to: { sn: -1, sp: 1 } };
    for (const [draw, of] of [
      [{ of: "slice", fixed: { sn: 0.2 } }, "cosine"],
      [{ of: "slice", quantity: "dSn", fixed: { sp: 0.7 } }, "radians"],
      [{ of: "slice", quantity: "z", line }, "line"],
    ] as const) {
      const figure = spec({ x: { of }, curves: [{ loss: { id }, draw }] });
      expect(figureSvg(figure)).not.toMatch(/NaN|Infinity|undefined/);
      const facts = figureFacts(figure);
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
    }
  },
);

it("keeps every word inside the picture, also in a column of a paper", () => {
  for (const size of [{ width: 640 }, { width: 336, height: 260 }, { width: 200, height: 200 }]) {
    const drawn = scene({ size, theme: "print" });
    for (const node of flat(drawn.nodes))
      if (node.type === "text") {
        expect(node.x).toBeGreaterThanOrEqual(0);
        expect(node.x).toBeLessThan(drawn.width);
        expect(node.y).toBeLessThanOrEqual(drawn.height);
      }
  }
});

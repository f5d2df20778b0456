import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts, figureSvg } from "../../src/export/figure.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { resolveScatter, type ScatterSpec } from "../../src/spec/scatter.ts";
import { groups, inGroup, paths, type Pixel, polylines, texts, wording } from "./support.ts";

const SPEC = {
  version: 1,
  kind: "scatter",
  loss: { id: "am-softmax", params: { gamma: 64, margin: 0.35 } },
  axes: { negative: { range: [0, 0.5] }, positive: { range: [0.5, 1] } },
  cloud: {
    pairs: 200,
    seed: 3,
    start: { sn: [0.45, 0.06], sp: [0.5, 0.06] },
    learningRate: 0.05,
    steps: 200,
  },
} as const satisfies ScatterSpec;
const POINTS: ScatterSpec = {
  version: 1,
  kind: "scatter",
  loss: { id: "circle" },
  points: [
    [0.25, 0.5],
    [1, 0],
    [-0.5, 0.5],
    [0.5, 1],
  ],
};

const changed = (change: Partial<ScatterSpec>): ScatterSpec => ({ ...SPEC, ...change });

interface PassageFacts {
  readonly from: { readonly sn: number; readonly sp: number };
  readonly to: { readonly sn: number; readonly sp: number };
}
const passageOf = (spec: ScatterSpec): PassageFacts => figureFacts(spec).passage as unknown as PassageFacts;

/** The pixel of a pair in a frame that shows these ranges. */
const pixel = ({ frame }: Scene, { sn, sp }: { sn: number; sp: number }, from = 0.5, span = 0.5): Pixel => ({
  x: frame.x + (frame.width * sn) / span,
  y: frame.y + frame.height * (1 - (sp - from) / span),
});
const near = (a: Pixel, b: Pixel): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 0.05;

describe("points that are given", () => {
  const scene = drawFigure(POINTS);

  it("stand where they belong; those outside the axes are left out", () => {
    const [{ d }] = paths(inGroup(scene, "ends"));
    const radius = Number(/a([\d.]+)/.exec(d)?.[1]);
    const centres = [...d.matchAll(/M([\d.]+) ([\d.]+)/g)].map(([, x, y]) => ({
      x: Number(x) + radius,
      y: Number(y),
    }));
    const expected = [
      [0.25, 0.5],
      [1, 0],
      [0.5, 1],
    ].map(([sn, sp]) => pixel(scene, { sn, sp }, 0, 1));
    expect(centres).toHaveLength(3);
    centres.forEach((centre, i) => expect(near(centre, expected[i])).toBe(true));
  });

  it("have no start, no passage and no guides, and facts without a cloud", () => {
    expect(groups(scene).map(({ name }) => name)).toEqual(["ends", "boundary", "axes", "words"]);
    expect(figureFacts(POINTS)).toMatchObject({ pairs: 4, mean: { sn: 0.3125, sp: 0.5 } });
    expect(figureFacts(POINTS)).not.toHaveProperty("passage");
    expect(scene.description).toContain("Green: 4 pairs.");
  });
});

describe("a cloud", () => {
  const scene = drawFigure(SPEC);
  const { from, to } = passageOf(SPEC);

  it("is drawn with its start, the boundary, the passage and the guides, in this order", () => {
    expect(groups(scene).map(({ name }) => name)).toEqual([
      "starts",
      "ends",
      "boundary",
      "passage",
      "axes",
      "guides",
      "words",
    ]);
  });

  it("highlights the boundary from one end of the passage to the other", () => {
    const [casing, line] = paths(inGroup(scene, "passage"));
    expect(casing.d).toBe(line.d);
    const [corners] = polylines(line.d);
    expect(near(corners[0], pixel(scene, from))).toBe(true);
    expect(near(corners[corners.length - 1], pixel(scene, to))).toBe(true);
    expect(to.sn - from.sn).toBeGreaterThan(0.05);
  });

  it("guides from both ends down to one axis and right to the end of the other", () => {
    const { frame } = scene;
    const [across, down] = paths(inGroup(scene, "guides"));
    for (const [i, end] of [from, to].entries()) {
      const start = pixel(scene, end);
      const [right, bottom] = [polylines(across.d)[i], polylines(down.d)[i]];
      expect(near(right[0], start) && near(bottom[0], start)).toBe(true);
      expect(near(right[1], { x: frame.x + frame.width, y: start.y })).toBe(true);
      expect(near(bottom[1], { x: start.x, y: frame.y + frame.height })).toBe(true);
    }
    expect(across.stroke?.dash).toBeDefined();
    expect(down.stroke?.dash).toBeDefined();
  });

  it("writes the numbers beside the guides where they cover nothing", () => {
    const shown = texts(inGroup(scene, "guides")).map(wording);
    const all = [from, to].flatMap(({ sn, sp }) => [sn, sp]).map((x) => String(Number(x.toFixed(3))));
    expect(shown.length).toBeGreaterThanOrEqual(3);
    for (const label of shown) expect(all).toContain(label);
  });

  it("writes them in the unit of the axis, and one that both ends share once", () => {
    const angles = drawFigure(
      changed({
        loss: { id: "proxy-anchor", params: { delta: 0.1 } },
        axes: { negative: { unit: "degrees" }, positive: { unit: "radians" } },
        cloud: { ...SPEC.cloud, start: { sn: [0.4, 0.06], sp: [0.5, 0.06] }, learningRate: 0.02, steps: 600 },
      }),
    );
    const { from: low, to: high } = passageOf(
      changed({
        loss: { id: "proxy-anchor", params: { delta: 0.1 } },
        cloud: { ...SPEC.cloud, start: { sn: [0.4, 0.06], sp: [0.5, 0.06] }, learningRate: 0.02, steps: 600 },
      }),
    );
    const radians = [high.sp, low.sp].map((s) => String(Number(Math.acos(s).toFixed(3))));
    const degrees = `${Number(((Math.acos(-0.1) * 180) / Math.PI).toFixed(1))}°`;
    expect(texts(inGroup(angles, "guides")).map(wording).toSorted()).toEqual(
      [...radians, degrees].toSorted(),
    );
  });

  it("follows an arc with the passage of Circle loss", () => {
    const circle: ScatterSpec = { ...SPEC, loss: { id: "circle", params: { margin: 0.325 } } };
    const arc = drawFigure(circle);
    const [{ d }] = paths(inGroup(arc, "passage"));
    const centre = pixel(arc, { sn: 0, sp: 1 });
    const radius = (Math.SQRT2 * 0.325 * arc.frame.width) / 0.5;
    const [corners] = polylines(d);
    expect(corners.length).toBeGreaterThan(3);
    for (const { x, y } of corners)
      expect(Math.abs(Math.hypot(x - centre.x, y - centre.y) - radius)).toBeLessThan(0.05);
  });

  it("runs round the corner of a boundary of two pieces", () => {
    const corner = drawFigure(
      changed({
        loss: { id: "proxy-anchor", params: { alpha: 32, delta: 0.2 } },
        axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
        cloud: { ...SPEC.cloud, start: { sn: [0.1, 0.3], sp: [-0.1, 0.3] }, learningRate: 0.01, steps: 400 },
        passage: [0, 1],
      }),
    );
    const stretches = polylines(paths(inGroup(corner, "passage"))[0].d);
    expect(stretches).toHaveLength(2);
    const [level, upright] = stretches;
    expect(new Set(level.map(({ y }) => y)).size).toBe(1);
    expect(new Set(upright.map(({ x }) => x)).size).toBe(1);
  });

  it("turns with the axes", () => {
    const turned = drawFigure({ ...SPEC, axes: { ...SPEC.axes, horizontal: "positive" } });
    const { frame } = turned;
    const [, line] = paths(inGroup(turned, "passage"));
    const [corners] = polylines(line.d);
    const x = frame.x + (frame.width * (from.sp - 0.5)) / 0.5;
    const y = frame.y + frame.height * (1 - from.sn / 0.5);
    expect(corners.some((each) => near(each, { x, y }))).toBe(true);
  });

  it("can leave out every layer", () => {
    const none = {
      starts: false,
      ends: false,
      boundary: false,
      passage: false,
      guides: false,
      caption: false,
    };
    const bare = drawFigure({ ...SPEC, layers: none });
    expect(groups(bare).map(({ name }) => name)).toEqual(["axes", "words"]);
    expect(texts(inGroup(bare, "words"))).toHaveLength(2);
  });

  it("says what was simulated, with the seed, the quantiles and the gradient", () => {
    expect(scene.description).toContain("200 pairs that follow the gradient downhill, after 200 steps.");
    expect(scene.description).toContain("seed 3");
    expect(scene.description).toContain("between the 1% and 99% quantiles of their crossings");
    const detached = drawFigure(
      changed({
        loss: { id: "circle" },
        cloud: { ...SPEC.cloud, noise: 0.001, space: "sphere" },
      }),
    );
    expect(detached.description).toContain(
      "unit embeddings that follow the detached gradient (weights held constant) downhill with noise",
    );
  });

  it("is bare in a panel, and takes its title from there", () => {
    const bare = prepareFigure(resolveScatter(SPEC)).draw({ bare: true, title: "(b) there" });
    expect(texts(inGroup(bare, "words")).map(wording)).toEqual(["(b) there", "γ = 64, m = 0.35, K = L = 1"]);
  });

  it("has no passage where nobody crosses, and none in the facts", () => {
    const still: ScatterSpec = { ...SPEC, cloud: { ...SPEC.cloud, steps: 1 } };
    expect(figureFacts(still)).toMatchObject({ crossed: 0, passage: null });
    expect(groups(drawFigure(still)).map(({ name }) => name)).not.toContain("passage");
  });

  it("knows no boundary where the loss has none", () => {
    const open: ScatterSpec = { ...SPEC, loss: { id: "proxy-nca" }, readings: [0.2] };
    expect(figureFacts(open)).toMatchObject({
      boundary: { origin: "none", pieces: [] },
      tangent: null,
      readings: [{ sn: 0.2, sp: null }],
    });
    expect(drawFigure(open).description).not.toContain("decision boundary");
  });

  it.each(THEMES)("gives the same bytes twice, and numbers only: %s", (theme) => {
    const spec: ScatterSpec = { ...SPEC, theme, size: { width: 336, height: 320 } };
    expect(figureSvg(spec)).toBe(figureSvg(spec));
    expect(figureSvg(spec)).not.toMatch(/NaN|Infinity/);
  });
});

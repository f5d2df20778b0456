import { describe, expect, it } from "vitest";
import { figureFacts } from "../../src/export/figure.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { groups, inGroup, paths, polylines, sceneOf, texts } from "./support.ts";

const BARE = { field: false, isolines: 0, arrows: 0 } as const;
const POINTS: LandscapeSpec["points"] = [
  { name: "A", sn: 0.2, sp: 0.2 },
  { name: "B", sn: 0.7, sp: 0.6 },
  { name: "T", at: "tangent" },
];

describe("guides", () => {
  const spec: Partial<LandscapeSpec> = {
    layers: BARE,
    guides: [
      { slope: 1, intercept: 0.5 },
      { slope: -2, intercept: 1 },
    ],
  };

  it("run from edge to edge of the frame", () => {
    const scene = sceneOf(spec);
    const { x, y, width, height } = scene.frame;
    const at = (sn: number, sp: number) => ({ x: x + sn * width, y: y + (1 - sp) * height });
    const [casing, dashed] = paths(inGroup(scene, "guides"));
    expect(casing.d).toBe(dashed.d);
    expect(dashed.stroke?.dash?.length).toBe(2);
    const expected = [
      [at(0, 0.5), at(0.5, 1)],
      [at(0, 1), at(0.5, 0)],
    ];
    const found = polylines(dashed.d);
    expect(found).toHaveLength(2);
    found.flat().forEach((end, i) => {
      expect(Math.abs(end.x - expected.flat()[i].x)).toBeLessThan(0.02);
      expect(Math.abs(end.y - expected.flat()[i].y)).toBeLessThan(0.02);
    });
  });

  it("are curves where an axis shows angles", () => {
    const [, dashed] = paths(
      inGroup(sceneOf({ ...spec, axes: { negative: { unit: "degrees", range: [0, 90] } } }), "guides"),
    );
    for (const line of polylines(dashed.d)) expect(line.length).toBeGreaterThan(4);
  });

  it("are said in the caption, and not there without", () => {
    expect(sceneOf(spec).description).toContain("Dashed thin: s_p = s_n + 0.5 and s_p = −2s_n + 1.");
    const without = sceneOf({ layers: BARE });
    expect(without.description).not.toContain("Dashed");
    expect(groups(without).map(({ name }) => name)).not.toContain("guides");
  });

  it("outside the frame draw nothing", () => {
    const scene = sceneOf({ layers: BARE, guides: [{ slope: 0, intercept: 5 }] });
    expect(groups(scene).map(({ name }) => name)).not.toContain("guides");
  });

  it("touch an arc or not, in the facts", () => {
    const facts = figureFacts({ version: 1, loss: { id: "circle", params: { margin: 0.4 } }, ...spec });
    expect(facts.guides).toEqual([
      { slope: 1, intercept: 0.5, touches: null },
      { slope: -2, intercept: 1, touches: null },
    ]);
  });

  it("keep the names of points off their lines", () => {
    const named = { ...spec, points: [{ name: "A", sn: 0.2, sp: 0.7 }] };
    const [free] = texts(inGroup(sceneOf({ ...named, guides: [] }), "points"));
    const [moved] = texts(inGroup(sceneOf(named), "points"));
    // the name stands up and to the right, where the guide of slope 1 runs
    expect(moved.y).toBeGreaterThan(free.y);
  });
});

describe("arrows at points", () => {
  /** Tail and tip: the ends of an arrow that lie farthest apart. */
  function ends(corners: readonly { readonly x: number; readonly y: number }[]) {
    const tip = corners[3];
    const tail = { x: (corners[0].x + corners[6].x) / 2, y: (corners[0].y + corners[6].y) / 2 };
    return { tip, tail };
  }

  it.each(["attached", "detached"] as const)(
    "go down the %s gradient from points given by their pair",
    (gradient) => {
      const scene = sceneOf({
        loss: { id: "circle", gradient },
        layers: { ...BARE, pointArrows: true },
        points: POINTS,
      });
      const { frame } = scene;
      const [{ d }] = paths(inGroup(scene, "point-arrows"));
      const arrows = polylines(d).map(ends);
      expect(arrows).toHaveLength(2);
      const { loss, params } = namedLoss("circle");
      const form = loss.plane(params, { K: 1, L: 1 }, gradient);
      for (const [i, [sn, sp]] of [
        [0.2, 0.2],
        [0.7, 0.6],
      ].entries()) {
        const { tip, tail } = arrows[i];
        expect(Math.abs(tail.x - (frame.x + sn * frame.width))).toBeLessThan(0.05);
        expect(Math.abs(tail.y - (frame.y + (1 - sp) * frame.height))).toBeLessThan(0.05);
        const { dSp, dSn } = planePoint(form, sp, sn);
        const length = Math.hypot(dSp, dSn);
        const [dx, dy] = [tip.x - tail.x, tip.y - tail.y];
        expect(Math.abs(Math.hypot(dx, dy) - 0.16 * frame.width)).toBeLessThan(0.05);
        expect(dx / Math.hypot(dx, dy)).toBeCloseTo(-dSn / length, 3);
        expect(dy / Math.hypot(dx, dy)).toBeCloseTo(dSp / length, 3);
      }
    },
  );

  it("are not drawn where there is no gradient, and not unless asked for", () => {
    const flat = sceneOf({
      loss: { id: "triplet" },
      layers: { ...BARE, pointArrows: true },
      points: [{ name: "A", sn: 0, sp: 0.9 }],
    });
    expect(paths(inGroup(flat, "point-arrows"))).toEqual([]);
    const names = groups(sceneOf({ points: POINTS })).map(({ name }) => name);
    expect(names).not.toContain("point-arrows");
  });

  it("are said in the caption", () => {
    const said = sceneOf({ layers: { ...BARE, pointArrows: true }, points: POINTS }).description;
    expect(said).toContain(
      "Arrows at the points: against the detached gradient (weights held constant), all",
    );
  });
});

describe("the target on bare ground", () => {
  it("is shaded under its hatching, and only hatched over a field", () => {
    const region = (field: boolean) => paths(inGroup(sceneOf({ layers: { ...BARE, field } }), "region"));
    expect(region(true)).toHaveLength(1);
    const [shade, hatching] = region(false);
    expect(shade.fill).toBeDefined();
    expect(shade.d).toBe(hatching.inside);
    expect(hatching.stroke?.color).not.toBe("#ffffff");
  });
});

import { describe, expect, it } from "vitest";
import { figureFacts } from "../../src/export/figure.ts";
import { LOOKS } from "../../src/figures/theme.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { THEMES } from "../../src/spec/entries.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { flat, groups, inGroup, paths, polylines, sceneOf } from "./support.ts";

type Paths = NonNullable<LandscapeSpec["paths"]>;
const TRIPLET: Partial<LandscapeSpec> = {
  samples: 17,
  loss: { id: "triplet", params: { margin: 0.3 } },
  layers: { arrows: 0, isolines: 0 },
};
const triplet = (all: Paths, more: Partial<LandscapeSpec> = {}) =>
  sceneOf({ ...TRIPLET, paths: all, ...more });

/** What is filled in a group: heads, dots, rings, diamonds, without their rims. */
const marksIn = (scene: Scene, group: string) =>
  paths(inGroup(scene, group)).filter(({ fill }) => fill !== undefined);

/** The lines with their casings, without marks. */
const lines = (scene: Scene) => {
  const marks = new Set(marksIn(scene, "paths").map(({ d }) => d));
  return paths(inGroup(scene, "paths")).filter(({ d }) => !marks.has(d));
};

describe("a path in a figure", () => {
  const from = { sn: 0.9, sp: 0.2 };

  it("runs from its start to where it comes to rest, in the frame's own pixels", () => {
    const scene = triplet([{ from }]);
    const { x, y, width, height } = scene.frame;
    const [casing, line] = lines(scene);
    expect(casing.d).toBe(line.d);
    const [points] = polylines(line.d);
    const first = points[0];
    const last = points[points.length - 1];
    expect(first.x).toBeCloseTo(x + 0.9 * width, 1);
    expect(first.y).toBeCloseTo(y + 0.8 * height, 1);
    // z = 1 is undone from both sides alike: (0.4, 0.7)
    expect(last.x).toBeCloseTo(x + 0.4 * width, 1);
    expect(last.y).toBeCloseTo(y + 0.3 * height, 1);
  });

  it("starts with a ring, ends with a diamond, and has a head that points along it", () => {
    const scene = triplet([{ from }]);
    const [ring, diamond] = marksIn(scene, "path-ends");
    expect(ring.d).toContain("a");
    expect(polylines(diamond.d)[0].length).toBe(4);
    const centre = polylines(diamond.d)[0].reduce((sum, { x }) => sum + x / 4, 0);
    expect(centre).toBeCloseTo(scene.frame.x + 0.4 * scene.frame.width, 1);
    const heads = marksIn(scene, "paths");
    expect(heads.length).toBe(1);
    for (const [tip, wing, , other] of polylines(heads[0].d)) {
      // up and to the left
      expect(tip.x).toBeLessThan((wing.x + other.x) / 2);
      expect(tip.y).toBeLessThan((wing.y + other.y) / 2);
    }
  });

  it("follows the axes when they are swapped", () => {
    const { frame, ...scene } = triplet([{ from }], { axes: { horizontal: "positive" } });
    const [line] = polylines(lines({ frame, ...scene })[1].d);
    expect(line[0].x).toBeCloseTo(frame.x + 0.2 * frame.width, 1);
    expect(line[0].y).toBeCloseTo(frame.y + 0.1 * frame.height, 1);
  });

  it("by steps has a dot for each", () => {
    const scene = triplet([{ from: { sn: 0.5, sp: 0.5 }, learningRate: 0.1, steps: 9 }]);
    const dots = paths(inGroup(scene, "paths")).filter(({ d }) => d.includes("a"));
    // two steps, and then it is beyond the margin
    expect(dots[0].d.split("M").length - 1).toBe(2);
  });

  it("is told by its dash which field it follows", () => {
    const scene = sceneOf({
      samples: 17,
      paths: [
        { from, field: "attached" },
        { from, field: "detached" },
      ],
    });
    const dashes = lines(scene).map(({ stroke }) => stroke?.dash !== undefined);
    expect(dashes).toEqual([false, false, false, false, false, true]);
    expect(scene.description).toContain(
      "Paths: descent by the attached gradient (solid) and the detached gradient (dashed), from ring to diamond.",
    );
  });

  it("that does not move is a ring and a diamond in one place", () => {
    const scene = triplet([{ from: { sn: 0.1, sp: 0.9 } }]);
    expect(lines(scene)).toEqual([]);
    expect(marksIn(scene, "path-ends").length).toBe(2);
  });

  it("outside the frame shows only what lies in it", () => {
    const frame = { negative: { range: [0, 0.5] as const }, positive: { range: [0, 1] as const } };
    const scene = triplet([{ from }], { axes: frame });
    // the start is at 0.9, the arrival at 0.4
    expect(marksIn(scene, "path-ends").length).toBe(1);
    expect(groups(scene).find(({ name }) => name === "paths")?.clip?.x).toBeCloseTo(scene.frame.x, -1);
  });
});

describe("the paths of a figure", () => {
  it("are not there where there are none", () => {
    const names = groups(sceneOf(TRIPLET)).map(({ name }) => name);
    expect(names).not.toContain("paths");
    expect(names).not.toContain("path-ends");
    expect(sceneOf(TRIPLET).description).not.toContain("Paths");
    expect(figureFacts({ version: 1, loss: { id: "triplet" }, samples: 17 })).not.toHaveProperty("paths");
  });

  it("say nothing of fields where the loss has only one, and of dots where there are none", () => {
    const from = { sn: 0.9, sp: 0.2 };
    expect(triplet([{ from }]).description).toContain("Paths: descent, from ring to diamond.");
    expect(triplet([{ from, steps: 3 }]).description).toContain(
      "Paths: descent, from ring to diamond; dots: steps of gradient descent.",
    );
  });

  it.each(THEMES)("have the colours of %s and finite coordinates", (theme) => {
    const scene = sceneOf({
      samples: 17,
      theme,
      paths: [{ from: { sn: 0.9, sp: 0.2 } }, { from: { sn: -1, sp: -1 }, steps: 40 }],
    });
    const drawn = [...inGroup(scene, "paths"), ...inGroup(scene, "path-ends")];
    expect(paths(drawn).some(({ stroke }) => stroke?.color === LOOKS[theme].accent)).toBe(true);
    for (const { d } of paths(flat(drawn))) expect(d).not.toMatch(/NaN|Infinity/);
  });

  it("are the same every time", () => {
    const spec = { samples: 17, paths: [{ from: { sn: 0.9, sp: 0.2 } }] };
    expect(sceneOf(spec)).toEqual(sceneOf(spec));
  });
});

import { describe, expect, it } from "vitest";
import type { Scene } from "../../src/figures/scene.ts";
import { prepareSurface } from "../../src/figures/surface-figure.ts";
import type { SurfaceSpec } from "../../src/spec/surface-schema.ts";
import { groups, inGroup, paths, polylines, texts, wording } from "./support.ts";
import { surface, surfaceScene } from "./surface-support.ts";

const groupNames = (scene: Scene): string[] => groups(scene).map(({ name }) => name);
const words = (scene: Scene, group: string): string[] => texts(inGroup(scene, group)).map(wording);

/** The labels at the ticks of every axis, without its name. */
function tickLabels(scene: Scene): string[][] {
  const edges: string[][] = [];
  for (const node of inGroup(scene, "axes")) {
    if (node.type === "path") edges.push([]);
    else if (node.type === "text") edges.at(-1)?.push(wording(node));
  }
  return edges.map((labels) => labels.slice(0, -1));
}

describe("the words round a surface", () => {
  const CAMERAS = [-180, -125, -60, -10, 35, 90, 140].flatMap((azimuth) =>
    [8, 30, 60, 90].map((elevation) => ({ azimuth, elevation })),
  );

  it.each(CAMERAS)("stand inside the figure, apart, and no tick label twice on an axis: %j", (camera) => {
    const scene = surfaceScene({ camera, samples: 6, axes: { negative: { range: [1, 0] } } });
    const labels = texts(inGroup(scene, "axes"));
    for (const { x, y } of labels) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(scene.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(scene.height);
    }
    for (const names of tickLabels(scene)) expect(new Set(names).size).toBe(names.length);
    const places = labels.map(({ x, y }) => `${x.toFixed(0)} ${y.toFixed(0)}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it("are ticks at the numbers that they name", () => {
    const spec: Partial<SurfaceSpec> = {
      quantity: "z",
      heightRange: [-2, 40],
      axes: { negative: { unit: "degrees", range: [180, 0] }, positive: { range: [1, -1] } },
      camera: { azimuth: -60, elevation: 30 },
      samples: 6,
    };
    const scene = surfaceScene(spec);
    const [acrossMarks, alongMarks, upMarks] = paths(inGroup(scene, "axes")).map(({ d }) => polylines(d));
    // the ends of each edge are where the outline of the box has its corners
    const outline = polylines(paths(inGroup(scene, "box")).at(-1)?.d ?? "");
    const [[frontLeft, frontRight], [, backRight]] = outline;
    const named = words(scene, "axes");
    const onEdge = (
      from: { x: number; y: number },
      to: { x: number; y: number },
      at: { x: number; y: number },
    ) => Math.hypot(at.x - from.x, at.y - from.y) / Math.hypot(to.x - from.x, to.y - from.y);
    const degrees = named
      .filter((label) => label.endsWith("°"))
      .map((label) => Number(label.replace("°", "")));
    expect(degrees.length).toBeGreaterThanOrEqual(3);
    degrees.forEach((degree, i) =>
      expect(onEdge(frontLeft, frontRight, acrossMarks[i][0])).toBeCloseTo((180 - degree) / 180, 2),
    );
    const cosines = alongMarks.map(([at]) => 1 - 2 * onEdge(frontRight, backRight, at));
    for (const cosine of cosines) expect(cosine * 10).toBeCloseTo(Math.round(cosine * 10), 1);
    expect(upMarks.map(([{ x }]) => x)).toEqual(upMarks.map(() => upMarks[0][0].x));
  });

  it("are never rounded to the same number", () => {
    for (const heightRange of [
      [1e6, 1e6 + 1],
      [-1e-7, 1e-7],
      [0.25, 0.2500001],
    ] as const) {
      const [, , height] = tickLabels(surfaceScene({ heightRange, quantity: "z", samples: 6 }));
      expect(height.length).toBeGreaterThan(2);
      expect(new Set(height).size).toBe(height.length);
    }
  });

  it.each([340, 500, 640, 900])("name every tick but one beside another axis, at a width of %d", (width) => {
    const range = { range: [-1, 1] } as const;
    for (const azimuth of [-160, -125, -100, -60, -20]) {
      const camera = { azimuth, elevation: 25 };
      const scene = surfaceScene({
        camera,
        axes: { negative: range, positive: range },
        size: { width },
        samples: 6,
      });
      const axes = inGroup(scene, "axes");
      const marks = paths(axes).reduce((sum, { d }) => sum + polylines(d).length, 0);
      const named = texts(axes).filter((node) => /^[\d.−]+$/.test(wording(node)));
      expect(named.length).toBeGreaterThanOrEqual(marks - 2);
    }
  });

  it("leave out the ticks of an axis that is seen end-on", () => {
    const from = (elevation: number, azimuth: number) =>
      paths(inGroup(surfaceScene({ camera: { elevation, azimuth }, samples: 6 }), "axes")).length;
    expect(from(30, -60)).toBe(3);
    expect(from(90, -60)).toBe(2);
    expect(from(0, -90)).toBe(2);
  });

  it("name loss, parameters and what is drawn; a bare one has no caption and no legend", () => {
    const figure = surface({ samples: 6 });
    const prepared = prepareSurface(figure);
    const whole = prepared.draw();
    expect(words(whole, "words").slice(0, 2)).toEqual(["Circle loss", "γ = 32, m = 0.25, K = L = 1"]);
    expect(prepared.caption).toBe(
      "Height and colour: loss. Floor: the colours in bands. White dashed: decision boundary for $K = L = 1$.",
    );
    const bare = prepared.draw({ bare: true, title: "(a) mine" });
    expect(words(bare, "words")).toEqual(["(a) mine", "γ = 32, m = 0.25, K = L = 1"]);
    expect(groupNames(whole)).toContain("legend");
    expect(groupNames(bare)).not.toContain("legend");
    expect(prepared.draw({ size: { width: 300, height: 280 } })).toMatchObject({ width: 300, height: 280 });
  });

  it("say which gradient, what a height is divided by, and what the colour is where it differs", () => {
    const { caption } = prepareSurface(
      surface({
        quantity: "absDSn",
        heightScale: 64,
        colour: "logLoss",
        samples: 6,
        curves: { positive: [0, 0.5] },
      }),
    );
    expect(caption).toContain(
      "Height: size of the negative's gradient, divided by 64, attached gradient (full derivative).",
    );
    expect(caption).toContain("Colour: logarithm of the loss.");
    expect(caption).toContain("Dark curves: constant $s_p = 0, 0.5$.");
  });
});

import { describe, expect, it } from "vitest";
import { isInside } from "../../src/figures/polygon.ts";
import { paintedQuads, quadNodes } from "../../src/figures/surface-painter.ts";
import type { Polygon } from "../../src/figures/surface-bands.ts";
import { type Place, viewOf } from "../../src/figures/surface-camera.ts";
import { seededRandom } from "../../src/numerics/random.ts";
import type { SurfaceSpec } from "../../src/spec/surface-schema.ts";
import { dataOf, STEP } from "./surface-support.ts";

const ROOM = { x: 0, y: 0, width: 400, height: 400 };

/** The nearest to the viewer of the polygons at a pixel, by depth; null where there is none. */
function depthAt(
  polygon: Polygon,
  project: (place: Place) => { x: number; y: number },
  depth: (place: Place) => number,
  x: number,
  y: number,
): number | null {
  const pixels = polygon.map(project);
  for (let i = 2; i < polygon.length; i++) {
    const [a, b, c] = [pixels[0], pixels[i - 1], pixels[i]];
    const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    const wb = ((x - a.x) * (c.y - a.y) - (c.x - a.x) * (y - a.y)) / area;
    const wc = ((b.x - a.x) * (y - a.y) - (x - a.x) * (b.y - a.y)) / area;
    if (wb >= 0 && wc >= 0 && wb + wc <= 1)
      return (1 - wb - wc) * depth(polygon[0]) + wb * depth(polygon[i - 1]) + wc * depth(polygon[i]);
  }
  return null;
}

const CASES: readonly (readonly [string, Partial<SurfaceSpec>])[] = [
  ["a bowl", {}],
  ["a step", STEP],
  ["a kinked gradient", { quantity: "absDSn", axes: { negative: { range: [-1, 1] } } }],
  [
    "a saddle of angles",
    { quantity: "z", axes: { negative: { unit: "radians" }, positive: { unit: "degrees" } } },
  ],
];

describe.each(CASES)("painter's order of %s", (_, spec) => {
  const { mesh, domain, colouring } = dataOf({ ...spec, samples: 14 });
  const polygons = mesh.cells.flatMap((cell) => cell?.parts.flat() ?? []);

  it.each([-170, -125, -60, 0, 40, 90, 155])("leaves the nearest piece on top at azimuth %d", (azimuth) => {
    for (const elevation of [5, 30, 75]) {
      const view = viewOf({ azimuth, elevation, zoom: 1 }, 0.75, ROOM);
      const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180];
      const depth = ({ x, y, h }: Place): number =>
        Math.cos(e) * (Math.cos(a) * x + Math.sin(a) * y) + Math.sin(e) * 0.75 * h;
      const painted = paintedQuads(mesh, view, domain, colouring.scale);
      expect(painted).toHaveLength(polygons.length);
      const byPoints = new Map(
        polygons.map((polygon) => [polygon.flatMap((v) => Object.values(view.toPixel(v))).join(), polygon]),
      );
      const next = seededRandom(7);
      let looked = 0;
      for (let i = 0; i < 150; i++) {
        const [x, y] = [400 * next(), 400 * next()];
        const over = painted.filter(({ points }) => isInside(x, y, points));
        const depths = over.flatMap(({ points }) => {
          const polygon = byPoints.get(points.join());
          const found = polygon ? depthAt(polygon, view.toPixel, depth, x, y) : null;
          return found === null ? [] : [found];
        });
        if (depths.length === 0) continue;
        looked++;
        // a quad that is bent by less than a hundredth of the height is painted whole
        expect(depths.at(-1)).toBeGreaterThan(Math.max(...depths) - 0.02);
      }
      expect(looked).toBeGreaterThan(5);
    }
  });
});

describe("painted quads", () => {
  const { mesh, domain, colouring } = dataOf();
  const view = viewOf({ azimuth: -60, elevation: 30, zoom: 1 }, 0.75, ROOM);
  const quads = paintedQuads(mesh, view, domain, colouring.scale);

  it("have a line of their own colour, so that no seam is left open", () => {
    for (const node of quadNodes(quads)) {
      expect(node.type).toBe("path");
      if (node.type !== "path") continue;
      expect(node.fill).toMatch(/^#[\da-f]{6}$/);
      expect(node.stroke).toEqual({ color: node.fill, width: 0.8 });
    }
  });

  it("of one colour that follow each other share a path, all turned the same way", () => {
    const square = (x: number, fill: string, back = false) => ({
      points: back ? [x, 0, x, 1, x + 1, 1, x + 1, 0] : [x, 0, x + 1, 0, x + 1, 1, x, 1],
      fill,
      shade: 0,
    });
    const nodes = quadNodes([square(0, "#111111"), square(1, "#111111", true), square(2, "#222222")]);
    expect(nodes.map((node) => (node.type === "path" ? node.d : ""))).toEqual([
      "M0 0L1 0 1 1 0 1ZM2 0L2 1 1 1 1 0Z",
      "M2 0L3 0 3 1 2 1Z",
    ]);
  });

  it("are one for each square of the floor where nothing is steep", () => {
    const flat = dataOf({ loss: { id: "am-softmax", params: { gamma: 1 } }, quantity: "z", samples: 10 });
    expect(flat.mesh.cells.map((cell) => cell?.parts.flat().length)).toEqual(
      Array.from({ length: 100 }, () => expect.any(Number) as number),
    );
    expect(paintedQuads(flat.mesh, view, flat.domain, "diverging").length).toBeGreaterThanOrEqual(100);
  });
});

import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts, figureSvg } from "../../src/export/figure.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import type { Facts } from "../../src/figures/prepared.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { type BoundariesSpec, BOUNDARY_NAMES, resolveBoundaries } from "../../src/spec/boundaries.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { groups, inGroup, paths, type Pixel, polylines, texts, wording } from "./support.ts";

const right = { unit: "radians", range: [0, Math.PI / 2] } as const;
const ANGLES = { positive: right, negative: right, horizontal: "positive" } as const;
const FAMILY: BoundariesSpec = {
  version: 1,
  kind: "boundaries",
  entries: [{ loss: { id: "am-softmax" }, vary: { param: "margin", values: [0.1, 0.2, 0.4] } }],
};
const changed = (change: Partial<BoundariesSpec>): BoundariesSpec => ({ ...FAMILY, ...change });
const factsOf = (spec: BoundariesSpec): readonly Facts[] =>
  figureFacts(spec).boundaries as unknown as Facts[];

/** The line of each boundary, without its casing, as parts of the frame from left and bottom. */
function linesOf(scene: Scene): Pixel[][][] {
  const { x, y, width, height } = scene.frame;
  return paths(inGroup(scene, "boundaries"))
    .filter((_, i) => i % 2 === 1)
    .map(({ d }) =>
      polylines(d).map((line) =>
        line.map((at) => ({ x: (at.x - x) / width, y: (y + height - at.y) / height })),
      ),
    );
}

describe("the lines", () => {
  it("of a family stand where each member's boundary is", () => {
    const lines = linesOf(drawFigure(FAMILY));
    expect(lines).toHaveLength(3);
    for (const [i, margin] of [0.1, 0.2, 0.4].entries()) {
      const [[from, to]] = lines[i];
      for (const [found, expected] of [
        [from, { x: 0, y: margin }],
        [to, { x: 1 - margin, y: 1 }],
      ] as const) {
        expect(Math.abs(found.x - expected.x)).toBeLessThan(1e-4);
        expect(Math.abs(found.y - expected.y)).toBeLessThan(1e-4);
      }
    }
  });

  it("are told apart without colour: no two have the same dashes", () => {
    const many = changed({
      entries: [
        { loss: { id: "circle" }, vary: { param: "margin", values: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4] } },
      ],
    });
    const drawn = paths(inGroup(drawFigure(many), "boundaries")).filter((_, i) => i % 2 === 1);
    expect(new Set(drawn.map(({ stroke }) => JSON.stringify(stroke?.dash ?? []))).size).toBe(7);
  });

  it("in angles are θ₁ + m = θ₂ for ArcFace and its mirror", () => {
    const scene = drawFigure(
      changed({
        entries: [{ loss: { id: "arcface", params: { margin: 0.3 } } }],
        axes: ANGLES,
        mirror: true,
      }),
    );
    const [other, own] = linesOf(scene);
    const shift = 0.3 / (Math.PI / 2);
    for (const [line, sign] of [
      [own, 1],
      [other, -1],
    ] as const) {
      const points = line.flat();
      expect(points.length).toBeGreaterThanOrEqual(2);
      for (const { x, y } of points) expect(Math.abs(y - x - sign * shift)).toBeLessThan(1e-4);
      // from edge to edge
      const across = points.map(({ x }) => x);
      expect(Math.max(...across) - Math.min(...across)).toBeCloseTo(1 - shift, 3);
    }
  });

  it("of a mirrored arc go round (s_n, s_p) = (1, 0)", () => {
    const spec = changed({ entries: [{ loss: { id: "circle" } }], mirror: true });
    const [{ mirrored }] = factsOf(spec) as readonly { mirrored: { pieces: readonly Facts[] } }[];
    expect(mirrored.pieces).toMatchObject([{ kind: "arc", centre: { sn: 1, sp: 0 } }]);
    const [arc] = paths(inGroup(drawFigure(spec), "boundaries"));
    const { frame } = drawFigure(spec);
    const numbers = arc.d.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const [startX, startY] = numbers;
    const [endX, endY] = numbers.slice(-2);
    const corner = { x: frame.x + frame.width, y: frame.y + frame.height };
    for (const [x, y] of [
      [startX, startY],
      [endX, endY],
    ])
      expect(Math.hypot(x - corner.x, y - corner.y) / frame.width).toBeCloseTo(0.25 * Math.SQRT2, 3);
    expect([startX, endX].map(Math.round)).toContain(Math.round(corner.x));
  });
});

describe("shades", () => {
  /** The area of outlines in parts of the frame. */
  function areaOf(d: string, { frame }: Scene): number {
    let area = 0;
    for (const corners of polylines(d))
      for (let i = 0; i < corners.length; i++) {
        const [a, b] = [corners[i], corners[(i + 1) % corners.length]];
        area += (a.x * b.y - b.x * a.y) / 2;
      }
    return Math.abs(area) / (frame.width * frame.height);
  }

  it("of the margin cover what lies between the two classes", () => {
    const spec = changed({
      entries: [{ loss: { id: "am-softmax", params: { margin: 0.3 } } }],
      mirror: true,
    });
    const scene = drawFigure(spec);
    const [{ d }] = paths(inGroup(scene, "margins"));
    // two triangles of legs 1 − m are left
    expect(areaOf(d, scene)).toBeCloseTo(1 - 0.7 ** 2, 3);
  });

  it("of the margin are nothing where there is no margin", () => {
    const scene = drawFigure(changed({ entries: [{ loss: { id: "normface" } }], mirror: true }));
    expect(paths(inGroup(scene, "margins")).reduce((sum, { d }) => sum + areaOf(d, scene), 0)).toBeLessThan(
      1e-3,
    );
  });

  it("of a target are cut along its boundary, one direction of hatching for each", () => {
    const scene = drawFigure(changed({ layers: { region: true } }));
    const regions = paths(inGroup(scene, "regions"));
    for (const [i, margin] of [0.1, 0.2, 0.4].entries())
      expect(areaOf(regions[i].inside ?? "", scene)).toBeCloseTo((1 - margin) ** 2 / 2, 3);
    const slopes = regions.map(({ d }) => {
      const [[a, b]] = polylines(d);
      return ((Math.atan2(a.y - b.y, b.x - a.x) * 180) / Math.PI + 180) % 180;
    });
    for (const [i, slope] of slopes.entries())
      for (const other of slopes.slice(i + 1)) expect(Math.abs(slope - other)).toBeGreaterThan(20);
  });
});

describe("facts", () => {
  it("have crossings in the units of the axes and readings of s_p, null where there is none", () => {
    const [facts] = factsOf(
      changed({
        entries: [{ loss: { id: "circle" } }],
        axes: { negative: { unit: "degrees", range: [0, 90] }, positive: { range: [0, 1] } },
        readings: [0, 0.25, 0.5, -0.25],
      }),
    );
    expect(facts.origin).toBe("closed form");
    const crossings = facts.crossings as readonly { edge: string; negative: number; positive: number }[];
    const found = crossings.flatMap(({ negative, positive }) => [negative, positive]);
    const reach = 0.25 * Math.SQRT2;
    [90, 1 - reach, (Math.acos(reach) * 180) / Math.PI, 1].forEach((at, i) =>
      expect(found[i]).toBeCloseTo(at, 10),
    );
    expect((facts.readings as readonly Facts[]).map(({ sp }) => sp)).toEqual([
      expect.closeTo(1 - reach, 12),
      expect.closeTo(0.75, 12),
      null,
      // the flat part below s_n = −m stands at 1 − m
      expect.closeTo(0.75, 12),
    ]);
    expect(facts.pieces).toMatchObject([{ kind: "arc", radius: reach, centre: { sn: 0, sp: 1 } }]);
  });

  it("trace what has no closed form, and read it to the last digits", () => {
    const [traced] = factsOf(changed({ entries: [{ loss: { id: "curricularface" } }], readings: [0] }));
    expect(traced.origin).toBe("traced");
    const [{ sp }] = traced.readings as readonly { sp: number }[];
    // cos(θ_p + 0.5) = 0
    expect(sp).toBeCloseTo(Math.cos(Math.PI / 2 - 0.5), 10);
  });

  it("keep K and L of every entry", () => {
    const counts = { K: 4, L: 16 };
    const [unit, many] = factsOf(
      changed({
        entries: [{ loss: { id: "am-softmax" } }, { loss: { id: "am-softmax" }, counts }],
        readings: [0],
      }),
    );
    const at = ({ readings }: Facts): number => (readings as readonly { sp: number }[])[0].sp;
    expect(many.counts).toEqual(counts);
    // classification losses see but one positive: ln L / γ
    expect(at(many) - at(unit)).toBeCloseTo(Math.log(16) / 30, 10);
    expect([unit.name, many.name]).toEqual([
      "AM-Softmax (CosFace), $K = L = 1$",
      "AM-Softmax (CosFace), $K = 4$, $L = 16$",
    ]);
  });
});

describe("words", () => {
  it("name each line in a key, on it, or not at all", () => {
    const namesIn = (names: (typeof BOUNDARY_NAMES)[number]): string[] => {
      const scene = drawFigure(changed({ layers: { names } }));
      if (names === "none") return groups(scene).flatMap(({ name }) => (name === "names" ? [name] : []));
      return texts(inGroup(scene, "names")).map((node) => wording(node));
    };
    expect(namesIn("key")).toEqual(["m = 0.1", "m = 0.2", "m = 0.4"]);
    expect(namesIn("lines")).toEqual(["m = 0.1", "m = 0.2", "m = 0.4"]);
    expect(namesIn("none")).toEqual([]);
  });

  it("on lines stand in the frame, off one another", () => {
    const scene = drawFigure(changed({ layers: { names: "lines" } }));
    const names = texts(inGroup(scene, "names"));
    for (const { x, y } of names) {
      expect(x).toBeGreaterThan(scene.frame.x);
      expect(y).toBeGreaterThan(scene.frame.y);
    }
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size);
  });

  it("take the labels of axes that are given", () => {
    const scene = drawFigure(changed({ axes: ANGLES, labels: { positive: "$θ_1$" } }));
    const said = texts(inGroup(scene, "axes")).map((node) => wording(node));
    expect(said).toContain("θ1");
    expect(said).toContain("angle to the negative θn");
  });

  it("say which loss has no boundary, and which has it elsewhere", () => {
    const { description } = drawFigure(
      changed({
        entries: [
          { loss: { id: "proxy-nca" } },
          { name: "far", loss: { id: "circle", params: { margin: -0.2 } } },
        ],
      }),
    );
    expect(description).toContain("No decision boundary: Proxy-NCA.");
    expect(description).toContain("Outside this frame: far.");
  });

  it("are left out where a larger figure has them, which may give another title", () => {
    const scene = prepareFigure(resolveBoundaries(FAMILY)).draw({ bare: true, title: "Another" });
    expect(scene.title).toBe("Another");
    expect(texts(inGroup(scene, "words")).length).toBe(2);
  });
});

it.each(THEMES)("a %s figure is the same every time, byte for byte", (theme) => {
  const spec = changed({
    theme,
    mirror: true,
    points: [{ name: "A", sn: 0.3, sp: 0.3 }],
    layers: { region: true },
  });
  expect(figureSvg(spec)).toBe(figureSvg(structuredClone(spec)));
});

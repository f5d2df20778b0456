import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts, figureSvg } from "../../src/export/figure.ts";
import { onSphere } from "../../src/figures/pairs-sphere.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import { findLoss } from "../../src/losses/lookup.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { resolvePairs } from "../../src/spec/pairs.ts";
import type { PairsSpec } from "../../src/spec/pairs-schema.ts";
import { inGroup, groups, paths, polylines, texts, wording } from "./support.ts";

/** Three of a class and four of others; the middle of the panel is the pole of the sphere. */
const SPEC: PairsSpec = {
  version: 1,
  kind: "pairs",
  nodes: [
    { name: "a", class: "k", at: [0.5, 0.45] },
    { name: "b", class: "k", at: [0.75, 0.45] },
    { name: "c", class: "k", at: [0.5, 0.95] },
    { name: "x", class: "l", at: [0.25, 0.45] },
    { name: "y", class: "l", at: [0.5, 0.325] },
    { name: "z", class: "m", at: [0.1, 0.1] },
    { name: "L", class: "l", at: [0.9, 0.9], proxy: true },
  ],
  anchor: "a",
  loss: { id: "circle", params: { gamma: 8 }, gradient: "attached" },
};

interface EdgeFacts {
  readonly to: string;
  readonly from: string;
  readonly similarity: number;
  readonly derivative: number;
}
const edgesOf = (spec: PairsSpec): readonly EdgeFacts[] =>
  (figureFacts(spec) as unknown as { readonly edges: readonly EdgeFacts[] }).edges;
const namesOf = (spec: PairsSpec): string =>
  edgesOf(spec)
    .map(({ to }) => to)
    .join(" ");

describe("the numbers of an association diagram", () => {
  it("sees similarities as cosines of the distance from the middle of the panel", () => {
    const { similarities } = figureFacts(SPEC) as { readonly similarities: Readonly<Record<string, number>> };
    // 2.4 radians across the panel
    expect(similarities).toMatchObject({
      b: expect.closeTo(Math.cos(0.6), 12),
      c: expect.closeTo(Math.cos(1.2), 12),
      x: expect.closeTo(Math.cos(0.6), 12),
      y: expect.closeTo(Math.cos(0.3), 12),
    });
    expect(Object.keys(similarities)).toEqual(["b", "c", "x", "y", "z", "L"]);
    expect(Math.hypot(...onSphere([0.1, 0.8]))).toBeCloseTo(1, 14);
    expect(onSphere([0.5, 0.45])).toEqual([0, 0, 1]);
  });

  it("takes the derivatives of the set from the loss", () => {
    const s = (degrees: number): number => Math.cos(degrees);
    const z = onSphere([0.1, 0.1])[2];
    const { positives, negatives, value } = findLoss("circle").evaluate(
      { positives: [s(0.6), s(1.2)], negatives: [s(0.6), s(0.3), z] },
      { gamma: 8 },
      "attached",
    );
    expect(edgesOf(SPEC).map(({ derivative }) => derivative)).toEqual(
      [...positives, ...negatives].map((each) => expect.closeTo(each, 12)),
    );
    expect(figureFacts(SPEC).value).toBeCloseTo(value, 12);
    expect(figureFacts({ ...SPEC, loss: { ...SPEC.loss, gradient: "detached" } }).edges).not.toEqual(
      figureFacts(SPEC).edges,
    );
  });

  it("says how wide each edge is beside the widest of its sign", () => {
    const parts = (spec: PairsSpec) =>
      (figureFacts(spec).edges as readonly { widthPart: number }[]).map((e) => e.widthPart);
    const derivatives = edgesOf(SPEC).map(({ derivative }) => derivative);
    const pull = Math.max(...derivatives.map((d) => -d));
    const push = Math.max(...derivatives);
    const linear = derivatives.map((d) => (d < 0 ? -d / pull : d / push));
    expect(parts(SPEC)).toEqual(linear.map((part) => expect.closeTo(part, 12)));
    expect(parts({ ...SPEC, width: "logarithmic", decades: 2 })).toEqual(
      linear.map((part) => expect.closeTo(Math.max(0, 1 + Math.log10(part) / 2), 12)),
    );
  });

  it("picks all, the hardest, the hardest of each class, or the listed", () => {
    expect(namesOf(SPEC)).toBe("b c x y z");
    expect(namesOf({ ...SPEC, positives: "hardest", negatives: "hardest" })).toBe("c y");
    expect(namesOf({ ...SPEC, positives: "hardestOfClass", negatives: "hardestOfClass" })).toBe("c y z");
    expect(namesOf({ ...SPEC, positives: ["b"], negatives: ["z", "x"] })).toBe("b x z");
  });

  it("knows z where the members of a side meet inside the link", () => {
    const one = { ...SPEC, positives: ["b"], negatives: ["y"] } as const;
    const z = (spec: PairsSpec): unknown => figureFacts(spec).z;
    expect(z({ ...one, loss: { id: "triplet", params: { margin: 0.1 } } })).toBeCloseTo(
      Math.cos(0.3) - Math.cos(0.6) + 0.1,
      12,
    );
    const nPair = { ...SPEC, positives: ["b"], loss: { id: "n-pair", params: { gamma: 2 } } } as const;
    const sum = [0.6, 0.3].map((angle) => Math.exp(2 * Math.cos(angle))).reduce((a, b) => a + b);
    const toZ = Math.exp(2 * onSphere([0.1, 0.1])[2]);
    expect(z(nPair)).toBeCloseTo(Math.log(sum + toZ) - 2 * Math.cos(0.6), 12);
    // softplus links: the value says what z is
    expect(z(SPEC)).toBeCloseTo(Math.log(Math.expm1(Number(figureFacts(SPEC).value))), 9);
    expect(z({ ...nPair, positives: "all" })).toBeNull();
    expect(z({ ...SPEC, loss: { id: "smooth-ap" } })).toBeNull();
  });

  it("has an edge between a positive and a negative where a loss sees their similarity", () => {
    const angular = { ...SPEC, loss: { id: "angular" }, positives: ["b"], negatives: ["x", "y"] } as const;
    expect(edgesOf(angular).map(({ from, to }) => from + to)).toEqual(["ab", "ax", "ay", "bx", "by"]);
    expect(edgesOf(angular)[3].similarity).toBeCloseTo(Math.cos(1.2), 12);
  });
});

describe("the drawing", () => {
  const scene = drawFigure(SPEC);
  const { frame } = scene;
  const inset = frame.width * 0.036 * 1.7;
  const place = ([u, v]: readonly [number, number]) => ({
    x: frame.x + inset + (frame.width - 2 * inset) * u,
    y: frame.y + inset + (frame.height - 2 * inset) * v,
  });
  const at = (name: string) => place(SPEC.nodes.find((node) => node.name === name)?.at ?? [0, 0]);

  it("draws every edge between its nodes, red pulls and blue pushes, as wide as it is strong", () => {
    const lines = paths(inGroup(scene, "edges"));
    expect(frame.width).toBe(frame.height);
    expect(lines).toHaveLength(5);
    for (const { to, derivative } of edgesOf(SPEC)) {
      const strongest = Math.max(
        ...edgesOf(SPEC)
          .filter((edge) => edge.derivative * derivative > 0)
          .map((edge) => Math.abs(edge.derivative)),
      );
      const found = lines.find(({ d }) => {
        const [[, end]] = polylines(d);
        return Math.hypot(end.x - at(to).x, end.y - at(to).y) < 0.02;
      });
      expect(found?.stroke?.color).toBe(derivative < 0 ? "#d93338" : "#3f6fc0");
      const width = Math.max(0.7, (0.02 * frame.width * Math.abs(derivative)) / strongest);
      expect(found?.stroke?.width).toBeCloseTo(width, 1);
    }
    const widths = lines.map(({ stroke }) => stroke?.width ?? 0);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  it("makes an edge a step thinner for each power of ten where the width is logarithmic", () => {
    const log: PairsSpec = { ...SPEC, width: "logarithmic", decades: 4 };
    const drawn = drawFigure(log);
    const widths = paths(inGroup(drawn, "edges")).map(({ stroke }) => stroke?.width ?? 0);
    const expected = edgesOf(log).map(({ derivative }, _, all) => {
      const same = all.filter((edge) => edge.derivative * derivative > 0);
      const most = Math.max(...same.map((edge) => Math.abs(edge.derivative)));
      return Math.max(0.7, 0.02 * drawn.frame.width * (1 - Math.log10(most / Math.abs(derivative)) / 4));
    });
    expected.toSorted((a, b) => b - a).forEach((width, i) => expect(widths[i]).toBeCloseTo(width, 1));
  });

  it("dots an edge that has no derivative, and says that nothing moves", () => {
    const rest: PairsSpec = {
      ...SPEC,
      loss: { id: "triplet", params: { margin: 0 } },
      positives: ["b"],
      negatives: ["z"],
    };
    for (const { stroke } of paths(inGroup(drawFigure(rest), "edges"))) expect(stroke?.dash).toBeDefined();
    expect(drawFigure(rest).description).toContain("Dotted: no derivative.");
    expect(drawFigure(rest).description).toContain("Largest: none, the loss is at rest.");
    expect(figureFacts(rest).largest).toEqual({ pull: 0, push: 0 });
    expect(texts(inGroup(drawFigure(rest), "key")).map(wording)).toEqual(["linear"]);
  });

  it("fills nodes by their part, rings the anchor and hides the proxies that are not seen", () => {
    const fills = (spec: PairsSpec): (string | undefined)[] =>
      paths(inGroup(drawFigure(spec), "nodes")).map(({ fill }) => fill);
    const [red, blue, white, ink] = ["#d93338", "#3f6fc0", "#ffffff", "#1b1e23"];
    expect(fills(SPEC)).toEqual([undefined, red, red, red, blue, blue, blue]);
    expect(fills({ ...SPEC, negatives: ["x"] })).toEqual([undefined, red, red, red, blue, white, white]);
    expect(fills({ ...SPEC, layers: { unusedProxies: true } })).toEqual([
      undefined,
      red,
      red,
      red,
      blue,
      blue,
      blue,
      ink,
    ]);
    const [ring, body] = paths(inGroup(scene, "nodes"));
    const [left, top] = ring.d.slice(1).split(/[ a]/).map(Number);
    expect(left).toBeCloseTo(at("a").x - 0.036 * 1.55 * frame.width, 1);
    expect(top).toBeCloseTo(at("a").y, 1);
    expect(body.d).not.toBe(ring.d);
  });

  it("names the strongest edge of each sign under the diagram and in the words", () => {
    const { pull, push } = figureFacts(SPEC).largest as { readonly pull: number; readonly push: number };
    const short = (value: number): string => String(Number(value.toPrecision(3)));
    expect(texts(inGroup(scene, "key")).map(wording)).toEqual([
      `pull ${short(pull)}`,
      `push ${short(push)}`,
      "linear",
    ]);
    expect(scene.description).toContain(`Largest: pull ${short(pull)}, push ${short(push)}.`);
    expect(scene.description).toContain("attached gradient");
    expect(texts(inGroup(scene, "legend")).map(wording).slice(0, 3)).toEqual(["k", "l", "m"]);
  });

  it("shortens a class whose name is too long for the legend", () => {
    const long = SPEC.nodes.map((node) =>
      node.class === "l" ? { ...node, class: "a class with a long name" } : node,
    );
    const labels = texts(inGroup(drawFigure({ ...SPEC, nodes: long }), "legend")).map(wording);
    expect(labels[1]).toMatch(/^a clas.*…$/);
    expect(labels[0]).toBe("k");
  });

  it("is bare of legend and caption in a panel, and takes its title from there", () => {
    const bare = prepareFigure(resolvePairs(SPEC)).draw({ bare: true, title: "(a) here" });
    expect(groups(bare).map(({ name }) => name)).toEqual(["panel", "edges", "nodes", "key", "words"]);
    expect(texts(inGroup(bare, "words")).map(wording)[0]).toBe("(a) here");
    expect(texts(inGroup(bare, "words"))).toHaveLength(2);
    expect(bare.frame.width).toBeGreaterThan(frame.width);
  });

  it("leaves out names that nobody could read", () => {
    const small = drawFigure({ ...SPEC, size: { width: 200, height: 200 } });
    expect(texts(inGroup(small, "nodes"))).toEqual([]);
    expect(texts(inGroup(scene, "nodes")).map(wording)).toEqual(["a", "b", "c", "x", "y", "z"]);
    expect(texts(inGroup(drawFigure({ ...SPEC, layers: { names: false } }), "nodes"))).toEqual([]);
  });

  it.each(THEMES)("keeps everything inside the picture and gives the same bytes twice: %s", (theme) => {
    for (const size of [
      { width: 200, height: 200 },
      { width: 336, height: 300 },
      { width: 900, height: 400 },
    ]) {
      const corners = [
        { name: "corner", class: "k", at: [0, 0] as const },
        { name: "other", class: "l", at: [1, 1] as const, proxy: true },
      ];
      const nodes = [...SPEC.nodes, ...corners];
      const spec: PairsSpec = { ...SPEC, nodes, theme, size, layers: { unusedProxies: true } };
      const drawn = drawFigure(spec);
      expect(figureSvg(spec)).toBe(figureSvg(spec));
      expect(drawn.frame.x).toBeGreaterThanOrEqual(0);
      expect(drawn.frame.x + drawn.frame.width).toBeLessThanOrEqual(size.width);
      expect(drawn.frame.y + drawn.frame.height).toBeLessThanOrEqual(size.height);
      const { x: left, y: top, width: side } = drawn.frame;
      const bodies = paths(inGroup(drawn, "nodes"));
      expect(bodies).toHaveLength(nodes.length + 1);
      for (const { d } of bodies) {
        const [x, y] = d.slice(1).split(/[ aL]/).map(Number);
        expect(x > left && x < left + side && y > top && y < top + side).toBe(true);
      }
    }
  });

  it("refuses what the loss refuses", () => {
    expect(() => figureFacts({ ...SPEC, loss: { id: "circle", params: { gamma: -1 } } })).toThrow(
      "invalid loss.params.gamma",
    );
  });
});

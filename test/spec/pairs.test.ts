import { describe, expect, it } from "vitest";
import { minimiseFigure, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { resolvePairs } from "../../src/spec/pairs.ts";
import type { PairsSpec } from "../../src/spec/pairs-schema.ts";
import { frozen } from "./arbitraries.ts";
import { PLAIN_HEAD } from "./head.ts";

const SPEC: PairsSpec = {
  version: 1,
  kind: "pairs",
  nodes: [
    { name: "a", class: "cats", at: [0.2, 0.2] },
    { name: "b", class: "cats", at: [0.3, 0.7] },
    { name: "x", class: "dogs", at: [0.8, 0.4] },
    { name: "A", class: "cats", at: [0.1, 0.4], proxy: true },
    { name: "X", class: "dogs", at: [0.9, 0.9], proxy: true },
  ],
  anchor: "a",
  loss: { id: "triplet" },
};
const refused =
  (change: object): (() => unknown) =>
  () =>
    resolveFigure(parseFigure({ ...SPEC, ...change }));

describe("an association diagram", () => {
  it("has every default filled in", () => {
    const { nodes, loss, ...rest } = resolvePairs(SPEC);
    expect(nodes.map(({ proxy }) => proxy)).toEqual([false, false, false, true, true]);
    expect(loss.id).toBe("triplet");
    expect(rest).toEqual({
      version: 1,
      kind: "pairs",
      title: "",
      theme: "light",
      ...PLAIN_HEAD,
      size: { width: 560, height: 520, type: 0 },
      anchor: "a",
      among: "samples",
      positives: "all",
      negatives: "all",
      width: "linear",
      decades: 6,
      shapes: { cats: "circle", dogs: "square" },
      layers: { names: true, unusedProxies: false, key: true, legend: true, caption: true },
    });
  });

  it("compares a sample with proxies where the loss does, and a proxy with samples always", () => {
    expect(resolvePairs({ ...SPEC, loss: { id: "proxy-nca" } }).among).toBe("proxies");
    expect(resolvePairs({ ...SPEC, loss: { id: "am-softmax" } }).among).toBe("proxies");
    expect(resolvePairs({ ...SPEC, loss: { id: "proxy-anchor" }, anchor: "A" }).among).toBe("samples");
    expect(resolvePairs({ ...SPEC, loss: { id: "proxy-nca" }, among: "samples" }).among).toBe("samples");
  });

  it("gives a class the shape of its name, the one that is wished for, or the next one that is free", () => {
    const classes = ["dots", "square", "circle", "more"];
    const nodes = classes.flatMap((name, i) =>
      [0, 1].map((k) => ({ name: `${i}${k}`, class: name, at: [i / 4, k] as const })),
    );
    const spec = { ...SPEC, nodes, anchor: "00" };
    expect(resolvePairs(spec).shapes).toEqual({
      dots: "pentagon",
      square: "square",
      circle: "circle",
      more: "triangle",
    });
    expect(resolvePairs({ ...spec, shapes: { circle: "star" } }).shapes).toMatchObject({
      dots: "circle",
      circle: "star",
    });
    const many = Array.from({ length: 9 }, (_, i) => ({
      name: `${i}`,
      class: `k${i}`,
      at: [i / 9, 0] as const,
    }));
    const twin = { name: "twin", class: "k0", at: [1, 1] as const };
    const { shapes } = resolvePairs({ ...SPEC, nodes: [...many, twin], anchor: "0" });
    expect(shapes["k7"]).toBe(shapes["k0"]);
    expect(new Set(Object.values(shapes)).size).toBe(7);
  });

  it.each<[string, PairsSpec]>([
    ["picks by rule", { ...SPEC, negatives: "hardestOfClass", width: "logarithmic", decades: 3 }],
    ["listed nodes", { ...SPEC, positives: ["b"], negatives: ["x"], shapes: { dogs: "star" } }],
  ])("with %s resolves to a legal figure that resolves to itself, and shrinks", (_, spec) => {
    const before = JSON.stringify(spec);
    frozen(spec);
    const resolved = resolvePairs(spec);
    expect(JSON.stringify(spec)).toBe(before);
    expect(resolveFigure(parseFigure(JSON.stringify(resolved)))).toEqual(resolved);
    const short = minimiseFigure(spec);
    expect(resolveFigure(parseFigure(short))).toEqual(resolved);
    expect(JSON.stringify(short).length).toBeLessThanOrEqual(before.length);
  });

  it.each([
    [{ anchor: "z" }, "unknown anchor: z; did you mean a?"],
    [{ anchor: "zebra" }, "unknown anchor: zebra; expected one of a, b, x, A, X"],
    [{ positives: ["q"] }, "unknown positives[0]: q; did you mean a?"],
    [{ positives: ["x"] }, 'invalid positives[0]: "x"; expected each of b at most once'],
    [{ positives: ["a"] }, 'invalid positives[0]: "a"; expected each of b at most once'],
    [{ negatives: ["x", "x"] }, 'invalid negatives[1]: "x"; expected each of x at most once'],
    [{ negatives: ["X"] }, 'invalid negatives[0]: "X"; expected each of x at most once'],
    [{ negatives: [] }, "invalid negatives: []; expected at least 1 names of nodes"],
    [
      { negatives: "easiest" },
      "expected one of all, hardest, hardestOfClass, or an array of at least one name",
    ],
    [{ anchor: "x" }, "invalid positives: none; expected at least one of the samples, of the class of x"],
    [
      { nodes: SPEC.nodes.slice(0, 2).concat(SPEC.nodes.slice(3)) },
      "invalid negatives: none; expected at least one of the samples, of another class than that of a",
    ],
    [
      { nodes: [...SPEC.nodes, { name: "b", class: "dogs", at: [0, 0] }] },
      'invalid nodes[5].name: "b"; expected names that differ',
    ],
    [{ nodes: [{ name: "a", class: "k", at: [0, 1.5] }] }, "invalid nodes[0].at[1]: 1.5; expected 0 to 1"],
    [{ shapes: { dogs: "blob" } }, 'invalid shapes.dogs: "blob"; expected one of circle, square'],
    [{ shapes: { birds: "star" } }, "unknown class in shapes: birds; expected one of cats, dogs"],
    [{ shapes: [] }, "invalid shapes: []; expected an object of shapes by class"],
    [{ decades: 0 }, "invalid decades: 0; expected a whole number from 1 to 20"],
  ])("refuses %j", (change, message) => {
    expect(refused(change)).toThrow(message);
  });
});

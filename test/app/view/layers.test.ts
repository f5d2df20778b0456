import { describe, expect, it } from "vitest";
import { layersOf } from "../../../src/app/view/drawing/layers.ts";
import { prepareFigure } from "../../../src/figures/figure.ts";
import type { SceneNode } from "../../../src/figures/scene.ts";
import { isLandscape, resolveFigure } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";

/** All that is no group, in the order in which it is drawn. */
const leaves = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.flatMap((node) => (node.type === "group" ? leaves(node.children) : [node]));

const named = (nodes: readonly SceneNode[], name: string): number =>
  nodes.reduce(
    (sum, node) =>
      node.type === "group" ? sum + (node.name === name ? 1 : 0) + named(node.children, name) : sum,
    0,
  );

const isBitmap = (node: SceneNode): boolean => node.type === "image" && node.raster.transparent === undefined;

describe.each(
  Object.entries(PRESETS).flatMap(([name, { spec }]) => {
    const figure = resolveFigure(spec);
    return isLandscape(figure) ? [] : [{ name, figure }];
  }),
)("the layers of $name", ({ figure }) => {
  const { nodes } = prepareFigure(figure).draw();
  const { beneath, over } = layersOf(nodes);

  it("are the picture, each thing once", () => {
    const [below, above] = [leaves(beneath), leaves(over)];
    expect(below.length + above.length).toBe(leaves(nodes).length);
    const isBelow = new Set(below);
    expect([...leaves(nodes)].filter((leaf) => isBelow.has(leaf))).toEqual(below);
    const isAbove = new Set(above);
    expect([...leaves(nodes)].filter((leaf) => isAbove.has(leaf))).toEqual(above);
  });

  it("have surfaces and bitmaps beneath, and every word above", () => {
    expect(leaves(beneath).filter(({ type }) => type === "text")).toEqual([]);
    expect(leaves(over).filter(isBitmap)).toEqual([]);
    expect(named(over, "surface")).toBe(0);
    expect(named(beneath, "surface")).toBe(named(nodes, "surface"));
  });
});

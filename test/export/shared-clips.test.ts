import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { svgToPng } from "../../src/export/png.ts";
import { nodesForRaster, withSharedClips } from "../../src/export/shared-clips.ts";
import { toSvg } from "../../src/export/svg.ts";
import type { Scene, SceneNode } from "../../src/figures/scene.ts";
import { decodePng } from "./decode-png.ts";

const group = (name: string, x: number, children: readonly SceneNode[] = []): SceneNode => ({
  type: "group",
  name,
  clip: { x, y: 0, width: 1, height: 1 },
  children,
});

it("puts neighbours of one clip into one group, and nobody else", () => {
  const free: SceneNode = { type: "group", name: "free", children: [] };
  const shape = (nodes: readonly SceneNode[]): unknown =>
    nodes.map((node) =>
      node.type === "group" ? [node.name, node.clip?.x ?? "free", shape(node.children)] : node.type,
    );
  const nodes = [group("a", 0), group("b", 0), group("c", 1, [free, group("d", 2)]), free, group("e", 1)];
  expect(shape(withSharedClips(nodes))).toEqual([
    [
      "clipped",
      0,
      [
        ["a", "free", []],
        ["b", "free", []],
      ],
    ],
    [
      "clipped",
      1,
      [
        [
          "c",
          "free",
          [
            ["free", "free", []],
            ["clipped", 2, [["d", "free", []]]],
          ],
        ],
      ],
    ],
    ["free", "free", []],
    ["clipped", 1, [["e", "free", []]]],
  ]);
});

it("changes no pixel by more than the rounding of a layer", async () => {
  const scene = drawFigure({ version: 1, loss: { id: "circle" }, samples: 33 });
  const nothing: SceneNode = { type: "path", d: "M0 0" };
  // with something between them they are neighbours no more
  const apart = { ...scene, nodes: scene.nodes.flatMap((node) => [node, nothing]) };
  const clipsIn = (svg: string): number => svg.split('<g class="clipped"').length - 1;
  const [shared, single] = [scene, apart].map((each) => toSvg(each, { runs: "placed" }));
  expect(clipsIn(shared)).toBeLessThan(clipsIn(single));
  const [a, b] = await Promise.all([shared, single].map(async (svg) => decodePng(await svgToPng(svg, 1))));
  // a layer is kept in eight bits, so what is half covered is rounded once for each layer that it passes; where the
  // rasteriser's arithmetic goes by the processor some of it comes out otherwise, by one step and no more
  const off = Array.from(a.data, (value, i) => Math.abs(value - b.data[i]));
  expect(off.every((steps) => steps <= 1)).toBe(true);
  expect(off.filter((steps) => steps > 0).length / off.length).toBeLessThan(1e-3);
});

describe("a group that nothing comes before", () => {
  const inner: SceneNode = { type: "path", d: "M0 0H9V9H0Z", fill: "#c00000" };
  const scene: Scene = {
    width: 8,
    height: 6,
    background: "#336699",
    frame: { x: 2, y: 1, width: 3.5, height: 3 },
    title: "",
    description: "",
    nodes: [
      { type: "group", name: "first", clip: { x: 2, y: 1, width: 3.5, height: 3 }, children: [inner] },
      group("second", 1),
    ],
  };
  const clipped = (nodes: readonly SceneNode[]): boolean[] =>
    nodes.map((node) => node.type === "group" && node.clip !== undefined);

  it("has the ground painted round it instead of a clip", async () => {
    expect(clipped(nodesForRaster(scene))).toEqual([false, false, true]);
    const nothing: SceneNode = { type: "path", d: "M0 0" };
    const after = { ...scene, nodes: [nothing, ...scene.nodes] };
    expect(clipped(nodesForRaster(after))).toEqual([false, true, true]);
    const [painted, cut] = await Promise.all(
      [scene, after].map(async (each) => decodePng(await svgToPng(toSvg(each, { runs: "placed" }), 2))),
    );
    expect(painted.data).toEqual(cut.data);
    const red = Array.from({ length: 16 }, (_, x) => painted.data[4 * (16 * 5 + x)]);
    expect(red).toEqual([51, 51, 51, 51, ...Array<number>(7).fill(192), 51, 51, 51, 51, 51]);
  });

  it("keeps its clip where there is no ground, or where it is moved", () => {
    expect(clipped(nodesForRaster({ ...scene, background: null }))).toEqual([true, true]);
    const [first, ...others] = scene.nodes;
    const moved = { ...scene, nodes: [{ ...first, move: [1, 1] } as SceneNode, ...others] };
    expect(clipped(nodesForRaster(moved))).toEqual([true, true]);
  });
});

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

describe("a figure's pixels", () => {
  const drawn = drawFigure({ version: 1, loss: { id: "circle" }, samples: 33 });
  const nothing: SceneNode = { type: "path", d: "M0 0" };
  /** With something between them they are neighbours no more. */
  const apart = (scene: Scene): Scene => ({
    ...scene,
    nodes: scene.nodes.flatMap((node) => [node, nothing]),
  });

  async function steps(scenes: readonly Scene[]) {
    const [shared, single] = scenes.map((scene) => toSvg(scene, { runs: "placed" }));
    const clipsIn = (svg: string): number => svg.split("clip-path=").length - 1;
    expect(clipsIn(shared)).toBeLessThan(clipsIn(single));
    const [a, b] = await Promise.all([shared, single].map(async (svg) => decodePng(await svgToPng(svg, 1))));
    return Array.from(a.data, (value, i) => Math.abs(value - b.data[i]));
  }

  it("change by no more than the rounding of a layer where clips are shared", async () => {
    const scene = { ...drawn, background: null };
    const off = await steps([scene, apart(scene)]);
    // a layer is kept in eight bits, so what is half covered is rounded once for each layer that it passes; where the
    // rasteriser's arithmetic goes by the processor some of it comes out otherwise, by one step and no more
    expect(off.every((step) => step <= 1)).toBe(true);
    expect(off.filter((step) => step > 0).length / off.length).toBeLessThan(1e-3);
  });

  it("change, where the plane has the ground painted round it, on the line of its frame alone", async () => {
    const { frame, width } = drawn;
    const onFrame = (pixel: number): boolean => {
      const [x, y] = [pixel % width, Math.floor(pixel / width)];
      const columns = [frame.x, frame.x + frame.width].map(Math.floor);
      return columns.includes(x) || [frame.y, frame.y + frame.height].map(Math.floor).includes(y);
    };
    const off = await steps([drawn, apart(drawn)]);
    // a layer for each clip lets the ground through once more where its edge covers half of a pixel
    expect(off.every((step, i) => step <= (onFrame(i >> 2) ? 16 : 2))).toBe(true);
    expect(off.filter((step) => step > 1).length / off.length).toBeLessThan(2e-4);
  });
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

  it("takes along what is drawn over it, as long as that keeps to the same clip or to outlines of its own", async () => {
    const frame = { x: 2, y: 1, width: 3.5, height: 3 };
    const hatched: SceneNode = {
      type: "group",
      name: "region",
      children: [{ type: "path", d: "M0 0H9V9H0Z", fill: "#008000", inside: "M3 2H4V3H3Z" }],
    };
    const line: SceneNode = { type: "path", d: "M0 2.5H9", stroke: { color: "#000", width: 1 } };
    const lines: SceneNode = { type: "group", name: "lines", clip: frame, children: [line] };
    const words: SceneNode = { type: "group", name: "words", children: [line] };
    const together = { ...scene, nodes: [scene.nodes[0], hatched, lines, words, lines] };
    expect(clipped(nodesForRaster(together))).toEqual([false, false, false, false, false, true]);
    const nothing: SceneNode = { type: "path", d: "M0 0" };
    const apart = { ...together, nodes: [nothing, ...together.nodes] };
    expect(clipped(nodesForRaster(apart))).toEqual([false, true, false, true, false, true]);
    const [painted, cut] = await Promise.all(
      [together, apart].map(async (each) => decodePng(await svgToPng(toSvg(each, { runs: "placed" }), 2))),
    );
    expect(painted.data).toEqual(cut.data);
  });

  it("keeps its clip where there is no ground, or where it is moved", () => {
    expect(clipped(nodesForRaster({ ...scene, background: null }))).toEqual([true, true]);
    const [first, ...others] = scene.nodes;
    const moved = { ...scene, nodes: [{ ...first, move: [1, 1] } as SceneNode, ...others] };
    expect(clipped(nodesForRaster(moved))).toEqual([true, true]);
  });
});

import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts } from "../../src/export/figure.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import { widthOf } from "../../src/figures/label.ts";
import { mergedCaption } from "../../src/figures/panels-caption.ts";
import { overlap, type Rectangle, type Scene, type SceneNode } from "../../src/figures/scene.ts";
import { toSvg } from "../../src/export/svg.ts";
import { resolveFigure } from "../../src/spec/figure.ts";
import type { SingleSpec } from "../../src/spec/kinds.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import type { PanelsSpec } from "../../src/spec/panels.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { flat, type Group, groups, images, paths, texts, wording } from "./support.ts";

const circle = (more: Partial<LandscapeSpec> = {}, gamma = 32): LandscapeSpec => ({
  version: 1,
  loss: { id: "circle", params: { gamma } },
  samples: 32,
  ...more,
});

const panelsOf = (figures: readonly LandscapeSpec[], more: Partial<PanelsSpec> = {}): PanelsSpec => ({
  version: 1,
  kind: "panels",
  panels: figures.map((figure) => ({ figure })),
  ...more,
});

/** Every text with the box that its letters take, moved with the groups it stands in. */
function textBoxes(nodes: readonly SceneNode[], dx = 0, dy = 0): { words: string; box: Rectangle }[] {
  return nodes.flatMap((node) => {
    if (node.type === "group") {
      const [mx, my] = node.move ?? [0, 0];
      return textBoxes(node.children, dx + mx, dy + my);
    }
    if (node.type !== "text") return [];
    const width = widthOf(node.runs, node.size);
    const along = { start: 0, middle: width / 2, end: width }[node.anchor];
    const box = { x: node.x - along, y: node.y - node.size * 0.8, width, height: node.size };
    const turned =
      node.rotate === -90
        ? { x: node.x - node.size * 0.8, y: node.y - along, width: node.size, height: width }
        : box;
    return [{ words: wording(node), box: { ...turned, x: turned.x + dx, y: turned.y + dy } }];
  });
}

const panelGroups = (scene: Scene): Group[] => groups(scene).filter(({ name }) => name.startsWith("panel "));
const legends = (scene: Scene): Group[] => groups(scene).filter(({ name }) => name === "legend");

/** The frame of each panel where it stands in the whole, from the clip of its field. */
const framesOf = (scene: Scene): Rectangle[] =>
  panelGroups(scene).map(({ children, move = [0, 0] }) => {
    const field = children.find((node): node is Group => node.type === "group" && node.name === "field");
    if (field?.clip === undefined) throw new Error("no field");
    return { ...field.clip, x: field.clip.x + move[0], y: field.clip.y + move[1] };
  });

const barOf = (legend: Group): Rectangle => images(legend.children)[0].box;

const SIX = (["loss", "logLoss", "z", "dSp", "dSn", "direction"] as const).map((quantity) =>
  circle({ quantity, points: [{ name: "T", at: "tangent" }] }),
);

const GRIDS: readonly (readonly [string, PanelsSpec])[] = [
  ["six, own colours", panelsOf(SIX)],
  ["six, shared colours", panelsOf(SIX, { colours: "shared", title: "Six" })],
  ["five in two columns", panelsOf(SIX.slice(0, 5), { columns: 2 })],
  ["one", panelsOf(SIX.slice(0, 1))],
  [
    "a column of a paper",
    panelsOf(SIX.slice(0, 2), { columns: 2, theme: "print", size: { width: 336, height: 230 } }),
  ],
  [
    "a column of a paper, shared",
    panelsOf(
      [
        circle({ quantity: "dSp" }),
        circle({ quantity: "dSp", loss: { id: "circle", params: { gamma: 32 }, gradient: "attached" } }),
      ],
      { columns: 2, colours: "shared", theme: "print", size: { width: 336, height: 260 } },
    ),
  ],
];

describe.each(GRIDS)("%s", (_, spec) => {
  const scene = drawFigure(spec);
  const { width, height } = scene;

  it("has all its letters inside the picture", () => {
    for (const { words, box } of textBoxes(scene.nodes)) {
      expect(box.x, words).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, words).toBeLessThanOrEqual(width);
      expect(box.y, words).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height, words).toBeLessThanOrEqual(height);
    }
  });

  it("has frames of one size, on the lines of a grid, apart from each other", () => {
    const frames = framesOf(scene);
    const { columns } = resolveFigure(spec) as { columns: number };
    frames.forEach((frame, i) => {
      expect(frame.width).toBeCloseTo(frames[0].width, 6);
      expect(frame.height).toBeCloseTo(frames[0].height, 6);
      expect(frame.y).toBeCloseTo(frames[i - (i % columns)].y, 6);
      // a last row that is not full stands in the middle
      if (i < frames.length - (frames.length % columns))
        expect(frame.x).toBeCloseTo(frames[i % columns].x, 6);
      for (const other of frames.slice(i + 1)) expect(overlap(frame, other)).toBe(false);
    });
  });

  it("has a last row that leaves a gap in the middle", () => {
    const frames = framesOf(scene);
    const { columns } = resolveFigure(spec) as { columns: number };
    const last = frames.slice(frames.length - (frames.length % columns || columns));
    const [first, full] = [frames[0], frames[columns - 1]];
    expect(last[0].x - first.x).toBeCloseTo(full.x - last[last.length - 1].x, 6);
  });

  it("keeps the words of one panel off those of the others, and the legends off all", () => {
    const rooms = [...panelGroups(scene), ...legends(scene)].map((group) => textBoxes([group]));
    rooms.forEach((room, i) => {
      for (const { words, box } of room)
        for (const other of rooms.slice(i + 1).flat())
          expect(overlap(box, other.box), `${words} / ${other.words}`).toBe(false);
    });
  });

  it("has each legend as high as the frames it stands beside, to the right of them", () => {
    const frames = framesOf(scene);
    for (const legend of legends(scene)) {
      const bar = barOf(legend);
      const beside = frames.filter(({ y, height: h }) => y < bar.y + bar.height && bar.y < y + h);
      const left = beside.filter(({ x, width: w }) => x + w <= bar.x);
      expect(left.length).toBeGreaterThan(0);
      const top = Math.min(...left.map(({ y }) => y));
      const bottom = Math.max(...left.map(({ y, height: h }) => y + h));
      // a bar with values beyond it is shorter by its pointed ends
      expect(bar.y).toBeGreaterThanOrEqual(top - 1e-6);
      expect(bar.y + bar.height).toBeLessThanOrEqual(bottom + 1e-6);
      expect(bar.height).toBeGreaterThan((bottom - top) * 0.7);
    }
  });

  it("gives the same bytes twice", () => {
    expect(toSvg(drawFigure(spec))).toBe(toSvg(scene));
  });
});

describe("a row of different kinds", () => {
  const curves: SingleSpec = {
    version: 1,
    kind: "curves",
    curves: [
      { loss: { id: "circle" }, draw: { of: "positiveTransform" } },
      { loss: { id: "am-softmax" }, draw: { of: "positiveTransform" } },
    ],
  };

  /** The outline of a panel's frame: the first part of its axes. */
  const outlineOf = ({ children, move = [0, 0] }: Group): Rectangle => {
    const axes = children.find((node): node is Group => node.type === "group" && node.name === "axes");
    const [x, y, right, bottom] = (paths(axes?.children ?? [])[0].d.match(/-?[\d.]+/g) ?? []).map(Number);
    return { x: x + move[0], y: y + move[1], width: right - x, height: bottom - y };
  };

  it.each([
    ["landscape first", [circle(), curves]],
    ["curves first", [curves, circle()]],
  ])("has its axes on one line: %s", (_, figures) => {
    const scene = drawFigure({ version: 1, kind: "panels", panels: figures.map((figure) => ({ figure })) });
    const [a, b] = panelGroups(scene).map(outlineOf);
    expect(a.height).toBeGreaterThan(80);
    expect(Math.abs(a.y - b.y)).toBeLessThan(0.05);
    expect(Math.abs(a.y + a.height - b.y - b.height)).toBeLessThan(0.6);
  });
});

describe("letters and titles", () => {
  const lettersOf = (spec: PanelsSpec): string[] =>
    panelGroups(drawFigure(spec)).map((group) => wording(texts(flat(group.children)).filter(isStrong)[0]));
  const isStrong = ({ runs }: { runs: readonly { font: string }[] }): boolean => runs[0]?.font === "strong";

  it("go through the alphabet, row by row, before the title of a panel or of its figure", () => {
    const spec = panelsOf([circle(), circle({ title: "own" }), circle({ title: "own" })], { columns: 2 });
    expect(lettersOf(spec)).toEqual(["(a)", "(b) own", "(c) own"]);
    const titled = { ...spec, panels: spec.panels.map((panel) => ({ ...panel, title: "of the panel" })) };
    expect(lettersOf(titled)).toEqual(["(a) of the panel", "(b) of the panel", "(c) of the panel"]);
  });

  it("can be left away", () => {
    const spec = panelsOf([circle(), circle({ title: "own" })], { letters: false });
    expect(lettersOf(spec)).toEqual(["Circle loss", "own"]);
  });
});

describe("colours", () => {
  const two = [circle({ quantity: "dSp" }, 32), circle({ quantity: "dSp" }, 64)];

  it("that are shared run from the lowest to the highest of all panels", () => {
    const spec = panelsOf(two, { colours: "shared" });
    const { panels } = figureFacts(spec) as { panels: { low: number; high: number }[] };
    const low = Math.min(...panels.map((each) => each.low));
    const high = Math.max(...panels.map((each) => each.high));
    expect(low).toBeLessThan(panels[0].low);
    const domain = prepareFigure(resolveFigure(spec)).colours?.domain;
    // the partial is never above zero; a diverging scale reaches as far the other way
    expect(domain).toMatchObject({ low, high: -low, from: low, to: high });
    expect(legends(drawFigure(spec))).toHaveLength(1);
  });

  it("that are shared give equal numbers equal shades", () => {
    const shades = panelGroups(drawFigure(panelsOf(two, { colours: "shared" }))).map(
      (group) => images(flat(group.children))[0].raster.indices,
    );
    // s_p = 0: ∂ℒ/∂s_p = −γ (1 + m), twice as far from the middle for twice the γ
    const [less, more] = shades.map((indices) => indices[indices.length - 1]);
    expect(more).toBe(0);
    expect(Math.abs(127.5 - less - 127.5 / 2)).toBeLessThan(1.5);
  });

  it("of each panel's own have a legend beside each", () => {
    const scene = drawFigure(panelsOf(SIX));
    expect(legends(scene)).toHaveLength(6);
    const [first, second] = panelGroups(drawFigure(panelsOf(two))).map((group) =>
      images(flat(group.children))[0].raster.indices.at(-1),
    );
    expect([first, second]).toEqual([0, 0]);
  });

  it("that rows share have one legend a row, as high as the row", () => {
    const spec = panelsOf(
      [circle({ quantity: "dSp" }), circle({ quantity: "dSp" }, 64), circle({ quantity: "dSn" })],
      { columns: 2, colours: "shared" },
    );
    const scene = drawFigure(spec);
    const frames = framesOf(scene);
    expect(legends(scene)).toHaveLength(2);
    legends(scene).forEach((legend, row) => {
      const bar = barOf(legend);
      expect(bar.y).toBeCloseTo(frames[2 * row].y, 6);
      expect(bar.height).toBeCloseTo(frames[2 * row].height, 6);
    });
  });

  it("of one quantity in all rows have one legend over all rows", () => {
    const scene = drawFigure(panelsOf([...two, ...two], { columns: 2, colours: "shared" }));
    const frames = framesOf(scene);
    expect(legends(scene)).toHaveLength(1);
    const bar = barOf(legends(scene)[0]);
    expect(bar.y).toBeCloseTo(frames[0].y, 6);
    expect(bar.y + bar.height).toBeCloseTo(frames[3].y + frames[3].height, 6);
  });

  it("have no legend where the figures want none", () => {
    const without = two.map((each) => ({ ...each, layers: { legend: false } }));
    for (const colours of ["own", "shared"] as const)
      expect(legends(drawFigure(panelsOf(without, { colours })))).toEqual([]);
    expect(legends(drawFigure(panelsOf(two.map((each) => ({ ...each, layers: { field: false } })))))).toEqual(
      [],
    );
  });
});

describe("the caption", () => {
  it("says once what all panels say, and whose the rest is", () => {
    expect(mergedCaption(["Colour: loss. Line: boundary.", "Colour: slope. Line: boundary."], true)).toBe(
      "Line: boundary. Colour: (a) loss; (b) slope.",
    );
    expect(mergedCaption(["A. B.", "A. C.", "D. B."], true)).toBe("(a, b) A. (a, c) B. (b) C. (c) D.");
    expect(mergedCaption(["A. B.", "A. C."], false)).toBe("A. B. C.");
    expect(mergedCaption(["A. B.", "A. B.", "A. B.", "C. B. D.", "C. D."], true)).toBe(
      "(a–c) A. (a–d) B. (d, e) C. D.",
    );
    expect(mergedCaption(["", ""], true)).toBe("");
  });

  it("tells clause by clause what panels say under one head", () => {
    const height = "Height: size of the slope";
    expect(
      mergedCaption(
        [`${height}.`, `${height}, divided by 30.`, `${height}, divided by 30, detached.`, ""],
        true,
      ),
    ).toBe("(a–c) Height: size of the slope; (b, c) divided by 30; (c) detached.");
    expect(mergedCaption(["Left out: 4 of 9, no height.", "Left out: 7 of 9, no height.", "A."], true)).toBe(
      "Left out: (a) 4 of 9; (b) 7 of 9; (a, b) no height. (c) A.",
    );
    // commas of a formula and within brackets belong to what stands there
    expect(mergedCaption(["Line: $s = 0, 1$ (a, b).", "Line: $s = 0, 2$ (a, b)."], true)).toBe(
      "Line: (a) $s = 0, 1$ (a, b); (b) $s = 0, 2$ (a, b).",
    );
  });

  it("stands below the panels, and only in the description where it is not wanted", () => {
    const scene = drawFigure(panelsOf(SIX.slice(0, 3)));
    const words = textBoxes(scene.nodes.filter((node) => node.type === "text"));
    const lowest = Math.max(...framesOf(scene).map(({ y, height }) => y + height));
    for (const { box } of words) expect(box.y).toBeGreaterThan(lowest);
    expect(scene.description).toContain("Colour: (a) loss;");
    const without = drawFigure(panelsOf(SIX.slice(0, 3), { caption: false }));
    expect(without.nodes.filter((node) => node.type === "text")).toEqual([]);
    expect(without.description).toBe(scene.description);
  });

  it("gives way where it would take more than the figures", () => {
    const scene = drawFigure(panelsOf(SIX, { size: { width: 160, height: 200 }, columns: 3 }));
    expect(scene.nodes.filter((node) => node.type === "text")).toEqual([]);
  });
});

describe("the whole", () => {
  it.each(THEMES)("gives its theme %s to all panels", (theme) => {
    const scene = drawFigure(panelsOf([circle({ theme: "light" }), circle({ theme: "dark" })], { theme }));
    const [first, second] = panelGroups(scene).map((group) =>
      paths(flat(group.children))
        .map(({ stroke }) => stroke?.color)
        .join(),
    );
    expect(second).toBe(first);
    expect(scene.background).toBe(theme === "dark" ? "#14171c" : "#ffffff");
  });

  it("lists the facts of each panel under its letter", () => {
    const facts = figureFacts(panelsOf([circle({ title: "own" }), circle({ quantity: "z" })]));
    expect(facts).toMatchObject({
      panels: [
        { panel: "(a)", title: "own", quantity: "loss" },
        { panel: "(b)", title: "", quantity: "z" },
      ],
    });
  });
});

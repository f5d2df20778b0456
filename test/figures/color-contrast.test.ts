import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { isLight, paletteOf } from "../../src/figures/color.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { seriesStyle } from "../../src/figures/series.ts";
import { THEMES } from "../../src/spec/entries.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { bytesOf, contrast, over } from "./cielab.ts";
import { groups, inGroup, paths, type PathNode, sceneOf } from "./support.ts";

const MAPS = ["viridis", "cividis", "batlow", "RdBu", "vik", "rainbow"] as const;

const shadesOfAll = MAPS.flatMap((map) => {
  const palette = paletteOf(map);
  return Array.from({ length: 255 }, (_, i) => [...palette.subarray(3 * i, 3 * i + 3)]);
});

/** What lies behind a surface is faint on purpose. */
const isHidden = ({ stroke, fillOpacity }: PathNode): boolean =>
  stroke?.opacity === 0.4 || fillOpacity === 0.4;

/** Lines that lie on each other, the lowest first: those of one outline. */
function stacksOf(scene: Scene, name: string): PathNode[][] {
  const stacks = new Map<string, PathNode[]>();
  for (const node of paths(inGroup(scene, name))) {
    if (!node.stroke || isHidden(node)) continue;
    stacks.set(node.d, [...(stacks.get(node.d) ?? []), node]);
  }
  return [...stacks.values()];
}

/** The contrast of what is best seen of a line, on the colour where that is least. */
function leastContrast(stack: readonly PathNode[]): number {
  return Math.min(
    ...shadesOfAll.map((shade) => {
      let under: readonly number[] = shade;
      const seen: number[] = [];
      for (const { stroke, fill } of stack) {
        if (fill !== undefined) seen.push(contrast(bytesOf(fill), shade));
        const color = over(bytesOf(stroke?.color ?? ""), stroke?.opacity ?? 1, under);
        seen.push(contrast(color, shade));
        // dashes let what is under them be seen
        if (stroke?.dash === undefined) under = color;
      }
      return Math.max(...seen);
    }),
  );
}

const lines = (theme: (typeof THEMES)[number]): Scene =>
  sceneOf({
    theme,
    samples: 17,
    counts: { K: 4, L: 16 },
    layers: { boundary: "both", arrows: 0, isolines: 0 },
    guides: [{ slope: 1, intercept: 0 }],
    points: [{ name: "A", sn: 0.6, sp: 0.6 }],
    paths: [
      { from: { sn: 0.9, sp: 0.2 }, field: "attached" },
      { from: { sn: 0.9, sp: 0.1 }, field: "detached" },
    ],
  });

describe.each(THEMES)("lines on a field, %s", (theme) => {
  const scene = lines(theme);

  it.each(["boundary", "boundary-counts", "guides", "paths", "path-ends", "points"])(
    "%s: at least 3 : 1 on every colour of every map",
    (group) => {
      const stacks = stacksOf(scene, group);
      expect(stacks.length).toBeGreaterThan(0);
      for (const stack of stacks) expect(leastContrast(stack)).toBeGreaterThan(3);
    },
  );

  it("of a surface: at least 3 : 1, down to the cross on the floor", () => {
    const surface: FigureSpec = {
      version: 1,
      kind: "surface",
      loss: { id: "circle" },
      theme,
      samples: 24,
      layers: { boundary: "unit", drops: true },
      points: [{ name: "A", sn: 0.6, sp: 0.6 }],
    };
    for (const group of ["boundary", "points"]) {
      const stacks = stacksOf(drawFigure(surface), group);
      expect(stacks.length, group).toBeGreaterThan(0);
      for (const stack of stacks) expect(leastContrast(stack)).toBeGreaterThan(3);
    }
  });

  it("are told apart without colours", () => {
    const topOf = (group: string) =>
      stacksOf(scene, group).flatMap((stack) => {
        const { fill, stroke } = stack[stack.length - 1];
        return fill === undefined ? [stroke] : [];
      });
    const looks = ["boundary", "boundary-counts", "guides", "paths"].flatMap(topOf);
    expect(looks.length).toBe(5);
    const patterns = looks.map((stroke) => JSON.stringify([stroke?.dash ?? [], stroke?.width]));
    expect(new Set(patterns).size).toBe(5);
    expect(groups(scene).some(({ name }) => name === "path-ends")).toBe(true);
  });

  it("a family of seven has seven dashes and seven marks; of 49 no two look alike", () => {
    const styles = Array.from({ length: 49 }, (_, i) => seriesStyle(i, { theme, size: { width: 640 } }));
    const dash = (i: number): string => JSON.stringify(styles[i].stroke.dash ?? []);
    const seven = [0, 1, 2, 3, 4, 5, 6];
    expect(new Set(seven.map(dash)).size).toBe(7);
    expect(new Set(seven.map((i) => styles[i].marker)).size).toBe(7);
    expect(new Set(styles.map(({ color }, i) => color + dash(i))).size).toBe(49);
  });
});

describe("numbers of isolines", () => {
  it.each(["viridis", "cividis", "batlow"] as const)("have at least 3 : 1 on %s", (map) => {
    const domain = { low: 0, high: 1, from: 0, to: 1, below: false, above: false, map };
    const palette = paletteOf(map);
    for (let i = 0; i < 255; i++) {
      const letters = isLight((i + 0.5) / 255, "sequential", domain) ? "#0b0d12" : "#ffffff";
      expect(contrast(bytesOf(letters), [...palette.subarray(3 * i, 3 * i + 3)])).toBeGreaterThanOrEqual(3);
    }
  });
});

import { describe, expect, it } from "vitest";
import { drawFigure, figureSvg, figureSvgForRaster } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { svgToPng } from "../../src/export/png.ts";
import { toSvg } from "../../src/export/svg.ts";
import { quadsAsImage } from "../../src/figures/surface-raster.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { decodePng } from "../export/decode-png.ts";
import { has, outputOf } from "../export/tools.ts";

const surface = (samples: number): FigureSpec => ({ ...PRESETS["blog-surface"].spec, samples }) as FigureSpec;

const ROOM = { x: 0, y: 0, width: 100, height: 100 };

describe("a surface beyond the size budget", () => {
  it("is one bitmap under vector lines and labels, and says so", () => {
    const scene = drawFigure(surface(120));
    expect(scene.description).toContain("The surface is a bitmap under its lines: 120 × 120 quads.");
    const svg = figureSvg(surface(120));
    const group = /<g class="surface">([\s\S]*?)<\/g>/.exec(svg)?.[1] ?? "";
    expect(group).toMatch(/^\s*<image [^>]*\/>\s*$/);
    expect(svg.length).toBeLessThan(400_000);
    expect(svg).toContain('<g class="boundary"');
    expect(figureSvg(surface(80))).not.toMatch(/<g class="surface">\s*<image/);
    expect(drawFigure(surface(80)).description).not.toContain("bitmap");
  });

  it("looks as the same surface does in vectors", async () => {
    const [bitmap, vector] = await Promise.all(
      [81, 80].map(async (samples) => decodePng(await svgToPng(figureSvgForRaster(surface(samples)), 1))),
    );
    let sum = 0;
    let compared = 0;
    // the caption of the one has a sentence more, which moves what is above it by little
    for (let i = 0; i < vector.data.length; i++) {
      sum += Math.abs(bitmap.data[i] - vector.data[i]);
      compared++;
    }
    console.log(
      `a surface as a bitmap and in vectors differ by ${(sum / compared).toFixed(2)} of 255 on average`,
    );
    expect(sum / compared).toBeLessThan(8);
  });

  it("leaves no hole between its quads, and nothing where there is none", () => {
    const quad = (x: number, y: number, shade: number) => ({
      points: [x, y, x + 1, y, x + 1, y + 1, x, y + 1],
      fill: "",
      shade,
    });
    const node = quadsAsImage(
      [quad(0, 0, 1), quad(1, 0, 2), quad(0, 1, 3), quad(3, 3, 254)],
      "viridis",
      ROOM,
    );
    if (node.type !== "image") throw new Error("no image");
    const { columns, rows, indices, transparent } = node.raster;
    expect([columns, rows, transparent]).toEqual([12, 12, 254]);
    const at = (x: number, y: number): number => indices[Math.floor(3 * y) * columns + Math.floor(3 * x)];
    expect([at(0.5, 0.5), at(1.5, 0.5), at(0.5, 1.5), at(2.7, 0.5), at(3.5, 3.5)]).toEqual([
      1, 2, 3, 254, 253,
    ]);
    for (let y = 0; y < 6; y++) for (let x = 0; x < 3; x++) expect(indices[y * columns + x]).not.toBe(254);
  });

  it("stays in its place between floor and lines where the page paints the other bitmaps beneath", () => {
    const svg = toSvg(drawFigure(surface(90)), { bitmaps: "omitted" });
    expect(svg.match(/<image /g)).toHaveLength(1);
    expect(svg).toMatch(/<g class="surface">\s*<image /);
    expect(svg.indexOf('class="box"')).toBeLessThan(svg.indexOf("<image "));
    expect(svg.indexOf('class="boundary"')).toBeGreaterThan(svg.indexOf("<image "));
    expect(toSvg(drawFigure(surface(20)), { bitmaps: "omitted" })).not.toContain("<image ");
  });

  it("has no pixels that its room cuts away", () => {
    const quad = { points: [-1e4, -1e4, 2e4, -1e4, 2e4, 2e4, -1e4, 2e4], fill: "", shade: 7 };
    const node = quadsAsImage([quad], "viridis", ROOM);
    expect(node).toMatchObject({ box: ROOM, raster: { columns: 300, rows: 300 } });
    if (node.type !== "image") throw new Error("no image");
    expect(node.raster.indices.every((shade) => shade === 7)).toBe(true);
  });

  it.skipIf(!has("qpdf"))(
    "is a sound PDF too, its ground showing through (skipped where qpdf is not installed)",
    async () => {
      const { mkdtempSync, rmSync, writeFileSync } = await import("node:fs");
      const folder = mkdtempSync("/tmp/marginscape-surface-");
      try {
        writeFileSync(`${folder}/a.pdf`, await writeFigure(surface(100), "pdf", {}, nodePlatform));
        expect(outputOf("qpdf", "--check", `${folder}/a.pdf`)).toContain(
          "No syntax or stream encoding errors",
        );
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

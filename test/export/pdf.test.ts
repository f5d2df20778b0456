import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { figureSvgForRaster, recipeOf } from "../../src/export/figure.ts";
import { FontBook } from "../../src/export/font-book.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { svgToPng } from "../../src/export/png.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { decodePng } from "./decode-png.ts";
import { has, outputOf } from "./tools.ts";

const folder = mkdtempSync(join(tmpdir(), "marginscape-pdf-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pdfOf = (spec: FigureSpec): Promise<Uint8Array> => writeFigure(spec, "pdf", {}, nodePlatform);

async function saved(name: string, spec: FigureSpec): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await pdfOf(spec));
  return path;
}

const CIRCLE = PRESETS["circle-region"].spec;
const SURFACE = {
  ...PRESETS["blog-surface"].spec,
  samples: 80,
} as FigureSpec;

/** One of every kind, and every theme. */
const FIGURES: Readonly<Record<string, FigureSpec>> = {
  landscape: CIRCLE,
  dark: { ...CIRCLE, theme: "dark" },
  print: { ...CIRCLE, theme: "print", size: { width: 312, height: 300 } },
  surface: SURFACE,
  curves: PRESETS["arcface-fig4b"].spec,
  boundaries: PRESETS["arcface-fig5"].spec,
  pairs: PRESETS["proxy-anchor-fig2"].spec,
  panels: PRESETS["circle-fig1"].spec,
  serif: { ...CIRCLE, venue: "cvpr-column" },
};

describe("a PDF", () => {
  it("is the same twice, has its size in points, and carries title, words and recipe as XMP", async () => {
    const [once, again] = [await pdfOf(CIRCLE), await pdfOf(CIRCLE)];
    expect(Buffer.from(once).equals(again)).toBe(true);
    const text = Buffer.from(once).toString("utf8");
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain("/MediaBox [0 0 480 420]");
    const recipe = /<marginscape:recipe>(.*)<\/marginscape:recipe>/.exec(text)?.[1] ?? "";
    const unescaped = recipe.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    expect(unescaped).toBe(recipeOf(CIRCLE));
    expect(text).toContain('<rdf:li xml:lang="x-default">Circle loss</rdf:li>');
  });

  it("takes a letter that its own font lacks from another, and refuses one that none has", async () => {
    const book = new FontBook(nodePlatform);
    const stretches = await book.stretches({ text: "a∇b", font: "text" });
    expect(stretches.map(({ text, open }) => [text, open.name])).toEqual([
      ["a", "text"],
      ["∇", "symbol"],
      ["b", "text"],
    ]);
    await expect(pdfOf({ ...CIRCLE, title: "損失" })).rejects.toThrow(
      /^no letter "損" \(U\+640D\) in the fonts of figures/,
    );
  });

  describe.skipIf(!has("qpdf"))("checked by qpdf (skipped where it is not installed)", () => {
    it.each(Object.keys(FIGURES))("%s is sound", async (name) => {
      expect(outputOf("qpdf", "--check", await saved(name, FIGURES[name]))).toContain(
        "No syntax or stream encoding errors",
      );
    });
  });

  // pdftotext, pdffonts and pdftoppm complain about --version but run
  describe.skipIf(!has("pdftoppm"))("read by poppler (skipped where it is not installed)", () => {
    it.each(Object.keys(FIGURES))("%s has only embedded TrueType subsets", async (name) => {
      const fonts = outputOf("pdffonts", await saved(name, FIGURES[name]))
        .trim()
        .split("\n")
        .slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes /);
    });

    it("has its words as text, Greek and mathematics too", async () => {
      const words = outputOf("pdftotext", "-layout", await saved("words", CIRCLE), "-");
      for (const word of [
        "Circle loss",
        "γ = 256",
        "m = 0.25",
        "negative similarity",
        "Hatched: target region",
      ])
        expect(words).toContain(word);
      expect(
        outputOf("pdftotext", await saved("gradient", { ...CIRCLE, quantity: "dSp" } as FigureSpec), "-"),
      ).toMatch(/∂L/);
    });

    it.each(Object.keys(FIGURES))("%s looks as the PNG does", async (name) => {
      const png = decodePng(await svgToPng(figureSvgForRaster(FIGURES[name]), 1.5));
      const page = pageOf(await saved(name, FIGURES[name]), 144, folder);
      expect(Math.abs(page.width - png.width) + Math.abs(page.height - png.height)).toBeLessThanOrEqual(2);
      const mean = meanDifference(page, png);
      console.log(`${name}: PDF by poppler and PNG by resvg differ by ${mean.toFixed(2)} of 255 on average`);
      // letters of 10 pixels are mostly edges, which the two smooth differently
      expect(mean).toBeLessThan(6);
    });

    it("has a surface of 80 × 80 quads without a seam", async () => {
      const path = await saved("seams", bare(SURFACE));
      console.log(`80 × 80 quads: ${(readFileSync(path).length / 1024).toFixed(0)} KB`);
      for (const dpi of [96, 150, 300]) expect(seams(pageOf(path, dpi, folder)), `${dpi} dpi`).toBe(0);
    });
  });
});

/** The surface alone, on magenta: a seam would let it through. */
const bare = (spec: FigureSpec): FigureSpec =>
  ({
    ...spec,
    layers: { floor: "none", boundary: "none", drops: false, legend: false, caption: false },
    points: [],
  }) as FigureSpec;

interface Page {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Uint8Array;
}

function pageOf(pdf: string, dpi: number, where: string): Page {
  const stem = join(where, `page-${dpi}`);
  outputOf("pdftoppm", "-r", String(dpi), "-png", "-singlefile", pdf, stem);
  return decodePng(readFileSync(`${stem}.png`));
}

function meanDifference(a: Page, b: Page): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  let sum = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++)
        sum += Math.abs(
          a.data[(y * a.width + x) * a.channels + c] - b.data[(y * b.width + x) * b.channels + c],
        );
  return sum / (3 * width * height);
}

/** Pixels that are lighter than both neighbours two pixels away, across or along, by what a hairline would show. */
function seams({ width, height, channels, data }: Page): number {
  const light = (x: number, y: number): number => {
    const at = (y * width + x) * channels;
    return 0.3 * data[at] + 0.59 * data[at + 1] + 0.11 * data[at + 2];
  };
  const coloured = (x: number, y: number): boolean => {
    const at = (y * width + x) * channels;
    return (
      Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 40
    );
  };
  let found = 0;
  for (let y = 4; y < height - 4; y++) {
    for (let x = 4; x < width - 4; x++) {
      // inside the surface only, where it is strongly coloured all round
      if (!(coloured(x - 4, y) && coloured(x + 4, y) && coloured(x, y - 4) && coloured(x, y + 4))) continue;
      const here = light(x, y);
      const across = Math.max(light(x - 2, y), light(x + 2, y));
      const along = Math.max(light(x, y - 2), light(x, y + 2));
      if (here - across > 10 || here - along > 10) found++;
    }
  }
  return found;
}

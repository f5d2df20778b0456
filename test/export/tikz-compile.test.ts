import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { type Decoded, decodePng, pixelAt } from "./decode-png.ts";
import { has, outputOf } from "./tools.ts";

const found = (file: string): boolean =>
  has("pdflatex") && spawnSync("kpsewhich", [file], { encoding: "utf8" }).stdout.trim() !== "";
const HAS_LATEX = found("pgfplots.sty") && found("standalone.cls") && has("pdftoppm") && has("qpdf");
if (!HAS_LATEX)
  console.warn(
    "pdflatex with pgfplots and standalone, pdftoppm or qpdf is missing: no TikZ file was compiled",
  );

const folder = mkdtempSync(join(tmpdir(), "marginscape-tikz-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly log: string;
}

function compiled(program: string, name: string): Run {
  const run = spawnSync(program, ["-interaction=nonstopmode", "-halt-on-error", `${name}.tex`], {
    cwd: folder,
    encoding: "utf8",
    timeout: 100_000,
  });
  return { status: run.status, log: run.stdout };
}

async function saved(name: string, spec: FigureSpec): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.tex`), await writeFigure(spec, "tex", {}, nodePlatform));
}

async function compiledFigure(name: string, spec: FigureSpec): Promise<string> {
  await saved(name, spec);
  const { status, log } = compiled("pdflatex", name);
  expect(status, log.slice(-1500)).toBe(0);
  expect(log).not.toMatch(/Overfull|Undefined|Missing character|LaTeX Warning|^!/m);
  return join(folder, `${name}.pdf`);
}

/** A page at 96 dpi: a pixel is the figure's. */
function rendered(pdf: string): Decoded {
  outputOf("pdftoppm", "-r", "96", "-png", "-singlefile", pdf, pdf.replace(/\.pdf$/, ""));
  return decodePng(readFileSync(pdf.replace(/\.pdf$/, ".png")));
}

/** Mean difference of the colours, 0 to 255; small bitmaps are compared where both have pixels. */
function difference(a: Decoded, b: Decoded): number {
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  let sum = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [p, q] = [pixelAt(a, x, y), pixelAt(b, x, y)];
      sum += Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1]) + Math.abs(p[2] - q[2]);
    }
  return sum / (3 * width * height);
}

describe.skipIf(!HAS_LATEX)("pdflatex compiles", () => {
  it.each(Object.keys(PRESETS))(
    "%s to one page that looks like the figure",
    async (name) => {
      const { spec } = PRESETS[name];
      const pdf = await compiledFigure(name, spec);
      const { width, height } = drawFigure(spec);
      expect(outputOf("qpdf", "--show-npages", pdf).trim()).toBe("1");
      outputOf("qpdf", "--check", pdf);
      const page = rendered(pdf);
      expect([Math.abs(page.width - width), Math.abs(page.height - height)]).toEqual([
        expect.closeTo(0, -0.5),
        expect.closeTo(0, -0.5),
      ]);
      const picture = decodePng(await writeFigure(spec, "png", { scale: 1 }, nodePlatform));
      // the letters are others; everything else stands where it stood
      expect(difference(page, picture)).toBeLessThan(8);
    },
    120_000,
  );

  it("the colours of a field, to the shade", async () => {
    const spec: FigureSpec = {
      version: 1,
      loss: { id: "circle" },
      layers: { isolines: 0, arrows: 0, boundary: "none", region: false, caption: false },
    } as FigureSpec;
    const page = rendered(await compiledFigure("field", spec));
    const picture = decodePng(await writeFigure(spec, "png", { scale: 1 }, nodePlatform));
    const { frame } = drawFigure(spec);
    for (const [u, v] of [
      [0.1, 0.1],
      [0.5, 0.5],
      [0.9, 0.2],
      [0.3, 0.85],
    ]) {
      const [x, y] = [Math.round(frame.x + u * frame.width), Math.round(frame.y + v * frame.height)];
      const [ours, theirs] = [pixelAt(page, x, y), pixelAt(picture, x, y)];
      ours.forEach((part, i) => expect(Math.abs(part - theirs[i])).toBeLessThanOrEqual(6));
    }
  }, 60_000);

  it("every theme, falling axes, odd letters, TeX, and a paper's column", async () => {
    const base = PRESETS["circle-region"].spec;
    const odd = "100 % of a_b & {c} #1 \\x ~ ^ < > | \" 'é' Ѳ $\\frac{s_p}{1 + \\gamma}$";
    await compiledFigure("dark", { ...base, theme: "dark" } as FigureSpec);
    await compiledFigure("paper", { ...base, venue: "cvpr-column", theme: "print" } as FigureSpec);
    await compiledFigure("odd", { ...base, title: odd, axes: { negative: { range: [1, 0] } } } as FigureSpec);
    expect(outputOf("pdftotext", join(folder, "dark.pdf"), "-")).toContain("negative similarity");
  }, 60_000);

  it("a document that takes two figures in, with and without the package standalone", async () => {
    await saved("one", PRESETS["circle-region"].spec);
    await saved("two", PRESETS["blog-surface"].spec);
    for (const extra of ["", "\\usepackage{standalone}"]) {
      writeFileSync(
        join(folder, "host.tex"),
        `\\documentclass{article}\n\\usepackage{amsmath,amssymb,tikz,pgfplots}${extra}\n\\begin{document}\n` +
          "\\noindent before\n\\begin{figure}\\centering\\resizebox{.7\\linewidth}{!}{\\input{one}}\\caption{One.}\\end{figure}\n" +
          "\\begin{figure}\\centering\\resizebox{.7\\linewidth}{!}{\\input{two}}\\caption{Two.}\\end{figure}\nafter\n\\end{document}\n",
      );
      const { status, log } = compiled("pdflatex", "host");
      expect(status, log.slice(-1500)).toBe(0);
      expect(log).not.toMatch(/Overfull|incomplete/);
      const words = outputOf("pdftotext", join(folder, "host.pdf"), "-");
      for (const word of ["before", "after", "Figure 1", "Figure 2", "Circle loss"])
        expect(words).toContain(word);
    }
  }, 60_000);

  it("not under a program that does not write PDF: that says what it needs", async () => {
    await saved("engine", PRESETS["circle-region"].spec);
    const { status, log } = compiled("latex", "engine");
    expect(status).not.toBe(0);
    expect(log.replaceAll("\n", "")).toContain("the colours of this figure need pdfLaTeX or LuaLaTeX");
  }, 60_000);
});

const HAS_LUALATEX = HAS_LATEX && has("lualatex");
describe.skipIf(!HAS_LUALATEX)("lualatex compiles", () => {
  it("a document that takes a figure with a field and one with facets in", async () => {
    await saved("lua-one", PRESETS["circle-region"].spec);
    await saved("lua-two", PRESETS["blog-surface"].spec);
    writeFileSync(
      join(folder, "lua.tex"),
      "\\documentclass{article}\n\\usepackage{amsmath,amssymb,tikz,pgfplots}\n\\begin{document}\n" +
        "\\noindent\\input{lua-one}\n\n\\noindent\\input{lua-two}\n\\end{document}\n",
    );
    const { status, log } = compiled("lualatex", "lua");
    expect(status, log.slice(-1500)).toBe(0);
    outputOf("qpdf", "--check", join(folder, "lua.pdf"));
    expect(outputOf("pdfimages", "-list", join(folder, "lua.pdf"))).toMatch(/image +256 +256 +index/);
  }, 120_000);
});

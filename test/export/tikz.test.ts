import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { readRecipe } from "../../src/export/recipe/read.ts";
import { arcCurves } from "../../src/export/tikz/arc.ts";
import { tikzPath } from "../../src/export/tikz/drawing.ts";
import { asciiWords, texOfMathematics, texOfWords } from "../../src/export/tikz/letters.ts";
import { segmentsOf } from "../../src/export/tikz/outline.ts";
import type { Place } from "../../src/export/tikz/place.ts";
import { texOfRuns } from "../../src/export/tikz/words.ts";
import { parseLabel } from "../../src/figures/label.ts";
import { disc, rectangle } from "../../src/figures/path.ts";
import { type FigureSpec, minimiseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { flat } from "../figures/support.ts";

const texOf = async (spec: FigureSpec): Promise<string> =>
  new TextDecoder().decode(await writeFigure(spec, "tex", {}, nodePlatform));

/** Braces that open and do not close, escaped ones and comments left out. */
function openBraces(tex: string): number {
  let open = 0;
  for (const mark of tex
    .replace(/(?<!\\)%.*$/gm, "")
    .replace(/\\[\\{}]/g, "")
    .match(/[{}]/g) ?? []) {
    open += mark === "{" ? 1 : -1;
    if (open < 0) return open;
  }
  return open;
}

const same = (x: number, y: number): Place => [x, y];
const tikz = (d: string): string => tikzPath(segmentsOf(d, same, 1));

describe.each(Object.keys(PRESETS))("%s as TikZ", (name) => {
  const { spec } = PRESETS[name];
  let made: Promise<string> | undefined;
  const written = (): Promise<string> => (made ??= texOf(spec));

  it("is ASCII with all braces closed, without numbers that are none, the same every time", async () => {
    const tex = await written();
    expect(tex).toMatch(/^[\x20-\x7e\n]*$/);
    expect(openBraces(tex)).toBe(0);
    expect(tex).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
    for (const word of ["scope", "axis", "tikzpicture"])
      expect(tex.split(`\\begin{${word}}`)).toHaveLength(tex.split(`\\end{${word}}`).length);
    expect(await texOf(spec)).toBe(tex);
    expect(readRecipe(new TextEncoder().encode(tex))).toEqual(minimiseFigure(spec));
  });

  it("has native axes wherever the scene has axes of a frame, and no others", async () => {
    const axes = flat(drawFigure(spec).nodes).filter((node) => node.type === "group" && node.axes);
    const tex = await written();
    expect(tex.split("\\begin{axis}").length - 1).toBe(axes.length);
    expect(tex.includes("\\usepackage{pgfplots}")).toBe(axes.length > 0);
  });
});

describe("paths", () => {
  it("are what SVG means by its letters", () => {
    expect(tikz("M1 2L3 4 5 6")).toBe("(1,2) -- (3,4) -- (5,6)");
    expect(tikz("m1 2l3 4h1v-2z")).toBe("(1,2) -- (4,6) -- (5,6) -- (5,4) -- cycle");
    expect(tikz("M0 0C1 1 2 1 3 0")).toBe("(0,0) .. controls (1,1) and (2,1) .. (3,0)");
    expect(tikz("M0 0Q3 3 6 0")).toBe("(0,0) .. controls (2,2) and (4,2) .. (6,0)");
    expect(tikz("M-1-2L.5-.25")).toBe("(-1,-2) -- (0.5,-0.25)");
    expect(tikz("M1e1 2e-1L-1.5E2 3".toLowerCase().replace("m", "M").replace("l", "L"))).toBe(
      "(10,0.2) -- (-150,3)",
    );
  });

  it("know rectangles and discs", () => {
    expect(tikz(rectangle(1, 2, 10, 20))).toBe("(1,2) rectangle (11,22)");
    expect(tikz(disc(5, 6, 2) + disc(1, 1, 0.5))).toBe("(5,6) circle[radius=2bp] (1,1) circle[radius=0.5bp]");
    expect(tikz("M0 0L4 0L4 3L1 3Z")).toBe("(0,0) -- (4,0) -- (4,3) -- (1,3) -- cycle");
  });

  it.each([
    { flags: [0, 1], centre: [0, 0] },
    { flags: [1, 1], centre: [10, 10] },
    { flags: [0, 0], centre: [10, 10] },
    { flags: [1, 0], centre: [0, 0] },
  ])("draw the arc $flags round $centre", ({ flags: [large, clockwise], centre: [cx, cy] }) => {
    let from: Place = [10, 0];
    let length = 0;
    for (const [a, b, to] of arcCurves(from, [0, 10], [10, 10, 0, large, clockwise])) {
      for (const t of [0.25, 0.5, 0.75]) {
        const at = (i: 0 | 1) =>
          (1 - t) ** 3 * from[i] + 3 * t * (1 - t) ** 2 * a[i] + 3 * t ** 2 * (1 - t) * b[i] + t ** 3 * to[i];
        expect(Math.abs(Math.hypot(at(0) - cx, at(1) - cy) - 10)).toBeLessThan(0.003);
      }
      length += (2 * Math.asin(Math.hypot(to[0] - from[0], to[1] - from[1]) / 20)) / (Math.PI / 2);
      from = to;
    }
    expect(from).toEqual([0, 10]);
    expect(length).toBeCloseTo(large ? 3 : 1, 9);
  });

  it("make radii that do not reach large enough", () => {
    const [[, , end]] = arcCurves([0, 0], [10, 0], [1, 1, 0, 0, 1]).slice(-1);
    expect(end).toEqual([10, 0]);
    const [[, , top]] = arcCurves([0, 0], [10, 0], [1, 1, 0, 0, 1]);
    expect(top[0]).toBeCloseTo(5, 9);
    expect(Math.abs(top[1])).toBeCloseTo(5, 9);
  });
});

describe("words", () => {
  const label = (text: string, font?: "strong") => texOfRuns(parseLabel(text, font));

  it("are mathematics where they are, and text elsewhere", () => {
    expect(label("positive similarity $s_p$")).toBe("positive similarity $s_{p}$");
    expect(label("$γ = 256$, $m = 0.25$")).toBe("$\\gamma = 256$, $m = 0.25$");
    expect(label("$|∂ℒ/∂s_n| / 200$")).toBe("$|\\partial\\mathcal{L}/\\partial s_{n}| / 200$");
    expect(label("$λ_{max} ∇^2ℒ$")).toBe("$\\lambda_{\\mathrm{max}}$ $\\nabla^{2}\\mathcal{L}$");
    expect(label("$log_{10}$ ratio")).toBe("log$_{10}$ ratio");
    expect(label("Marks. $x$. Then")).toBe("Marks. $x$. Then");
    expect(label("a $T′$ b", "strong")).toBe("\\textbf{a }$T^{\\prime}$\\textbf{ b}");
  });

  it("escape what TeX would take for a sign of its own", () => {
    expect(texOfWords("100 % of a_b & {c} #1 \\x ~ ^ $5")).toBe(
      "100 \\% of a\\_b \\& \\{c\\} \\#1 \\textbackslash{}x \\textasciitilde{} \\textasciicircum{} \\$5",
    );
    expect(texOfWords("a < b − 45° — “é”, Łódź")).toBe(
      "a $<$ b $-$ 45$^{\\circ}$ --- ``\\'{e}'', \\L{}\\'{o}d\\'{z}",
    );
    expect(texOfWords("a -- b")).toBe("a -{}- b");
    expect(texOfMathematics("a_1 & 5%")).toBe("a\\_1 \\& 5\\%");
  });

  it("say so where plain LaTeX has no such letter", () => {
    expect(texOfWords("三元组")).toBeNull();
    expect(texOfMathematics("😀")).toBeNull();
    expect(label("Circle 圆 $s_p$")).toBeNull();
  });

  it("take TeX as it is, without what would end it", () => {
    const outline = { d: "M0 0H1V1Z", width: 500, above: 700, below: 200 };
    const run = { text: "a over β", font: "text", shift: 0, outline, tex: "\\frac{a}{β} \\%% x" } as const;
    expect(texOfRuns([run])).toBe("${\\frac{a}{\\beta} \\%\\% x}$");
    expect(texOfRuns([{ ...run, tex: undefined } as never])).toBeNull();
  });

  it("are ASCII in comments", () => {
    expect(asciiWords("γ = 1 − ℒ, 45° 圆")).toBe("gamma = 1 - L, 45circ ?");
  });
});

describe("a whole file", () => {
  const base: FigureSpec = PRESETS["circle-region"].spec;

  it("draws letters that LaTeX lacks as shapes", async () => {
    const tex = await texOf({ ...base, title: "Ѳ Circle" } as FigureSpec);
    expect(tex).toMatch(/^[\x20-\x7e\n]*$/);
    expect(tex).not.toContain("\\textbf{Circle");
    expect(openBraces(tex)).toBe(0);
  });

  it("says which letter none of the fonts has", async () => {
    await expect(texOf({ ...base, title: "圆 Circle" } as FigureSpec)).rejects.toThrow(/圆.*U\+5706/);
  });

  it("leaves the ground out where it is transparent, and takes the serif for a paper", async () => {
    const tex = await texOf({ ...base, venue: "cvpr-column", look: { ground: "transparent" } } as FigureSpec);
    expect(tex).toContain("\\providecommand\\figurefont{\\rmfamily}");
    expect(tex).not.toMatch(/\\path\[line1\] \(0,0\) rectangle/);
    expect(await texOf(base)).toContain("\\providecommand\\figurefont{\\sffamily}");
    expect(await texOf(base)).toMatch(/\\path\[line1\] \(0,0\) rectangle/);
  });

  it("turns axes that fall, and leaves plain numbers to pgfplots", async () => {
    const tex = await texOf({
      ...base,
      axes: { negative: { range: [1, 0] }, positive: { unit: "degrees" } },
    } as FigureSpec);
    expect(tex).toContain("xmin=0, xmax=1, x dir=reverse,");
    expect(tex).toContain("xticklabel={\\msnumber{\\tick}}");
    expect(tex).toMatch(/yticklabels=\{\{0\$\^\{\\circ\}\$\}/);
  });
});

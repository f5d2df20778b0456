import { liteAdaptor } from "@mathjax/src/js/adaptors/liteAdaptor.js";
import { RegisterHTMLHandler } from "@mathjax/src/js/handlers/html.js";
import { TeX } from "@mathjax/src/js/input/tex.js";
import { mathjax } from "@mathjax/src/js/mathjax.js";
import { SVG } from "@mathjax/src/js/output/svg.js";
import { MathJaxNewcmFont } from "@mathjax/mathjax-newcm-font/js/svg.js";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { typesetTex } from "../../src/figures/tex/mathjax.ts";
import { outlineOf } from "../../src/figures/tex/outline.ts";

const FORMULAE = [
  String.raw`\cos\theta_p`,
  String.raw`\frac{\partial\mathcal{L}}{\partial s_p}`,
  String.raw`\frac{\frac{a}{b}}{1 + \frac{c}{d}}`,
  String.raw`\sqrt{1 - s_p^2}`,
  String.raw`\sqrt[3]{\begin{array}{c}a\\b\\c\\d\\e\end{array}}`,
  String.raw`\sum_{i=1}^{n}\left(x_i - \frac{1}{2}\right)^{2}`,
  String.raw`\displaystyle\int_0^{\infty} e^{-x^2}\,dx = \frac{\sqrt{\pi}}{2}`,
  String.raw`\left\{\begin{array}{l}a\\b\\c\\d\\e\\f\end{array}\right.`,
  String.raw`\overbrace{a + b + c + d + e + f + g}^{n}\;\underbrace{x_1 + \dots + x_k}_{k}`,
  String.raw`\begin{cases}\cos(\theta + m) & s \ge 0\\ s - m & \text{else}\end{cases}`,
  String.raw`\begin{array}{|c|c|}\hline a & b\\\hline c & d\\\hline\end{array}`,
  String.raw`\boxed{\mathcal{L} = \left[s_n - s_p + m\right]_{+}}`,
  String.raw`\mathbb{E}_{x \sim \mathcal{N}(0, 1)}\left\lVert x\right\rVert^2`,
  String.raw`\mathfrak{g}\,\mathscr{L}\,\mathbf{x}\,\mathrm{d}x\,\mathit{ab}`,
  String.raw`\hat{x}\,\bar{y}\,\vec{v}\,\tilde{z}\,\widehat{abc}\,\overline{s_p s_n}\,\underline{k}`,
  String.raw`\left\lfloor\frac{x}{y}\right\rfloor \left\langle u, v\right\rangle \left|\frac{a}{b}\right|`,
  String.raw`a \xrightarrow{\ \gamma \to \infty\ } b \ne c \not\le d`,
  String.raw`\begin{pmatrix}\alpha & \beta\\ \gamma & \delta\end{pmatrix}`,
  String.raw`x \perp y \triangleq z \in \emptyset \forall \exists \nabla \ell`,
  String.raw`\binom{n}{k} \max_{i \ne j}\log\big(1 + e^{\gamma(s_n^j - s_p^i)}\big)`,
];

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);

/** What MathJax itself draws, as a document of its own. */
async function asMathJaxDraws(tex: string): Promise<string> {
  const page = mathjax.document("", {
    InputJax: new TeX({ packages: ["base", "ams"] }),
    OutputJax: new SVG({ fontData: MathJaxNewcmFont, fontCache: "none", linebreaks: { inline: false } }),
  });
  const node = await page.convertPromise(tex, { display: false, em: 16, ex: 8, containerWidth: 1e6 });
  const markup = adaptor.outerHTML(
    adaptor.firstChild(node as Parameters<typeof adaptor.firstChild>[0]) as never,
  );
  // what MathJax's style sheet says of the rules of tables
  const styled = markup
    .replaceAll("data-line=", 'stroke-width="70" data-line=')
    .replaceAll("data-frame=", 'fill="none" stroke-width="70" data-frame=');
  return styled.replaceAll("currentColor", "black");
}

const PAD = 200;
const SCALE = 0.1;

interface Grey {
  readonly width: number;
  readonly height: number;
  readonly ink: readonly number[];
}

/** The picture in a box with room around it, ten pixels to a tenth of an em. */
function drawn(inner: string, [x, y, width, height]: readonly number[]): Grey {
  const box = [x - PAD, y - PAD, width + 2 * PAD, height + 2 * PAD];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}">${inner}</svg>`;
  const image = new Resvg(svg, { fitTo: { mode: "zoom", value: SCALE } }).render();
  // each look at `pixels` copies all of them
  const { width: columns, height: rows, pixels } = image;
  return {
    width: columns,
    height: rows,
    ink: Array.from({ length: columns * rows }, (_, i) => pixels[4 * i + 3]),
  };
}

describe("a formula as one outline", () => {
  it.each(FORMULAE)("is what MathJax draws: %s", async (tex) => {
    const theirs = await asMathJaxDraws(tex);
    const { d, width, above, below } = outlineOf(await typesetTex(tex));
    const box = (/viewBox="([^"]*)"/.exec(theirs)?.[1] ?? "").split(" ").map(Number);
    const wanted = drawn(theirs.replace(/^<svg[^>]*>|<\/svg>$/g, ""), box);
    const found = drawn(`<path d="${d}"/>`, box);
    expect([found.width, found.height]).toEqual([wanted.width, wanted.height]);
    const off = found.ink.map((value, i) => Math.abs(value - wanted.ink[i]));
    const inked = wanted.ink.filter((value) => value > 128).length;
    expect(inked).toBeGreaterThan(200);
    // rounding to thousandths of an em moves an edge by a twentieth of a pixel; resvg knows four steps of grey upwards
    expect(off.filter((value) => value > 80)).toEqual([]);
    expect(off.filter((value) => value > 24).length / inked).toBeLessThan(0.05);
    expect(
      [width, above, below].map((size, i) => Math.abs(size - [box[2], -box[1], box[1] + box[3]][i]) <= 0.5),
    ).toEqual([true, true, true]);
  });

  it.each(FORMULAE)("stays in its box but for an overhang: %s", async (tex) => {
    const { d, width, above, below } = outlineOf(await typesetTex(tex));
    const { ink, ...size } = drawn(`<path d="${d}"/>`, [0, -above, width, above + below]);
    const room = Math.round((PAD - 60) * SCALE);
    const outside = ink.filter((value, i) => {
      const x = i % size.width;
      const y = Math.floor(i / size.width);
      const isIn = x >= room && x < size.width - room && y >= room && y < size.height - room;
      return value > 0 && !isIn;
    });
    expect(outside).toEqual([]);
  });

  it("has whole numbers only, and is the same in whatever order formulae are typeset", async () => {
    const first = await Promise.all(FORMULAE.map(typesetTex));
    const again = (await Promise.all(FORMULAE.toReversed().map(typesetTex))).toReversed();
    expect(again).toEqual(first);
    for (const each of first) expect(outlineOf(each).d).toMatch(/^[MLCZ\d -]+$/);
  });
});

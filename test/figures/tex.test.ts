import { describe, expect, it } from "vitest";
import { prerenderedFormulae } from "../../scripts/tex-formulae.ts";
import { parseLabel, plainLabel, texHeights, widthOf, wrapLabel } from "../../src/figures/label.ts";
import { captionedLayout, framedScene } from "../../src/figures/frame.ts";
import { lossFormulae } from "../../src/figures/tex/loss-macro.ts";
import { typesetTex } from "../../src/figures/tex/mathjax.ts";
import { outlineOf } from "../../src/figures/tex/outline.ts";
import { shortOf } from "../../src/figures/tex/plain.ts";
import table from "../../src/figures/tex/prerendered.json";
import { keepOutline } from "../../src/figures/tex/registry.ts";
import { partsOf } from "../../src/figures/tex/source.ts";
import { formulaIn, tableOf } from "../../src/figures/tex/table.ts";
import { texIn, typeset } from "../../src/figures/tex/typesetting.ts";
import { InputError } from "../../src/losses/errors.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { fc } from "../numerics/seeded.ts";
import { flat, texts } from "./support.ts";

const kinds = (label: string): string[] => partsOf(label).map(({ kind, text }) => `${kind}:${text}`);

describe("partsOf", () => {
  it.each([
    ["plain", ["words:plain"]],
    ["a $s_p$ b", ["words:a ", "short:s_p", "words: b"]],
    ["$\\gamma$ b", ["tex:\\gamma", "words: b"]],
    ["costs 5 $ or \\x", ["words:costs 5 ", "short: or \\x"]],
  ])("%s", (label, parts) => expect(kinds(label)).toEqual(parts));
});

describe("what TeX says as plain text", () => {
  it.each([
    ["\\cos\\theta_p", "cos θ_{p}"],
    ["\\frac{\\partial\\mathcal L}{\\partial s_p}", "∂ℒ/∂s_{p}"],
    ["\\frac{a + b}{2}", "(a + b)/2"],
    ["\\gamma \\to \\infty", "γ → ∞"],
    ["\\left[1 + m - s\\right]_{+}^{2}", "[1 + m - s]_{+}^{2}"],
    ["\\operatorname{sp}\\left(z\\right)", "sp(z)"],
    ["x_{\\mathrm{max}}", "x_{max}"],
    ["\\sqrt{1 - s^2}", "√(1 - s^{2})"],
    ["\\begin{cases}1 & x > 0\\\\0 & \\text{else}\\end{cases}", "(1, x > 0; 0, else)"],
    ["\\frac", "/"],
    ["\\", ""],
    ["}{_^", ""],
  ])("%s", (tex, short) => expect(shortOf(tex)).toBe(short));

  it("takes any text, and deep nesting", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(() => parseLabel(`$\\${text}$`)).not.toThrow();
        expect(plainLabel(`$\\${text.replaceAll("$", "")}$`)).not.toMatch(/[${}]/);
      }),
    );
    for (const part of ["{", "\\frac", "_", "\\sqrt{", "\\left("])
      expect(() => shortOf(part.repeat(10_000))).not.toThrow();
  });
});

describe("a label with a shape", () => {
  const outline = { d: "M0 0L1 1Z", width: 2000, above: 1200, below: 700 };
  keepOutline("\\testing  {x}", outline);

  it("has it as one run, however its blanks are written", () => {
    expect(parseLabel("a $\\testing {x}$ b")).toEqual([
      { text: "a ", font: "text", shift: 0 },
      { text: "testing x", font: "text", shift: 0, outline, tex: "\\testing {x}" },
      { text: " b", font: "text", shift: 0 },
    ]);
  });

  it("is as wide and as high as its shape", () => {
    const runs = parseLabel("$\\testing {x}$");
    expect(widthOf(runs, 10)).toBe(20);
    expect(texHeights(runs, 10)).toEqual({ above: 12, below: 7 });
    expect(texHeights(parseLabel("letters $x$"), 10)).toEqual({ above: 0, below: 0 });
    expect(
      wrapLabel("a $\\testing {x}$ b", 10, 30).map((line) => line.map(({ text }) => text).join("")),
    ).toEqual(["a testing x", "b"]);
  });
});

describe("a caption", () => {
  it("with tall and with wide formulae has lines that do not touch, within the figure", async () => {
    const loss = lossFormulae({ id: "sphereface" })
      .map((tex) => `$${tex}$`)
      .join(", ");
    const caption = `Colour: loss. Here ${loss}. Its slope $\\frac{\\partial\\mathcal{L}}{\\partial s_p}$ is not drawn.`;
    await typeset(texIn(caption, "caption"));
    for (const width of [312, 640]) {
      const size = { width, height: width * 1.1 };
      const options = {
        title: "A",
        subtitle: "b",
        caption,
        showsCaption: true,
        legend: "none" as const,
        square: true,
        size,
      };
      const layout = captionedLayout({ ...options, theme: "light" });
      const words = texts(flat(framedScene({ ...options, theme: "light" }, layout, []).nodes)).slice(2);
      expect(words.length).toBeGreaterThan(1);
      expect(words.flatMap(({ runs }) => runs).filter(({ outline }) => outline).length).toBe(5);
      let bottom = layout.frame.y + layout.frame.height;
      for (const { x, y, runs, size: type } of words) {
        const { above, below } = texHeights(runs, type);
        expect(y - Math.max(above, type * 0.73)).toBeGreaterThan(bottom);
        bottom = y + Math.max(below, type * 0.2);
        expect(x + widthOf(runs, type)).toBeLessThan(width);
      }
      expect(bottom).toBeLessThan(size.height);
    }
  });
});

describe("the prerendered table", () => {
  const formulae = prerenderedFormulae();

  it("has every formula of every built-in loss", () => {
    const wanted = LOSSES.flatMap(({ id, params }) =>
      lossFormulae({
        id,
        params: Object.fromEntries(Object.entries(params).map(([name, each]) => [name, each.default])),
      }),
    );
    expect(new Set(LOSSES.map(({ id }) => id)).size).toBeGreaterThanOrEqual(50);
    expect(wanted.filter((tex) => formulaIn(table, tex) === undefined)).toEqual([]);
  });

  it("is what typesetting makes today; scripts/prerender-tex.ts writes it anew", async () => {
    const fresh = new Map<string, Awaited<ReturnType<typeof typesetTex>>>();
    for (const tex of formulae) fresh.set(tex, await typesetTex(tex));
    expect(tableOf(fresh)).toEqual(table);
    for (const [tex, each] of fresh) {
      const kept = formulaIn(table, tex);
      expect(kept && outlineOf(kept), tex).toEqual(outlineOf(each));
    }
  }, 60_000);

  it("has no formula that only looks like one", () => {
    expect(formulaIn(table, "constructor")).toBeUndefined();
    expect(formulaIn(table, "\\nothing")).toBeUndefined();
  });
});

describe("TeX that is not legal", () => {
  const HOSTILE: readonly (readonly [name: string, tex: string, says: string])[] = [
    ["a missing argument", "\\frac{a}", "Missing argument for \\frac"],
    ["an unknown command", "\\foo", "Undefined control sequence \\foo"],
    ["an open brace", "\\gamma{", "issing close brace"],
    ["\\left alone", "\\left(x", "Extra \\left or missing \\right"],
    ["a file", "\\input{/etc/passwd}", "\\input"],
    ["a package", "\\require{html}", "\\require"],
    ["a link", "\\href{javascript:alert(1)}{x}", "\\href"],
    ["markup", '\\mmlToken{mi}[href="javascript:alert(1)"]{x}', "\\mmlToken"],
    ["a style", "\\style{background:url(//x)}{x}", "\\style"],
    ["a class", "\\class{a}{x}", "\\class"],
    ["a picture", "\\includegraphics{x}", "\\includegraphics"],
    ["a definition", "\\def\\a{\\a\\a}\\a", "\\def"],
    ["a new command", "\\newcommand{\\a}{\\a\\a}\\a", "\\newcommand"],
    ["an operator that calls itself", "\\DeclareMathOperator{\\a}{\\a\\a}\\a", "\\DeclareMathOperator"],
    ["a label", "\\label{a}x", "\\label"],
    ["a million columns", "\\begin{array}{*{1000000}{c}}a\\end{array}", "column"],
    ["ten thousand braces", `\\gamma${"{".repeat(5000)}${"}".repeat(5000)}`, "at most 1000"],
    ["nested braces", `\\gamma${"{".repeat(300)}${"}".repeat(300)}`, "nested"],
    ["nested roots", `${"\\sqrt{".repeat(100)}x${"}".repeat(100)}`, "nested"],
    ["a bar of a thousand ems", "\\rule{1000em}{1em}", "too large"],
    ["a gap of a thousand ems", "a\\hskip 1000em b", "too large"],
    ["a letter far below", "\\lower 900em{x}", "too large"],
    ["a line break", "a\\\\b", "line break"],
    ["a letter of another script", "\\text{口}", "letter"],
    ["an alphabet that is not carried", "\\mathsf{T}", "letter"],
  ];

  it.each(HOSTILE)("%s", async (_, tex, says) => {
    const start = performance.now();
    const problem = await typesetTex(tex).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(problem).toBeInstanceOf(InputError);
    expect((problem as InputError).message).toContain(says);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("leaves nothing behind for the next formula", async () => {
    const before = await typesetTex("\\gamma + x");
    for (const [, tex] of HOSTILE) await typesetTex(tex).catch(() => undefined);
    expect(await typesetTex("\\gamma + x")).toEqual(before);
    expect(await typesetTex("\\perp\\mathbb{R}\\mathcal{L}")).toEqual(
      await typesetTex("\\perp\\mathbb{R}\\mathcal{L}"),
    );
  });
});

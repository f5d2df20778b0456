import { describe, expect, it } from "vitest";
import { drawFigure, figureSvg } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import {
  drawFigureWhenTypeset,
  needsTypesetting,
  outlinesOf,
  typesetLabels,
} from "../../src/export/typeset.ts";
import { widthOf } from "../../src/figures/label.ts";
import type { Scene } from "../../src/figures/scene.ts";
import { InputError } from "../../src/losses/errors.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { flat, texts, wording } from "../figures/support.ts";

const titled = (title: string, rest: object = {}): FigureSpec => ({
  version: 1,
  title,
  loss: { id: "circle" },
  samples: 33,
  ...rest,
});

const allTexts = (scene: Scene) => texts(flat(scene.nodes));
const titleOf = (scene: Scene) =>
  texts(flat(scene.nodes.filter((node) => node.type === "group" && node.name === "words")))[0];

describe("a figure with TeX in its labels", () => {
  it("is drawn as plain text before it is typeset, and as shapes afterwards", async () => {
    const spec = titled(String.raw`Slope $\frac{\partial\mathcal{L}}{\partial x_{17}}$ here`);
    expect(needsTypesetting(spec)).toBe(true);
    const before = titleOf(drawFigure(spec));
    expect(wording(before)).toBe("Slope ∂L\u200a/∂x17 here");
    expect(before.runs.some(({ outline }) => outline)).toBe(false);
    const after = titleOf(await drawFigureWhenTypeset(spec));
    expect(needsTypesetting(spec)).toBe(false);
    expect(wording(after)).toBe("Slope ∂ℒ/∂x_17 here");
    expect(after.runs[1].tex).toBe(String.raw`\frac{\partial\mathcal{L}}{\partial x_{17}}`);
    expect(after.runs[1].outline?.above).toBeGreaterThan(800);
  });

  it("says in its description what the formula says", async () => {
    const scene = await drawFigureWhenTypeset(titled(String.raw`$\gamma \to \infty$`));
    expect(scene.title).toBe("γ → ∞");
    expect(scene.description).toMatch(/^γ → ∞: γ = 256/);
  });

  it("is written with one path for the formula, in SVG, and with ink in PNG", async () => {
    const spec = titled(String.raw`$\sum_{i=1}^n \gamma_i$`);
    const svg = new TextDecoder().decode(await writeFigure(spec, "svg", {}, nodePlatform));
    const [outline] = Object.values(await outlinesOf(spec));
    expect(svg.split(outline.d)).toHaveLength(2);
    expect(svg).toBe(figureSvg(spec));
    const png = (title: string) => writeFigure(titled(title), "png", { scale: 1 }, nodePlatform);
    expect(Buffer.from(await png(String.raw`$\sum$`))).not.toEqual(Buffer.from(await png(" ")));
  });

  it.each([640, 312])("keeps title, subtitle and frame apart, however tall, %d px wide", async (width) => {
    const tall = String.raw`A $\left(\begin{array}{c}a\\b\\c\end{array}\right)$ and $\frac{1}{\frac{2}{3}}$`;
    const scene = await drawFigureWhenTypeset(titled(tall, { size: { width, height: width } }));
    const [title, subtitle] = texts(
      flat(scene.nodes.filter((node) => node.type === "group" && node.name === "words")),
    );
    const below = Math.max(...title.runs.map(({ outline }) => outline?.below ?? 0)) * (title.size / 1000);
    const above = Math.max(...title.runs.map(({ outline }) => outline?.above ?? 0)) * (title.size / 1000);
    expect(title.y - above).toBeGreaterThanOrEqual(0);
    expect(title.y + below).toBeLessThan(subtitle.y - subtitle.size * 0.72);
    expect(scene.frame.y).toBeGreaterThan(subtitle.y + subtitle.size * 0.25);
    const plain = drawFigure(titled("A", { size: { width, height: width } }));
    expect(scene.frame.y).toBeGreaterThan(plain.frame.y + 20);
  });

  it("makes a long formula smaller rather than wider than the figure", async () => {
    const scene = await drawFigureWhenTypeset(
      titled(String.raw`$\loss$`, { size: { width: 312, height: 300 } }),
    );
    const title = titleOf(scene);
    expect(title.x + widthOf(title.runs, title.size)).toBeLessThanOrEqual(312);
  });

  it("writes the formula of its loss for $\\loss$, and of the panel's own in panels", async () => {
    const title = titleOf(await drawFigureWhenTypeset(titled(String.raw`Circle: $\loss$`)));
    const tex = title.runs.flatMap((run) => run.tex ?? []);
    expect(tex[0]).toMatch(/^\\mathcal\{L\} = \\operatorname\{sp\}/);
    expect(tex.some((each) => each.includes("A_p(s) = \\gamma"))).toBe(true);
    expect(title.runs.every((run) => run.tex === undefined || run.outline)).toBe(true);
    const panels: FigureSpec = {
      version: 1,
      kind: "panels",
      panels: ["triplet", "smooth-ap"].map((id) => ({
        title: String.raw`$\loss$`,
        figure: { version: 1, loss: { id }, samples: 33 },
      })),
    };
    const said = allTexts(await drawFigureWhenTypeset(panels)).map(wording);
    expect(said.some((each) => each.startsWith("(a) ℒ = [z]_+"))).toBe(true);
    expect(said.some((each) => each.startsWith("(b) ℒ = (L σ((s_n - s_p)/τ)"))).toBe(true);
  });

  it("takes no time for the presets, which have none", async () => {
    for (const { spec } of Object.values(PRESETS)) {
      expect(needsTypesetting(spec)).toBe(false);
      await typesetLabels(spec);
    }
  });

  it("names the place and what is wrong", async () => {
    const refused = (spec: FigureSpec) => writeFigure(spec, "svg", {}, nodePlatform);
    await expect(refused(titled(String.raw`$\frac{a}$`))).rejects.toThrow(
      new InputError(String.raw`invalid title: $\frac{a}$; Missing argument for \frac`),
    );
    const words = { words: { caption: String.raw`A $\foo$ here.` } };
    await expect(refused(titled("", words))).rejects.toThrow(
      String.raw`invalid words.caption: $\foo$; Undefined control sequence \foo`,
    );
    const panels: FigureSpec = {
      version: 1,
      kind: "panels",
      title: String.raw`$\loss$`,
      panels: [{ figure: { version: 1, loss: { id: "circle" } } }],
    };
    await expect(refused(panels)).rejects.toThrow(String.raw`invalid title: $\loss$; expected`);
  });

  it("leaves dollars alone that enclose no formula", async () => {
    await typesetLabels(titled(String.raw`costs 5 $ in C:\new`));
    expect(wording(titleOf(drawFigure(titled(String.raw`C:\new for 5`))))).toBe(String.raw`C:\new for 5`);
  });
});

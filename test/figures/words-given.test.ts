import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { parseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { textBoxes } from "./boxes.ts";

/** One of each kind with axes. */
const KINDS = [
  "circle-region",
  "blog-surface",
  "arcface-fig4b",
  "proxy-anchor-fig2",
  "circle-fig5",
  "circle-fig1",
];

const coarse = (spec: object): object =>
  JSON.parse(JSON.stringify(spec), (key, value: unknown) =>
    (key === "samples" || key === "pairs") && typeof value === "number" ? Math.min(value, 30) : value,
  ) as object;

describe.each(KINDS)("the words of a spec in %s", (name) => {
  const { spec } = PRESETS[name];
  const draw = (words: object) => {
    const scene = drawFigure(parseFigure({ ...coarse(spec), words }));
    return { scene, texts: textBoxes(scene).map(({ text }) => text) };
  };

  it("stand instead of its caption and its alternative text", () => {
    const { scene, texts } = draw({ caption: "Ours, in a word.", alt: "A picture of $γ$." });
    expect(texts.join(" ")).toContain("Ours, in a word.");
    expect(texts.join(" ")).not.toMatch(/Colour:|decision boundary for/);
    expect(scene.description).toBe("A picture of γ.");
    expect(draw({}).texts.join(" ")).not.toContain("Ours");
  });
});

it.each(["circle-region", "blog-surface", "arcface-fig4b"])(
  "axes of %s have the names they are given",
  (name) => {
    const scene = drawFigure(
      parseFigure({ ...coarse(PRESETS[name].spec), words: { horizontal: "across $x_1$", vertical: "up" } }),
    );
    const texts = textBoxes(scene).map(({ text }) => text);
    expect(texts).toContain("across x1");
    expect(texts).toContain("up");
  },
);

import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { described } from "../../src/figures/description.ts";
import { parseFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";

describe("the words of a figure as sentences", () => {
  it.each([
    [["Circle loss", "$γ = 256$"], "Colour: loss.", "Circle loss: γ = 256. Colour: loss."],
    [["Circle loss", ""], "Colour: loss.", "Circle loss. Colour: loss."],
    [["", "$γ = 256$"], "Colour: loss.", "γ = 256. Colour: loss."],
    [["", ""], "Colour: loss.", "Colour: loss."],
    [["Circle loss", ""], "", "Circle loss."],
    [["Which margin?"], "Colour: loss.", "Which margin? Colour: loss."],
    [[""], "", ""],
  ])("%j and %j", (head, caption, expected) => {
    expect(described(head, caption)).toBe(expected);
  });
});

/** A separator with nothing before it, or two of them. */
const STRAY = /^\W*[.:,;]|[.:,;]\s*[.:,;]|\s\s|\s$/;

const single = { version: 1, loss: { id: "circle" }, samples: 16 } as const;

it.each([
  ["panels without a title", { kind: "panels", panels: [{ figure: single }] }],
  ["panels with one", { kind: "panels", title: "Two", panels: [{ figure: single }, { figure: single }] }],
  [
    "curves of several losses",
    {
      kind: "curves",
      curves: ["arcface", "am-softmax"].map((id) => ({ loss: { id }, draw: { of: "positiveTransform" } })),
    },
  ],
  [
    "boundaries of several losses",
    { kind: "boundaries", entries: ["circle", "triplet"].map((id) => ({ loss: { id } })) },
  ],
])("%s describe themselves without a stray separator", (_, spec) => {
  const { title, description } = drawFigure(parseFigure({ version: 1, ...spec }));
  expect(description).not.toMatch(STRAY);
  expect(title).not.toBe("");
});

it.each(Object.entries(PRESETS))("so does %s", (_, { spec }) => {
  const lean = JSON.parse(JSON.stringify(spec), (key, value: unknown) =>
    (key === "samples" || key === "pairs") && typeof value === "number" ? Math.min(value, 16) : value,
  ) as unknown;
  expect(drawFigure(parseFigure(lean)).description).not.toMatch(STRAY);
});

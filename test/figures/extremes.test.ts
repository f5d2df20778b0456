import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { toSvg } from "../../src/export/svg.ts";
import { TYPED } from "../../src/formula/language.ts";
import { parseFigure } from "../../src/spec/figure.ts";

/** Losses whose numbers lie where doubles end, run out, or have no more digits. */
const FORMULAS = [
  "9007199254740993",
  "1e308",
  "-1e308",
  "s_p * 1e308",
  "(s_p - s_n) * 1e308",
  "(s_p - 0.5) * 1.7e308",
  "1e300 * exp(700 * s_p)",
  "1e-320",
  "s_p * 1e-320",
  "s_p + 3e15",
  "s_p + 1e16",
  "1 / s_p",
  "log(s_p - 2)",
];

const figuresOf = (formula: string): readonly object[] => {
  const loss = { id: TYPED, formula };
  return [
    { loss, samples: 24 },
    { loss, samples: 24, quantity: "dSp" },
    { loss, samples: 24, look: { scale: "log" } },
    { kind: "surface", loss, samples: 24 },
    { kind: "surface", loss, samples: 24, quantity: "dSp" },
    { kind: "curves", curves: [{ loss, draw: { of: "slice", fixed: { sn: 0.5 } } }] },
    { kind: "boundaries", entries: [{ loss }] },
    { kind: "difference", a: { loss }, b: { loss: { id: "circle" } }, samples: 24 },
    { kind: "scatter", loss },
  ];
};

const drawn = (figure: object): string =>
  toSvg(drawFigure(parseFigure({ version: 1, ...figure })), { bitmaps: "omitted" });

describe("numbers at the ends of what a double can be", () => {
  it.each(FORMULAS)("%s is drawn in every kind, without a number that is none", (formula) => {
    for (const figure of figuresOf(formula)) {
      const svg = drawn(figure);
      expect(
        svg.match(/.{0,60}(?:NaN|undefined|="[^"]*Infinity).{0,60}/)?.[0],
        JSON.stringify(figure),
      ).toBeUndefined();
    }
  });
});

import { describe, expect, it } from "vitest";
import { InputError } from "../../src/losses/errors.ts";
import {
  type FigureSpec,
  isLandscape,
  minimiseFigure,
  parseFigure,
  resolveFigure,
} from "../../src/spec/figure.ts";

const messageOf = (input: unknown): string => {
  try {
    resolveFigure(parseFigure(input));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return "";
};

const circle = { version: 1, loss: { id: "circle" } } as const;
const panels = (...figures: readonly unknown[]): unknown => ({
  version: 1,
  kind: "panels",
  panels: figures.map((figure) => ({ figure })),
});

describe("a figure that cannot be", () => {
  it.each([
    [{ version: 1, kind: "pie" }, /^invalid kind: "pie"; expected one of landscape, .*panels$/],
    [
      panels({ ...circle, kind: "pie" }),
      /^invalid panels\[0\]\.figure\.kind: "pie"; expected one of landscape/,
    ],
    [
      panels({ version: 1, kind: "panels" }),
      /^invalid panels\[0\]\.figure\.kind: "panels"; expected one of landscape/,
    ],
    [
      panels(circle, { ...circle, samples: 3 }),
      /^invalid panels\[1\]\.figure\.samples: 3; expected a whole number from 16 to 1024$/,
    ],
    [
      panels({ ...circle, smaples: 64 }),
      /^unknown key: panels\[0\]\.figure\.smaples; did you mean panels\[0\]\.figure\.samples\?$/,
    ],
    [panels(), /^invalid panels: .*; expected at least 1 panels$/],
    [{ version: 1, kind: "panels", panels: [{ figur: circle }] }, /panels\[0\]\.figure?/],
    [{ version: 2, kind: "panels", panels: [{ figure: circle }] }, /^invalid version: 2; expected 1$/],
    [panels({ version: 1, loss: { id: "circel" } }), /^unknown loss: circel; did you mean circle\?$/],
    ["[1", /^invalid figure: not JSON/],
    [null, /^invalid figure: null; expected a figure: an object with version 1$/],
    [[circle], /^invalid figure: .*; expected a figure: an object with version 1$/],
  ])("%j is refused by name, value and what is legal", (input, message) => {
    expect(messageOf(input)).toMatch(message);
  });
});

describe("the shortest form of a grid", () => {
  const spec: FigureSpec = {
    version: 1,
    kind: "panels",
    columns: 3,
    panels: [
      {
        title: "",
        figure: { version: 1, loss: { id: "circle", params: { gamma: 256, margin: 0.3 } }, samples: 256 },
      },
      {
        title: "second",
        figure: { version: 1, loss: { id: "triplet" }, layers: { arrows: 12, region: false } },
      },
    ],
  };

  it("leaves out every default, and nothing else", () => {
    const short = minimiseFigure(spec);
    expect(short).toEqual({
      version: 1,
      kind: "panels",
      panels: [
        { figure: { version: 1, loss: { id: "circle", params: { margin: 0.3 } } } },
        { title: "second", figure: { version: 1, loss: { id: "triplet" }, layers: { region: false } } },
      ],
    });
    expect(resolveFigure(short)).toEqual(resolveFigure(spec));
  });

  it("is not a landscape, though its panels are", () => {
    expect(isLandscape(spec)).toBe(false);
    expect(isLandscape(circle)).toBe(true);
    expect(isLandscape(resolveFigure(circle))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { asShown } from "../../notebooks/lib/shown.ts";
import { number } from "../../notebooks/lib/table.ts";
import { type FigureSpec, resolveFigure } from "../../src/index.ts";

const circle: FigureSpec = { version: 1, loss: { id: "circle" } };
const three: FigureSpec = {
  version: 1,
  kind: "panels",
  columns: 3,
  size: { width: 960, height: 430 },
  panels: [{ figure: circle }, { figure: circle }, { figure: circle }],
};

describe("a figure in its column", () => {
  it("keeps its size where there is room, and takes the page's colours", () => {
    const shown = asShown({ ...circle, theme: "light" }, { theme: "dark", width: 720 });
    expect(shown).toEqual({ ...circle, theme: "dark" });
  });

  it("becomes as wide as a narrow column, with as much room for its words as before", () => {
    const { size } = resolveFigure(asShown(circle, { theme: "light", width: 320 }));
    expect(size).toEqual({ type: 0, width: 320, height: 335 });
  });

  it("is never narrower than a figure may be", () => {
    expect(resolveFigure(asShown(circle, { theme: "print", width: 90.7 })).size.width).toBe(200);
  });

  it.each([
    [720, 3, 110 + (320 * 720) / 960],
    [500, 2, 110 + ((320 * 500) / 960) * 1.5 * 2],
    [320, 1, 110 + ((320 * 320) / 960) * 3 * 3],
  ])("of three panels, at %d px has %d beside each other", (width, columns, height) => {
    const shown = resolveFigure(asShown(three, { theme: "light", width }));
    expect(shown).toMatchObject({ columns, size: { width, height: Math.round(height) } });
  });

  it("changes nothing else", () => {
    const { size: _, theme: __, ...before } = resolveFigure(circle);
    const {
      size: ___,
      theme: ____,
      ...after
    } = resolveFigure(asShown(circle, { theme: "dark", width: 300 }));
    expect(after).toEqual(before);
  });
});

describe("a number in a notebook", () => {
  it.each([
    [Math.SQRT2 / 4, "0.353553"],
    [-0.1, "−0.1"],
    [0, "0"],
    [1.5e-7, "1.5 · 10⁻⁷"],
    [-2.25e30, "−2.25 · 10³⁰"],
    [1 / 0, "∞"],
    [-1 / 0, "−∞"],
    [NaN, "–"],
    [79_900, "79900"],
  ])("%d is written %s", (value, text) => {
    expect(number(value)).toBe(text);
  });

  it("has as many digits as asked for", () => {
    expect(number(Math.PI, 4)).toBe("3.142");
  });
});

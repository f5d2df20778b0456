import { describe, expect, it } from "vitest";
import { knobsOf, knobValue, turned } from "../../src/player/knobs.ts";
import { stepToValue, stepsOf } from "../../src/player/slider-scale.ts";
import { type FigureSpec, parseFigure, resolveFigure } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";

const symbols = (spec: FigureSpec) =>
  knobsOf(resolveFigure(spec)).map(({ title, knobs }) => [title, ...knobs.map(({ symbol }) => symbol)]);

describe("the knobs of a figure", () => {
  it("of one loss are its parameters, its gradient, K and L", () => {
    expect(symbols({ version: 1, loss: { id: "circle" } })).toEqual([
      ["Circle loss", "$γ$", "$m$", "gradient", "$K$", "$L$"],
    ]);
  });

  it("leave counts out that a loss does not see", () => {
    const [[, ...found]] = symbols({ version: 1, loss: { id: "contrastive" } });
    expect(found).not.toContain("$K$");
    expect(found).not.toContain("gradient");
  });

  it("leave out what the figure compares", () => {
    const loss = (margin: number) => ({ id: "circle", params: { gamma: 32, margin } });
    const curve = (margin: number) => ({ loss: loss(margin), draw: { of: "positiveTransform" } }) as const;
    expect(symbols({ version: 1, kind: "curves", curves: [curve(0.1), curve(0.2)] })[0]).not.toContain("$m$");
    const family = { ...curve(0.1), vary: { param: "gamma", values: [8, 16] } };
    expect(symbols({ version: 1, kind: "curves", curves: [family] })[0]).not.toContain("$γ$");
  });

  it("stand in a group for each loss", () => {
    const entry = (id: string) => ({ loss: { id } });
    const groups = symbols({ version: 1, kind: "boundaries", entries: [entry("circle"), entry("triplet")] });
    expect(groups.map(([title]) => title)).toEqual(["Circle loss", "Triplet margin loss"]);
  });

  it("of a surface turn it", () => {
    const groups = symbols({ version: 1, kind: "surface", loss: { id: "circle" } });
    expect(groups.at(-1)).toEqual(["View", "turn", "height"]);
  });

  it.each(Object.entries(PRESETS))("of %s, turned, are legal and resolve to themselves", (_, { spec }) => {
    const figure = resolveFigure(spec);
    const before = JSON.stringify(figure);
    for (const { knobs } of knobsOf(figure)) {
      for (const knob of knobs) {
        const last = knob.slider ? stepToValue(knob.slider, stepsOf(knob.slider)) : knob.options?.at(-1);
        if (last === undefined) throw new Error("a knob without values");
        const other = turned(figure, knob, last);
        expect(knobValue(other, knob)).toBe(last);
        expect(resolveFigure(parseFigure(JSON.stringify(other)))).toEqual(other);
      }
    }
    expect(JSON.stringify(figure)).toBe(before);
  });
});

import { fc } from "../../numerics/seeded.ts";
import { describe, expect, it } from "vitest";
import { asView, besides, mainParam } from "../../../src/app/views/as-view.ts";
import { subjectOf } from "../../../src/app/views/subject.ts";
import { VIEW_IDS, VIEWS, viewOf } from "../../../src/app/views/views.ts";
import { drawFigure } from "../../../src/export/figure.ts";
import { toSvg } from "../../../src/export/svg.ts";
import { suggestedChange } from "../../../src/app/choosing/suggested-change.ts";
import { InputError } from "../../../src/losses/errors.ts";
import { LOSSES } from "../../../src/losses/index.ts";
import { type ResolvedFigure, resolveFigure } from "../../../src/spec/figure.ts";
import { figureLoss } from "../../../src/spec/figure-loss.ts";
import { PRESETS } from "../../../src/spec/presets.ts";

const landscape = (id: string): ResolvedFigure => resolveFigure({ version: 1, loss: { id } });

/** The loss in a view, or why it cannot be seen so. */
function seen(view: (typeof VIEW_IDS)[number], figure: ResolvedFigure): ResolvedFigure | string {
  try {
    return resolveFigure(asView(view, figure, subjectOf(figure)));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

describe("views", () => {
  it.each(VIEW_IDS)("%s shows every loss of the catalogue, or says why not", (view) => {
    const refused: string[] = [];
    for (const { id } of LOSSES) {
      const figure = seen(view, landscape(id));
      if (typeof figure === "string") refused.push(`${id}: ${figure}`);
      else {
        expect(figure.kind).toBe(VIEWS[view]);
        expect(viewOf(figure)).toBe(view);
        expect(subjectOf(figure).loss.id).toBe(id);
      }
    }
    expect(refused).toEqual([]);
  });

  it("draws Circle loss in every view", () => {
    for (const view of VIEW_IDS) {
      const figure = seen(view, landscape("circle"));
      if (typeof figure === "string") throw new Error(figure);
      expect(toSvg(drawFigure(figure)), view).toContain('role="img"');
    }
  });

  it("takes theme, counts, axes, quantity and points along, and back again", () => {
    const figure = resolveFigure({
      version: 1,
      theme: "dark",
      loss: { id: "circle", params: { margin: 0.3 } },
      counts: { K: 2, L: 8 },
      axes: { negative: { range: [-1, 1] }, horizontal: "positive" },
      quantity: "dSn",
      points: [{ name: "A", sn: 0.1, sp: 0.2 }],
    });
    const surface = resolveFigure(asView("surface", figure, subjectOf(figure)));
    const back = resolveFigure(asView("landscape", surface, subjectOf(surface)));
    expect(back).toEqual(figure);
  });

  it("leads from every preset to a landscape", () => {
    for (const [name, { spec }] of Object.entries(PRESETS)) {
      const figure = seen("landscape", resolveFigure(spec));
      expect(typeof figure, `${name}: ${JSON.stringify(figure)}`).toBe("object");
    }
  });

  it("compares a loss with itself a tenth of the slider further, and turns round at its end", () => {
    const circle = subjectOf(landscape("circle")).loss;
    const param = mainParam(circle);
    expect(param?.id).toBe("margin");
    const [low, high] = param?.slider ?? [0, 0];
    const before = Number(circle.params["margin"]);
    expect(besides(circle).params["margin"]).toBeCloseTo(before + (high - low) / 10, 2);
    const last = { ...circle, params: { ...circle.params, margin: high } };
    expect(Number(besides(last).params["margin"])).toBeCloseTo(high - (high - low) / 10, 2);
  });

  it("shows a typed loss whatever range its parameter has, and finds another value in it", () => {
    const typed = fc
      .record({
        low: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        width: fc.double({ min: -6, max: 3, noNaN: true }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
        log: fc.boolean(),
        minus: fc.boolean(),
      })
      .map(({ low, width, part, log, minus }) => {
        const high = low * (1 + 10 ** width);
        const value = Math.min(high, low + part * (high - low));
        const [a, b, at] = minus && !log ? [-high, -low, -value] : [low, high, value];
        return `m = ${at} in [${a}, ${b}]${log ? " log" : ""}\nsoftplus(8 * (s_n - s_p + m))`;
      });
    const property = fc.property(typed, (formula) => {
      const figure = resolveFigure({ version: 1, loss: { id: "formula", formula } });
      for (const view of VIEW_IDS) expect(typeof seen(view, figure), view).toBe("object");
      const { loss } = subjectOf(figure);
      expect(besides(loss).params["m"]).not.toBe(loss.params["m"]);
      const [spec] = Object.values(figureLoss(loss).params);
      const { to } = suggestedChange(spec, loss.params["m"]);
      expect(to).not.toBe(loss.params["m"]);
      expect(resolveFigure({ version: 1, loss: { id: "formula", formula, params: { m: to } } }).kind).toBe(
        "landscape",
      );
    });
    fc.assert(property, { numRuns: 60 });
  });
});

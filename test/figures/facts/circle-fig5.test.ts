import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { parseFigure } from "../../../src/spec/figure.ts";
import type { PanelsSpec } from "../../../src/spec/panels.ts";
import { CIRCLE_SCATTER } from "../../../src/spec/presets/circle-scatter.ts";
import type { ScatterSpec } from "../../../src/spec/scatter.ts";

interface Place {
  readonly sn: number;
  readonly sp: number;
}

interface PanelFacts {
  readonly boundary: {
    readonly origin: string;
    readonly pieces: readonly {
      readonly kind: string;
      readonly from: Place;
      readonly to: Place;
      readonly slope?: number;
      readonly centre?: Place;
      readonly radius?: number;
    }[];
  };
  readonly tangent: Place | null;
  readonly readings: readonly Place[];
  readonly mean: Place;
  readonly pairs: number;
  readonly insideAtStart: number;
  readonly insideAtEnd: number;
  readonly crossed: number;
  readonly passage: { readonly from: Place; readonly to: Place; readonly width: Place };
}

const { spec } = CIRCLE_SCATTER["circle-fig5"];

const panelsOf = (figure: PanelsSpec): readonly PanelFacts[] =>
  (figureFacts(figure) as unknown as { readonly panels: readonly PanelFacts[] }).panels;

/** The preset with another cloud in all of its panels. */
function withCloud(
  change: NonNullable<ScatterSpec["cloud"]>,
  gradient?: "attached" | "detached",
): PanelsSpec {
  const panels = spec.panels.map(({ figure, ...panel }) => {
    if (figure.kind !== "scatter") throw new Error("a panel of another kind");
    const loss = { ...figure.loss, ...(gradient && { gradient }) };
    return { ...panel, figure: { ...figure, loss, cloud: { ...figure.cloud, ...change } } };
  });
  return parseFigure(JSON.stringify({ ...spec, panels })) as PanelsSpec;
}

const [am, wide, narrow] = panelsOf(spec);
const at = ({ readings }: PanelFacts, sn: number): number =>
  readings.find((reading) => reading.sn === sn)?.sp ?? Number.NaN;

/** losses.md 10.3, to the digits printed there. */
describe("boundaries of the Circle paper's Fig. 5", () => {
  it("is a line of slope 1 through (0.15, 0.5) and (0.5, 0.85) for AM-Softmax", () => {
    expect(am.boundary.origin).toBe("closed form");
    const [{ kind, slope, from, to }] = am.boundary.pieces;
    expect([kind, slope]).toEqual(["line", 1]);
    expect([from.sn, from.sp, to.sn, to.sp]).toEqual(
      [0.15, 0.5, 0.5, 0.85].map((x) => expect.closeTo(x, 12)),
    );
    expect(at(am, 0.15)).toBeCloseTo(0.5, 12);
    expect(at(am, 0.5)).toBeCloseTo(0.85, 12);
  });

  it.each([
    ["m = 0.325", wide, 0.459619, 0.540381, [0.243, 0.401], [0.609871, 0.775391]],
    ["m = 0.25", narrow, 0.353553, 0.646447, [0.215, 0.33], [0.719331, 0.873114]],
  ] as const)("is an arc about (0, 1) for Circle loss, %s", (_, panel, radius, intercept, ends, levels) => {
    expect(panel.boundary.origin).toBe("closed form");
    const [arc, ...others] = panel.boundary.pieces;
    expect(others).toEqual([]);
    expect(arc.centre).toEqual({ sn: 0, sp: 1 });
    expect(arc.radius).toBeCloseTo(radius, 6);
    const [left, top] = [arc.from, arc.to].toSorted((a, b) => a.sn - b.sn);
    expect([left.sn, left.sp]).toEqual([0, expect.closeTo(intercept, 6)]);
    expect([top.sn, top.sp]).toEqual([expect.closeTo(radius, 6), 1]);
    expect(at(panel, 0)).toBeCloseTo(intercept, 6);
    ends.forEach((sn, i) => expect(at(panel, sn)).toBeCloseTo(levels[i], 6));
  });

  it("touches the boundary of AM-Softmax at T = (0.325, 0.675)", () => {
    expect(wide.tangent).toEqual({ sn: expect.closeTo(0.325, 12), sp: expect.closeTo(0.675, 12) });
    expect(at(am, 0.325)).toBeCloseTo(0.675, 12);
    expect(at(wide, 0.325)).toBeCloseTo(0.675, 12);
    expect(am.tangent).toBeNull();
  });
});

describe("the simulated cloud", () => {
  it("starts outside and ends inside the target region, but for single pairs", () => {
    for (const { pairs, insideAtStart, insideAtEnd, crossed } of [am, wide, narrow]) {
      expect(pairs).toBe(1500);
      expect(insideAtStart).toBeLessThanOrEqual(3);
      expect(insideAtEnd).toBeGreaterThanOrEqual(1490);
      expect(crossed).toBeGreaterThanOrEqual(1490 - insideAtStart);
    }
  });

  it("passes within a hundredth of the paper's widths, in s_n", () => {
    expect(Math.abs(am.passage.width.sn - 0.235)).toBeLessThan(0.01);
    expect(Math.abs(wide.passage.width.sn - 0.158)).toBeLessThan(0.01);
    expect(Math.abs(narrow.passage.width.sn - 0.115)).toBeLessThan(0.01);
  });

  it("has the ends of every passage on its boundary", () => {
    for (const { sn, sp } of [am.passage.from, am.passage.to]) expect(sp - sn).toBeCloseTo(0.35, 8);
    for (const [{ passage }, m] of [
      [wide, 0.325],
      [narrow, 0.25],
    ] as const)
      for (const { sn, sp } of [passage.from, passage.to])
        expect(sn ** 2 + (1 - sp) ** 2).toBeCloseTo(2 * m ** 2, 8);
  });

  it.each([
    ["with seed 1", { seed: 1 }, "attached"],
    ["with seed 2", { seed: 2 }, "attached"],
    ["with seed 2020", { seed: 2020 }, "attached"],
    ["along the detached field", { seed: 1 }, "detached"],
    ["without noise", { noise: 0 }, "attached"],
    ["of embeddings on the sphere", { space: "sphere" }, "attached"],
    ["of embeddings on the sphere, along the detached field", { space: "sphere" }, "detached"],
  ] as const)("narrows from AM-Softmax to Circle 0.325 to Circle 0.25 %s", (_, change, gradient) => {
    const widths = panelsOf(withCloud({ ...change, pairs: 600 }, gradient)).map(
      ({ passage }) => passage.width.sn,
    );
    expect(widths[1]).toBeLessThan(0.95 * widths[0]);
    expect(widths[2]).toBeLessThan(0.95 * widths[1]);
  });

  it("gives the same facts every time, and others for another seed", () => {
    const text = JSON.stringify(panelsOf(withCloud({ pairs: 200 })));
    expect(JSON.stringify(panelsOf(withCloud({ pairs: 200 })))).toBe(text);
    expect(JSON.stringify(panelsOf(withCloud({ pairs: 200, seed: 6 })))).not.toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { logTicks, scaled, upRange } from "../../src/figures/curves-axes.ts";
import { spread } from "../../src/figures/curves-ends.ts";
import { resolveCurves } from "../../src/spec/curves.ts";
import type { CurvesSpec } from "../../src/spec/curves-schema.ts";
import { plainLabel } from "../../src/figures/label.ts";
import { BLOG_CURVES } from "../../src/spec/presets/blog-curves.ts";
import { fc } from "../numerics/seeded.ts";
import { groups, texts, wording, flat } from "./support.ts";

const spec = (change: Omit<Partial<CurvesSpec>, "kind" | "version"> = {}): CurvesSpec => ({
  version: 1,
  kind: "curves",
  curves: [{ loss: { id: "info-nce" }, draw: { of: "share" } }],
  ...change,
});

describe("a logarithmic axis", () => {
  const labels = (low: number, high: number, count: number) =>
    logTicks([Math.log10(low), Math.log10(high)], count).map(({ label }) => plainLabel(label));

  it("has powers of ten, or as many of them as there is room for", () => {
    expect(labels(1e-4, 30, 8)).toEqual(["10^−4", "10^−3", "0.01", "0.1", "1", "10"]);
    expect(labels(1e-12, 1, 4)).toEqual(["10^−12", "10^−9", "10^−6", "10^−3", "1"]);
  });

  it("has 1, 2, 5 between them on a short range, and round numbers on a shorter one", () => {
    expect(labels(0.5, 20, 6)).toEqual(["0.5", "1", "2", "5", "10", "20"]);
    expect(labels(2.1, 2.9, 4)).toEqual(["2.2", "2.4", "2.6", "2.8"]);
  });

  it("every tick stands at the number that it says", () => {
    for (const range of [
      [-11.5, 1.5],
      [-0.2, 0.9],
      [0.31, 0.42],
    ] as const)
      for (const { at, label } of logTicks(range, 6)) {
        const said = plainLabel(label).replaceAll("−", "-").replace("10^", "1e");
        expect(at).toBeCloseTo(Math.log10(Number(said)), 6);
        expect(at).toBeGreaterThanOrEqual(range[0] - 1e-9);
        expect(at).toBeLessThanOrEqual(range[1] + 1e-9);
      }
  });

  it("shows nothing of what is not above zero, and says so", () => {
    expect(scaled("log", 0)).toBeNaN();
    expect(scaled("log", -1)).toBeNaN();
    expect(scaled("log", 100)).toBe(2);
    const drawn = drawFigure(
      spec({ y: { scale: "log" }, curves: [{ loss: { id: "circle" }, draw: { of: "negativeTransform" } }] }),
    );
    expect(drawn.description).toContain("Not on a logarithmic axis: values that are not above zero.");
  });

  it("cuts off the clipped end of an infinite slope, and says so", () => {
    const drawn = drawFigure(
      spec({
        curves: [{ loss: { id: "margin" }, draw: { of: "slice", quantity: "dSn", fixed: { sp: 0.7 } } }],
      }),
    );
    expect(drawn.description).toContain("Cut off at the frame: single values far beyond all others.");
    const [numbers] = [texts(flat(drawn.nodes)).map((each) => Number(wording(each).replaceAll("−", "-")))];
    expect(Math.max(...numbers.filter(Number.isFinite))).toBeLessThan(100);
  });

  it("shows at most twelve decades of its own accord", () => {
    const [low, high] = upRange(resolveCurves(spec({ y: { scale: "log" } })), [-300, 0, 1]);
    expect(high - low).toBeLessThan(14);
    expect(high).toBeGreaterThan(1);
  });
});

describe("the range of values", () => {
  const range = (drawn: readonly number[]) => upRange(resolveCurves(spec()), drawn);
  it("has a little air, but begins at zero where nothing is below it", () => {
    expect(range([0, 1])).toEqual([0, 1.06]);
    expect(range([-1, 1])).toEqual([-1.12, 1.12]);
    expect(range([-1, 0])).toEqual([-1.06, 0]);
  });
  it("is a range also of one number, or none", () => {
    expect(range([2])).toEqual([1.8, 2.2]);
    expect(range([0])).toEqual([0, 1]);
    expect(range([NaN, NaN, 0, 2])).toEqual([0, 2.12]);
    expect(range([])).toEqual([0, 1]);
  });
});

it("the post's transforms have a tick every π/4, also in a column of a paper", () => {
  const { spec: post } = BLOG_CURVES["blog-transforms"];
  for (const size of [{}, { width: 336, height: 260 }]) {
    const group = groups(drawFigure({ ...post, size })).find(({ name }) => name === "axes");
    const labels = texts(flat(group?.children ?? [])).map((each) => wording(each));
    expect(labels.slice(0, 5)).toEqual(["0", "π/4", "π/2", "3π/4", "π"]);
    expect(labels).toContain("angle θ");
  }
});

describe("the labels of the axes", () => {
  const axes = (change: Omit<Partial<CurvesSpec>, "kind" | "version">): string[] => {
    const group = groups(drawFigure(spec(change))).find(({ name }) => name === "axes");
    return texts(flat(group?.children ?? []))
      .slice(-2)
      .map((each) => wording(each).replaceAll("\u200a", ""));
  };
  const slice = (fixed: { sn: number } | { sp: number }) => ({
    curves: [{ loss: { id: "circle" }, draw: { of: "slice", quantity: "z", fixed } }] as const,
  });

  it("say which similarity moves, in which unit", () => {
    expect(axes({})).toEqual(["negative similarity sn", "density of the gradient over the negatives"]);
    expect(axes(slice({ sn: 0.2 }))).toEqual(["positive similarity sp", "z"]);
    expect(axes({ ...slice({ sp: 0.2 }), x: { of: "degrees" } })).toEqual(["angle to the negative θn", "z"]);
    expect(axes({ ...slice({ sp: 0.2 }), x: { of: "chord" } })[0]).toBe("distance to the negative dn");
  });

  it("say only what all curves have in common", () => {
    const both = [...slice({ sn: 0.2 }).curves, ...slice({ sp: 0.2 }).curves];
    expect(axes({ curves: both })).toEqual(["similarity s", "z"]);
  });

  it("say where a line runs", () => {
    const line = { from: { sn: 1, sp: 0 }, to: { sn: -1, sp: 1 } };
    const curves = [{ loss: { id: "circle" }, draw: { of: "slice", line } }] as const;
    expect(axes({ x: { of: "line" }, curves })[0]).toBe("way in (sn, sp) from (1, 0) to (−1, 1)");
  });

  it("are what the figure says where it says so", () => {
    expect(axes({ x: { label: "here $x$" }, y: { label: "there" } })).toEqual(["here x", "there"]);
  });
});

describe("spread", () => {
  it("leaves apart what is apart, and parts what touches round its middle", () => {
    expect(spread([10, 50, 90], 10, [0, 100])).toEqual([10, 50, 90]);
    expect(spread([50, 50], 10, [0, 100])).toEqual([45, 55]);
    expect(spread([98, 99], 10, [0, 100])).toEqual([90, 100]);
    expect(spread([55, 50], 10, [0, 100])).toEqual([57.5, 47.5]);
  });

  it("keeps order and distance, and stays between the ends where they leave room", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 10 }), (wanted) => {
        const places = spread(wanted, 10, [0, 100]);
        const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a] - wanted[b] || a - b);
        const sorted = order.map((i) => places[i]);
        for (let i = 0; i < sorted.length; i++) {
          expect(sorted[i]).toBeGreaterThanOrEqual(-1e-9);
          expect(sorted[i]).toBeLessThanOrEqual(100 + 1e-9);
          if (i > 0) expect(sorted[i] - sorted[i - 1]).toBeGreaterThanOrEqual(10 - 1e-6);
        }
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { drawFigure, figureFacts } from "../../src/export/figure.ts";
import type { Facts } from "../../src/figures/prepared.ts";
import type { CurvesSpec } from "../../src/spec/curves-schema.ts";
import { THEMES } from "../../src/spec/entries.ts";
import { inGroup, paths, texts, wording } from "./support.ts";

const anchor = { id: "proxy-anchor", params: { alpha: 32, delta: 0.1 } };
const three = [0.9, 0.5, 0.1];
const bars: NonNullable<CurvesSpec["bars"]> = three.map((s, index) => ({
  name: `$s_p = ${s}$`,
  loss: anchor,
  positives: three,
  member: { side: "positive", index },
}));
const spec = (change: Partial<CurvesSpec> = {}): CurvesSpec => ({
  version: 1,
  kind: "curves",
  bars,
  ...change,
});

/** x, y, width and height of `M x y H x V y H x Z`. */
const boxes = (change: Partial<CurvesSpec>) =>
  paths(inGroup(drawFigure(spec(change)), "bars")).map(({ d }) => {
    const [x, y, right, bottom] = d.match(/-?[\d.]+/g)?.map(Number) ?? [];
    return { x, y, width: right - x, height: bottom - y };
  });
const factsOf = (change: Partial<CurvesSpec> = {}): readonly Facts[] => {
  const facts = figureFacts(spec(change)).bars;
  return facts as readonly Facts[];
};

describe("bars", () => {
  const cases: CurvesSpec["bars"] = [0.3, 0.5, 0.7].map((s) => ({
    name: String(s),
    loss: { id: "multi-similarity", params: { beta: 10 } },
    negatives: [s],
    member: { side: "negative" },
  }));

  it("are as high as the gradient on their member", () => {
    const change = { bars: cases, y: { range: [0, 1] } } as const;
    const { frame } = drawFigure(spec(change));
    const weights = [0.3, 0.5, 0.7].map((s) => 1 / (1 + Math.exp(-10 * (s - 0.5))));
    boxes(change).forEach(({ x, y, width, height }, i) => {
      expect(height).toBeCloseTo(frame.height * weights[i], 1);
      expect(y + height).toBeCloseTo(frame.y + frame.height, 1);
      expect(x + width / 2).toBeCloseTo(frame.x + (frame.width * (i + 0.5)) / 3, 1);
    });
    expect(factsOf(change).map(({ weight }) => Number(weight).toFixed(12))).toEqual(
      weights.map((weight) => weight.toFixed(12)),
    );
  });

  it("begin at zero, with room for the highest number", () => {
    const { frame } = drawFigure(spec({ bars: cases }));
    const found = boxes({ bars: cases });
    for (const { y, height } of found) expect(y + height).toBeCloseTo(frame.y + frame.height, 1);
    const labels = texts(inGroup(drawFigure(spec({ bars: cases })), "bars"));
    expect(labels.map((label) => wording(label))).toEqual(["0.1192", "0.5", "0.8808"]);
    for (const { y, size } of labels) expect(y - size).toBeGreaterThan(frame.y);
  });

  it("carry their names under them, in lines that are no wider than a bar's room", () => {
    const named = cases.map((bar) => ({ ...bar, name: "only the others are a good deal closer" }));
    const drawn = drawFigure(spec({ bars: named, size: { width: 336, height: 260 } }));
    const lines = texts(inGroup(drawn, "names"));
    expect(lines.length).toBeGreaterThan(3);
    for (const { y } of lines) expect(y).toBeGreaterThan(drawn.frame.y + drawn.frame.height);
  });

  it("that are losses apart are colours apart", () => {
    const two = [...bars, { ...bars[0], loss: { ...anchor, params: { ...anchor.params, delta: 0.2 } } }];
    const fills = paths(inGroup(drawFigure(spec({ bars: two, y: { scale: "log" } })), "bars"))
      .map(({ fill }) => fill)
      .filter(Boolean);
    expect(new Set(fills).size).toBe(2);
  });

  it("become dots where the axis is logarithmic, which has no zero", () => {
    const change = { barHeight: "share", y: { scale: "log", range: [1e-12, 1] } } as const;
    const drawn = drawFigure(spec(change));
    const { y, height } = drawn.frame;
    const dots = paths(inGroup(drawn, "bars")).filter(({ fill }) => fill !== undefined);
    const shares = factsOf(change).map(({ share }) => Number(share));
    expect(dots).toHaveLength(3);
    dots.forEach(({ d }, i) => {
      const middle = Number(/^M\S+ (\S+)a/.exec(d)?.[1]);
      expect(middle).toBeCloseTo(y - (height * Math.log10(shares[i])) / 12, 0);
    });
    expect(drawn.description).toContain("A logarithmic axis has no zero: dots instead of bars.");
    expect(texts(inGroup(drawn, "bars")).map((label) => wording(label))[0]).toBe("7.6 · 10−12");
  });

  it("a share of nothing is no number", () => {
    const [fact] = factsOf({
      bars: [
        {
          name: "beyond the margin",
          loss: { id: "triplet:cosine", params: { margin: 0.1 } },
          positives: [0.9],
          negatives: [0.1],
          member: { side: "negative" },
        },
      ],
    });
    expect(fact).toMatchObject({ weight: 0, share: null, sideTotal: 0, sideTotalPerScale: null });
  });

  it.each(THEMES)("are the same every time in the theme %s", (theme) => {
    const drawn = JSON.stringify(drawFigure(spec({ theme })));
    expect(JSON.stringify(drawFigure(spec({ theme })))).toBe(drawn);
    expect(drawn).not.toMatch(/null|NaN/);
  });
});

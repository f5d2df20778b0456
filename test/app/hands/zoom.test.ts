import { array, assert, boolean, constantFrom, double, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { asUsual, hasPlane, movedAxis, movedBy, withPlane } from "../../../src/app/hands/zoom.ts";
import { type Axis, LEGAL_RANGE, UNITS } from "../../../src/spec/axes.ts";
import { type FigureSpec, resolveFigure } from "../../../src/spec/figure.ts";
import { resolveLandscape } from "../../../src/spec/landscape.ts";

const figure = resolveLandscape({ version: 1, loss: { id: "circle" } });

describe("the plane nearer and farther", () => {
  it("keeps what is under the pointer where it is", () => {
    const nearer = movedAxis({ unit: "cosine", range: [0, 1] }, 0.25, 0.5, 0);
    expect(nearer.range).toEqual([0.125, 0.625]);
    const turned = movedAxis({ unit: "cosine", range: [1, 0] }, 0.25, 0.5, 0);
    expect(turned.range).toEqual([0.875, 0.375]);
  });

  it("follows a hand that moves it, and stops at the end of what is legal", () => {
    expect(movedAxis({ unit: "cosine", range: [0, 1] }, 0.5, 1, 0.25).range).toEqual([-0.25, 0.75]);
    expect(movedAxis({ unit: "cosine", range: [0, 1] }, 0.5, 1, -0.25).range).toEqual([0, 1]);
    expect(movedAxis({ unit: "degrees", range: [0, 180] }, 0.5, 4, 0.5).range).toEqual([0, 180]);
  });

  it("stays legal whatever is done to it, and keeps its direction", () => {
    assert(
      property(
        constantFrom(...UNITS),
        array(
          record({
            around: double({ min: 0, max: 1, noNaN: true }),
            factor: double({ min: 1e-3, max: 1e3, noNaN: true }),
            by: double({ min: -2, max: 2, noNaN: true }),
          }),
          { maxLength: 12 },
        ),
        boolean(),
        (unit, moves, falls) => {
          const [low, high] = LEGAL_RANGE[unit];
          let axis: Axis = { unit, range: falls ? [high, low] : [low, high] };
          for (const { around, factor, by } of moves) axis = movedAxis(axis, around, factor, by);
          const [start, end] = axis.range;
          expect(end > start).toBe(!falls);
          resolveLandscape({ version: 1, loss: { id: "circle" }, axes: { negative: { ...axis } } });
          expect(Math.min(start, end)).toBeGreaterThanOrEqual(low - 1e-9);
          expect(Math.max(start, end)).toBeLessThanOrEqual(high + 1e-5);
        },
      ),
      { numRuns: 500, seed: 6 },
    );
  });

  it("moves both axes of a figure, whichever runs to the right, and finds its way back", () => {
    const swapped = { ...figure.axes, horizontal: "positive" as const };
    const moved = movedBy([0, 0], 0.5)(swapped);
    expect(moved).toMatchObject({ negative: { range: [0, 0.5] }, positive: { range: [0, 0.5] } });
    expect(asUsual(moved)).toEqual(swapped);
  });

  const circle = { id: "circle" } as const;
  it.each([
    ["a surface", { kind: "surface", loss: circle }],
    ["boundaries", { kind: "boundaries", entries: [{ loss: circle }] }],
    ["a difference", { kind: "difference", a: { loss: circle }, b: { loss: { id: "triplet" } } }],
    ["a cloud", { kind: "scatter", loss: circle }],
  ])("moves the plane of %s, and of panels all together", (_, rest) => {
    const single = { version: 1, ...rest } as FigureSpec;
    const axes = { negative: { unit: "cosine", range: [0.25, 0.75] }, positive: { range: [0.25, 0.75] } };
    const move = movedBy([0.5, 0.5], 0.5);
    const plane = resolveFigure(single);
    expect(hasPlane(plane)).toBe(true);
    const zoomed = resolveFigure(withPlane(plane, move));
    if (!("axes" in plane)) throw new Error("no axes");
    expect((zoomed as typeof plane).axes).toEqual(move(plane.axes));
    const curves = {
      version: 1,
      kind: "curves",
      curves: [{ loss: circle, draw: { of: "slice", fixed: { sn: 0 } } }],
    };
    const panels = resolveFigure({
      version: 1,
      kind: "panels",
      panels: [single, curves, { version: 1, loss: circle }].map((each) => ({ figure: each })),
    } as FigureSpec);
    const moved = resolveFigure(withPlane(panels, move));
    if (moved.kind !== "panels" || panels.kind !== "panels") throw new Error("no panels");
    expect(moved.panels[2].figure).toMatchObject({ axes });
    expect(moved.panels[0].figure).toMatchObject({ axes: move(plane.axes) });
    expect(moved.panels[1]).toEqual(panels.panels[1]);
  });

  it("leaves figures without a plane as they are", () => {
    const pairs = resolveFigure({
      version: 1,
      kind: "pairs",
      nodes: ["a", "b", "c"].map((name, i) => ({ name, class: i < 2 ? "x" : "y", at: [0.2 * i, 0.5] })),
      anchor: "a",
      loss: { id: "n-pair" },
    } as FigureSpec);
    expect(hasPlane(pairs)).toBe(false);
    expect(withPlane(pairs, asUsual)).toBe(pairs);
  });
});

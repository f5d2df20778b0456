import { array, assert, boolean, constantFrom, double, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { movedAxis, movedPlane, usualPlane } from "../../../src/app/hands/zoom.ts";
import { type Axis, LEGAL_RANGE, UNITS } from "../../../src/spec/axes.ts";
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
    const swapped = { ...figure, axes: { ...figure.axes, horizontal: "positive" as const } };
    const moved = movedPlane(swapped, [0, 0], 0.5);
    expect(moved.axes).toMatchObject({ negative: { range: [0, 0.5] }, positive: { range: [0, 0.5] } });
    expect(usualPlane(moved).axes).toEqual(swapped.axes);
  });
});

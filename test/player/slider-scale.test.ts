import { fc } from "../numerics/seeded.ts";
import { describe, expect, it } from "vitest";
import { stepsOf, type SliderScale, stepToValue, valueToStep } from "../../src/player/slider-scale.ts";
import { LOSSES } from "../../src/losses/index.ts";

const M: SliderScale = { range: [-0.2, 0.6], scale: "linear" };
const GAMMA: SliderScale = { range: [1, 1024], scale: "log" };

describe("a linear slider", () => {
  it("has round steps, about a hundred of them", () => {
    expect(stepsOf(M)).toBe(80);
    expect([0, 1, 45, 46, 80].map((step) => stepToValue(M, step))).toEqual([-0.2, -0.19, 0.25, 0.26, 0.6]);
  });

  it("finds the nearest step, and its ends beyond them", () => {
    expect([-0.2, 0.25, 0.2537, 0.256, 0.6].map((value) => valueToStep(M, value))).toEqual([
      0, 45, 45, 46, 80,
    ]);
    expect([-5, 5].map((value) => valueToStep(M, value))).toEqual([0, 80]);
  });
});

describe("a logarithmic slider", () => {
  it("has the same factor between steps and three digits", () => {
    expect(stepsOf(GAMMA)).toBe(120);
    expect([0, 12, 60, 84, 120].map((step) => stepToValue(GAMMA, step))).toEqual([1, 2, 32, 128, 1024]);
    expect(stepToValue(GAMMA, 1)).toBe(1.06);
  });

  it("finds the nearest step, and its ends beyond them", () => {
    expect([1, 2, 32, 1024].map((value) => valueToStep(GAMMA, value))).toEqual([0, 12, 60, 120]);
    expect([0.001, 1e4].map((value) => valueToStep(GAMMA, value))).toEqual([0, 120]);
  });
});

describe("the sliders of every loss", () => {
  const sliders = LOSSES.flatMap(({ id, params }) =>
    Object.entries(params).flatMap(([name, spec]) =>
      spec.kind === "number" ? [[`${id} ${name}`, spec] as const] : [],
    ),
  );

  it.each(sliders)("%s: every step has a value of its own, legal, rising and found again", (_, spec) => {
    const slider = { range: spec.slider, scale: spec.scale };
    const steps = stepsOf(slider);
    expect(steps).toBeGreaterThanOrEqual(20);
    expect(steps).toBeLessThanOrEqual(125);
    let before = -Infinity;
    for (let step = 0; step <= steps; step++) {
      const value = stepToValue(slider, step);
      expect(value).toBeGreaterThan(before);
      expect(value).toBeGreaterThanOrEqual(spec.min);
      expect(value).toBeLessThanOrEqual(spec.max);
      expect(valueToStep(slider, value)).toBe(step);
      expect(String(value).length).toBeLessThanOrEqual(7);
      before = value;
    }
    expect([stepToValue(slider, 0), stepToValue(slider, steps)]).toEqual(spec.slider);
  });
});

it("of a count stops at whole numbers only", () => {
  const slider = { range: [5, 50], scale: "linear", whole: true } as const;
  expect(stepsOf(slider)).toBe(45);
  expect(stepToValue(slider, 7)).toBe(12);
  expect(valueToStep(slider, 12)).toBe(7);
});

describe("a slider of whatever range was typed", () => {
  const ends = fc
    .record({
      low: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      // from a millionth of the number to a million times it
      width: fc.double({ min: -6, max: 6, noNaN: true }),
    })
    .map(({ low, width }) => [low, low + 10 ** width * Math.max(1e-3, Math.abs(low))] as const);

  const expectSteps = (slider: SliderScale, fewest: number): void => {
    const steps = stepsOf(slider);
    expect(steps).toBeGreaterThanOrEqual(fewest);
    expect(steps).toBeLessThanOrEqual(125);
    let before = -Infinity;
    for (let step = 0; step <= steps; step++) {
      const value = stepToValue(slider, step);
      expect(value).toBeGreaterThan(before);
      expect(value).toBeGreaterThanOrEqual(slider.range[0]);
      expect(value).toBeLessThanOrEqual(slider.range[1]);
      expect(Math.abs(valueToStep(slider, value) - step)).toBeLessThanOrEqual(1);
      before = value;
    }
  };

  it("has rising, legal steps, evenly", () =>
    fc.assert(fc.property(ends, (range) => expectSteps({ range, scale: "linear" }, 50))));

  it("has them by a factor", () =>
    fc.assert(
      fc.property(ends, ([low, high]) => {
        const least = Math.abs(low) + 1e-6;
        expectSteps({ range: [least, least + (high - low)], scale: "log" }, 120);
      }),
    ));
});

import { describe, expect, it } from "vitest";
import { featuresOf } from "../../src/figures/curves-features.ts";
import { sampleCurve } from "../../src/figures/curves-sample.ts";

const near = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((x, i) => expect(Math.abs(x - expected[i])).toBeLessThan(1e-9));
};

describe("zeros", () => {
  it("are where the function passes or touches zero", () => {
    near(featuresOf(Math.sin, [-4, 4]).zeros, [-Math.PI, 0, Math.PI]);
    near(featuresOf((x) => (x - 0.3) ** 2, [0, 1]).zeros, [0.3]);
    near(featuresOf((x) => Math.abs(x - 0.1), [-1, 1]).zeros, [0.1]);
    near(featuresOf((x) => x, [0, 1]).zeros, [0]);
  });

  it("that go on are stretches", () => {
    const { zeros, zeroStretches } = featuresOf(
      (x) => Math.max(0, Math.abs(x) - 0.123456789) * (x - 2),
      [-1, 1],
    );
    expect(zeros).toEqual([]);
    expect(zeroStretches).toHaveLength(1);
    near(zeroStretches[0], [-0.123456789, 0.123456789]);
    expect(featuresOf(() => 0, [0, 1])).toMatchObject({
      zeros: [],
      zeroStretches: [[0, 1]],
      minima: [],
      maxima: [],
    });
  });

  it("are not where it jumps across zero", () => {
    expect(featuresOf((x) => (x < 0.2 ? -1 : 1), [0, 1]).zeros).toEqual([]);
    expect(featuresOf((x) => 1 / (x - 0.2), [0, 1]).zeros).toEqual([]);
  });
});

describe("extrema", () => {
  it("are not where it jumps", () => {
    const saw = (x: number): number => (x < 0.2 ? x : x - 1);
    expect(featuresOf(saw, [0, 1])).toMatchObject({ minima: [], maxima: [] });
  });

  it("that only touch zero count once among the zeros", () => {
    near(featuresOf((degrees) => Math.sin((degrees * Math.PI) / 90) ** 2, [10, 170]).zeros, [90]);
  });

  it("are places lower or higher than both sides, to 1e-9, also at kinks", () => {
    const { minima, maxima } = featuresOf((x) => Math.sin(3 * x) + x, [0, 4]);
    const first = Math.acos(-1 / 3) / 3;
    near(
      maxima.map(({ x }) => x),
      [first, first + (2 * Math.PI) / 3],
    );
    near(
      minima.map(({ x }) => x),
      [(2 * Math.PI) / 3 - first, (4 * Math.PI) / 3 - first].filter((x) => x < 4),
    );
    near(
      featuresOf((x) => -Math.abs(x - 0.1), [-1, 1]).maxima.map(({ x }) => x),
      [0.1],
    );
  });

  it("are no floors, no ends and no rounding", () => {
    expect(featuresOf((x) => Math.max(0, x), [-1, 1])).toMatchObject({ minima: [], maxima: [] });
    expect(featuresOf((x) => x, [-1, 1])).toMatchObject({
      minima: [],
      maxima: [],
      lowest: { x: -1, y: -1 },
      highest: { x: 1, y: 1 },
    });
    const saturated = (x: number): number => 32 / (1 + Math.exp(-300 * x)) + 1e-15 * Math.sin(1e4 * x);
    expect(featuresOf(saturated, [-1, 1])).toMatchObject({ minima: [], maxima: [] });
  });

  it("leave out what is not finite", () => {
    const { lowest, highest } = featuresOf((x) => (x < 0 ? NaN : Math.sqrt(x)), [-1, 1]);
    expect(highest).toEqual({ x: 1, y: 1 });
    expect(lowest).toEqual({ x: 0, y: 0 });
    expect(featuresOf(() => NaN, [0, 1])).toEqual({
      zeros: [],
      zeroStretches: [],
      minima: [],
      maxima: [],
      lowest: null,
      highest: null,
    });
  });
});

describe("sampling", () => {
  it("finds the edge of a gap to the last digits", () => {
    const { gaps, stretches } = sampleCurve((x) => (x > 0.123 && x < 0.456 ? NaN : x), [0, 1]);
    expect(gaps).toHaveLength(1);
    near(gaps[0], [0.123, 0.456]);
    expect(stretches).toHaveLength(2);
    near([stretches[0][0], ...stretches[0].slice(-1), stretches[1][0]], [0, 0.123, 0.456]);
  });

  it("finds a gap that is narrower than its steps", () => {
    const [from, to] = [0.5 + 1 / 960 - 1e-4, 0.5 + 1 / 960 + 1e-4];
    const { gaps } = sampleCurve((x) => (x > from && x < to ? NaN : x), [0, 1]);
    expect(gaps).toHaveLength(1);
    near(gaps[0], [from, to]);
    expect(sampleCurve((x) => (x === 0.5 ? NaN : x), [0, 1]).stretches).toHaveLength(2);
  });

  it("follows an infinite slope without a jump", () => {
    const { jumps, gaps, stretches } = sampleCurve(Math.acos, [-1, 1]);
    expect([jumps, gaps]).toEqual([[], []]);
    const [points] = stretches;
    for (let i = 2; i < points.length; i += 2) {
      const [x, y] = [(points[i] + points[i - 2]) / 2, (points[i + 1] + points[i - 1]) / 2];
      expect(Math.abs(y - Math.acos(x))).toBeLessThan(0.02);
    }
  });

  it("takes a steep slope for no jump, and a jump for one", () => {
    const steep = (x: number): number => Math.tanh(1e6 * (x - 0.3));
    expect(sampleCurve(steep, [0, 1]).jumps).toEqual([]);
    near(sampleCurve((x) => (x < 0.3 ? 0 : 1), [0, 1]).jumps, [0.3]);
  });

  it("takes the clipped end of an infinite slope for no jump, and leaves it out of the frame", () => {
    const pole = (degrees: number): number => {
      const s = Math.cos((degrees * Math.PI) / 180);
      return 1 / Math.sqrt(Math.max(2 ** -52, 2 - 2 * s));
    };
    const { jumps, low, high, cut } = sampleCurve(pole, [0, 180]);
    expect(jumps).toEqual([]);
    expect(cut).toBe(true);
    expect(low).toBeCloseTo(0.5, 12);
    expect(high).toBeLessThan(200);
    expect(sampleCurve((x) => Math.exp(-x / 1e-3), [0, 1])).toMatchObject({ high: 1, cut: false });
  });

  it("has nothing to draw of nothing", () => {
    expect(sampleCurve(() => NaN, [0, 1])).toEqual({
      stretches: [],
      gaps: [[0, 1]],
      jumps: [],
      low: NaN,
      high: NaN,
      cut: false,
    });
  });
});

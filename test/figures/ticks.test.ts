import { describe, expect, it } from "vitest";
import { axisTicks, numberLabel } from "../../src/figures/ticks.ts";
import { LEGAL_RANGE, type Unit, UNITS } from "../../src/spec/axes.ts";
import { fc } from "../numerics/seeded.ts";

const labels = (unit: Unit, range: [number, number], count: number): string[] =>
  axisTicks({ unit, range }, count).map(({ label }) => label);

describe("numberLabel", () => {
  it.each([
    [0, "0"],
    [-0, "0"],
    [0.1 + 0.2, "0.3"],
    [-0.5, "−0.5"],
    [123456.7, "123457"],
    [999999.9, "1e6"],
    [-2e6, "−2e6"],
    [0.0001, "0.0001"],
    [0.00002, "2e−5"],
    [-1e-7, "−1e−7"],
  ])("%d", (x, label) => {
    expect(numberLabel(x)).toBe(label);
  });
});

describe("axisTicks", () => {
  it("in radians stand at multiples of π/4", () => {
    const found = axisTicks({ unit: "radians", range: [0, Math.PI] }, 5);
    expect(found.map(({ label }) => label)).toEqual(["0", "π/4", "π/2", "3π/4", "π"]);
    found.forEach(({ at }, i) => expect(at).toBeCloseTo((i * Math.PI) / 4, 14));
  });

  it("in degrees stand at multiples of 30°", () => {
    const found = axisTicks({ unit: "degrees", range: [0, 180] }, 7);
    expect(found).toEqual([0, 30, 60, 90, 120, 150, 180].map((at) => ({ at, label: `${at}°` })));
  });

  it.each<[Unit, [number, number], number, string[]]>([
    ["radians", [0, Math.PI], 2, ["0", "π/2", "π"]],
    ["radians", [0, Math.PI / 4], 6, ["0", "π/24", "π/12", "π/8", "π/6", "5π/24", "π/4"]],
    ["radians", [1, 2], 5, ["π/3", "5π/12", "π/2", "7π/12"]],
    ["radians", [0.9, 1], 5, ["0.9", "0.92", "0.94", "0.96", "0.98", "1"]],
    ["degrees", [0.2, 0.8], 3, ["0.2°", "0.4°", "0.6°", "0.8°"]],
    ["degrees", [0, 180], 3, ["0°", "90°", "180°"]],
    ["degrees", [40, 70], 7, ["40°", "45°", "50°", "55°", "60°", "65°", "70°"]],
    ["degrees", [0, 4], 5, ["0°", "1°", "2°", "3°", "4°"]],
    ["cosine", [-1, 1], 5, ["−1", "−0.5", "0", "0.5", "1"]],
    ["chord", [0, 2], 4, ["0", "0.5", "1", "1.5", "2"]],
  ])("%s %j, about %d", (unit, range, count, expected) => {
    expect(labels(unit, range, count)).toEqual(expected);
  });

  it("of a falling range are those of the rising one", () => {
    for (const unit of UNITS) {
      const [low, high] = LEGAL_RANGE[unit];
      const rising = axisTicks({ unit, range: [low, high] }, 5);
      const falling = axisTicks({ unit, range: [high, low] }, 5);
      expect(falling.toSorted((a, b) => a.at - b.at)).toEqual(rising);
    }
  });

  it("lie on the axis, are all different, and are at least two whatever the range", () => {
    const part = fc.integer({ min: 0, max: 10_000 }).map((k) => k / 10_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...UNITS),
        part,
        part,
        fc.integer({ min: 3, max: 12 }),
        (unit, a, b, count) => {
          fc.pre(Math.abs(a - b) >= 1e-3);
          const [low, high] = LEGAL_RANGE[unit];
          const range = [low + a * (high - low), low + b * (high - low)] as const;
          const found = axisTicks({ unit, range }, count);
          for (const { at } of found) {
            expect(at).toBeGreaterThanOrEqual(Math.min(...range));
            expect(at).toBeLessThanOrEqual(Math.max(...range));
          }
          expect(new Set(found.map(({ label }) => label)).size).toBe(found.length);
          expect(found.length).toBeGreaterThanOrEqual(2);
          expect(found.length).toBeLessThanOrEqual(2 * count + 1);
        },
      ),
    );
  });
});

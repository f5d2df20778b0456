import { ascending } from "d3";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  colorDomain,
  isLight,
  mapOf,
  MASKED,
  paletteOf,
  shadeOf,
  shadesOf,
} from "../../src/figures/color.ts";
import type { QuantityValues } from "../../src/plane/quantity.ts";

/** Values as a quantity: low and high leave out what is not finite. */
function quantity(values: readonly number[]): QuantityValues {
  const finite = values.filter(Number.isFinite);
  const ends = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [NaN, NaN];
  return {
    values: Float64Array.from(values),
    masked: values.length - finite.length,
    low: ends[0],
    high: ends[1],
  };
}

/** 1001 numbers from a to b. */
const even = (a: number, b: number): number[] =>
  Array.from({ length: 1001 }, (_, i) => a + ((b - a) * i) / 1000);

const shades = (values: readonly number[], low: number, high: number): number[] => [
  ...shadesOf(
    Float64Array.from(values),
    { low, high, from: low, to: high, below: false, above: false },
    new Uint8Array(values.length),
  ),
];

describe("colorDomain", () => {
  it.each([0, 7, -3, 1e17, 1e308, -1e308])("has a height where all is %d", (value) => {
    for (const scale of ["sequential", "diverging"] as const) {
      const { low, high } = colorDomain(quantity([value, value]), scale);
      expect(1 / (high - low)).toBeGreaterThan(0);
    }
  });

  it("runs from the smallest to the largest value", () => {
    expect(colorDomain(quantity(even(2, 7)), "sequential")).toEqual({
      low: 2,
      high: 7,
      from: 2,
      to: 7,
      below: false,
      above: false,
    });
  });

  it("has zero in the middle of a diverging scale and shows only the part that occurs", () => {
    expect(colorDomain(quantity(even(-2, 7)), "diverging")).toMatchObject({
      low: -7,
      high: 7,
      from: -2,
      to: 7,
    });
    expect(colorDomain(quantity(even(-3, -1)), "diverging")).toMatchObject({
      low: -3,
      high: 3,
      from: -3,
      to: -1,
    });
  });

  it("ends, where numbers lie far beyond, at the half per cents that sorting finds", () => {
    const inner = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 400, maxLength: 1500 });
    fc.assert(
      fc.property(inner, fc.nat({ max: 2 }), fc.nat({ max: 2 }), (within, below, above) => {
        const values = [...within.map((x) => x / 500), ...Array(below).fill(-1e9), ...Array(above).fill(1e9)];
        const sorted = values.toSorted(ascending);
        const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
        // a spread of which all but the far ones lie within eight
        fc.pre(at(0.995) - at(0.005) > 0.5);
        const { low, high } = colorDomain(quantity(values), "sequential");
        expect(low).toBe(below > 0 ? at(0.005) : sorted[0]);
        expect(high).toBe(above > 0 ? at(0.995) : sorted[sorted.length - 1]);
      }),
    );
  });

  it("leaves out single values far beyond the rest and says so", () => {
    const above = colorDomain(quantity([...even(0, 1), 1e6]), "sequential");
    expect(above).toMatchObject({ low: 0, above: true, below: false });
    expect(above.high).toBeGreaterThan(0.98);
    expect(above.high).toBeLessThanOrEqual(1);
    const below = colorDomain(quantity([...even(0, 1), -1e6]), "sequential");
    expect(below).toMatchObject({ high: 1, above: false, below: true });
    expect(colorDomain(quantity([...even(-1, 1), 1e6]), "diverging").high).toBeLessThanOrEqual(1);
  });

  it("keeps a smooth tail, however steep", () => {
    const exponential = even(0, 6).map(Math.exp);
    expect(colorDomain(quantity(exponential), "sequential")).toMatchObject({
      high: Math.exp(6),
      above: false,
    });
  });

  it("pays no heed to values that are not finite", () => {
    const mixed = quantity([NaN, 1, Infinity, 2, -Infinity, 3]);
    expect(colorDomain(mixed, "sequential")).toMatchObject({ low: 1, high: 3, above: false, below: false });
  });

  it("of a constant field has room for one colour", () => {
    expect(colorDomain(quantity([3, 3, 3]), "sequential")).toMatchObject({ low: 3, high: 4 });
    expect(colorDomain(quantity([0, 0]), "diverging")).toMatchObject({ low: -1, high: 1 });
    expect(colorDomain(quantity([-5, -5]), "diverging")).toMatchObject({ low: -5, high: 5 });
  });

  it("of nothing but masked cells is 0 to 1", () => {
    expect(colorDomain(quantity([NaN, NaN]), "sequential")).toMatchObject({ low: 0, high: 1 });
    expect(colorDomain(quantity([Infinity]), "diverging")).toMatchObject({ low: 0, high: 1 });
  });

  it("of directions is the whole turn", () => {
    expect(colorDomain(quantity([1, 2]), "cyclic")).toMatchObject({ low: -180, high: 180 });
  });
});

describe("shadesOf", () => {
  it("gives the ends the first and the last shade, and keeps one for masked cells", () => {
    expect(shades([0, 1, 0.5, NaN, Infinity, -Infinity], 0, 1)).toEqual([
      0,
      254,
      127,
      MASKED,
      MASKED,
      MASKED,
    ]);
  });

  it("holds what lies beyond at the ends", () => {
    expect(shades([-5, 6, 1e300, -1e300], 0, 1)).toEqual([0, 254, 254, 0]);
  });

  it("fills and returns what it is given", () => {
    const out = new Uint8Array(2).fill(9);
    const domain = colorDomain(quantity([1, 2]), "sequential");
    expect(shadesOf(Float64Array.of(1, 2), domain, out)).toBe(out);
    expect([...out]).toEqual([0, 254]);
    expect(shadeOf(2, domain)).toBe(254);
  });

  it("rises with the value", () => {
    const found = shades(even(0, 1), 0, 1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(new Set(found).size).toBe(255);
  });
});

const color = (scale: "sequential" | "diverging" | "cyclic", shade: number): number[] => [
  ...paletteOf(mapOf({}, scale)).subarray(3 * shade, 3 * shade + 3),
];

describe("paletteOf", () => {
  it("is viridis for what runs from low to high", () => {
    expect(color("sequential", 0)).toEqual([0x44, 0x01, 0x54]);
    expect(color("sequential", 254)).toEqual([0xfd, 0xe7, 0x25]);
  });

  it("is blue below zero, near white at zero and red above it", () => {
    const [low, middle, high] = [0, 127, 254].map((shade) => color("diverging", shade));
    expect(low[2]).toBeGreaterThan(2 * low[0]);
    expect(Math.min(...middle)).toBeGreaterThan(235);
    expect(high[0]).toBeGreaterThan(2 * high[2]);
  });

  it("closes a circle", () => {
    const [start, end] = [color("cyclic", 0), color("cyclic", 254)];
    for (let c = 0; c < 3; c++) expect(Math.abs(start[c] - end[c])).toBeLessThanOrEqual(2);
  });

  it("has a grey for masked cells that no value has", () => {
    for (const scale of ["sequential", "diverging", "cyclic"] as const) {
      const mask = color(scale, MASKED).join();
      expect(mask).toBe("154,160,166");
      for (let shade = 0; shade < MASKED; shade++) expect(color(scale, shade).join()).not.toBe(mask);
    }
  });
});

describe("isLight", () => {
  it("tells dark viridis from light", () => {
    const domain = colorDomain(quantity([0, 1]), "sequential");
    expect([0, 0.5, 1].map((value) => isLight(value, "sequential", domain))).toEqual([false, false, true]);
  });
});

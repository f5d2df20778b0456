import { describe, expect, it } from "vitest";
import { asPrinted, named, presetFacts, valueAt } from "./printed.ts";

const { PI } = Math;
const THETA = [0, PI / 4, PI / 3, PI / 2, (2 * PI) / 3, (3 * PI) / 4, PI];
const TABLE = {
  "$α_p(s_p − Δ_p)$": ["0.0625", "-0.0232864", "-0.1875", "-0.9375", "-2.1875", "-2.85171", "-3.9375"],
  "$α_n(s_n − Δ_n)$": ["0.9375", "0.4375", "0.1875", "-0.0625", "0", "0", "0"],
};
const facts = presetFacts("blog-transforms");
const blue = named(facts, "curves", "$α_p(s_p − Δ_p)$");
const orange = named(facts, "curves", "$α_n(s_n − Δ_n)$");

describe("the post's similarity transforms (catalogue 10.4)", () => {
  it.each(Object.entries(TABLE))("%s at every angle of the table", (name, row) => {
    const curve = named(facts, "curves", name);
    // exact zeros and eighths come to within rounding of π
    const rounded = THETA.map((theta) => Number(Number(valueAt(curve, theta)).toPrecision(12)));
    expect(rounded.map((value, i) => asPrinted(value, row[i]))).toEqual(row);
  });

  it("blue is zero at s = 0.75 and nowhere else", () => {
    expect(blue.zeros).toHaveLength(1);
    expect(blue.zeroStretches).toEqual([]);
    const [zero] = blue.zeros as readonly number[];
    expect(asPrinted(zero, "0.722734")).toBe("0.722734");
    expect(Math.abs(zero - Math.acos(0.75))).toBeLessThan(1e-12);
  });

  it("orange is zero at 1.318116, and from 1.823477 on", () => {
    const [zero, ...others] = orange.zeros as readonly number[];
    expect(others).toEqual([]);
    expect(asPrinted(zero, "1.318116")).toBe("1.318116");
    const [[from, to], ...more] = orange.zeroStretches as readonly (readonly number[])[];
    expect(more).toEqual([]);
    expect(asPrinted(from, "1.823477")).toBe("1.823477");
    expect(Math.abs(from - Math.acos(-0.25))).toBeLessThan(1e-12);
    expect(to).toBe(PI);
  });

  it("orange is lowest at π/2, with −0.0625", () => {
    const [minimum, ...others] = orange.minima as readonly { readonly x: number; readonly y: number }[];
    expect(others).toEqual([]);
    expect(Math.abs(minimum.x - PI / 2)).toBeLessThan(1e-9);
    expect(Math.abs(minimum.y + 0.0625)).toBeLessThan(1e-15);
    expect(orange.lowest).toEqual(minimum);
  });
});

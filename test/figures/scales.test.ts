import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { bent, bentTicks, LINEAR, powerLabel } from "../../src/figures/bend.ts";
import { MASKED, paletteOf, shadeOf } from "../../src/figures/color.ts";
import { COLOUR_MAPS, type ColourMap } from "../../src/figures/colour-maps/maps.ts";
import { lookDomain } from "../../src/figures/look-domain.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PLAIN_LOOK } from "../../src/spec/resolve.ts";
import { inGroup, paths, texts } from "./support.ts";

const values = (numbers: readonly number[]) => ({
  values: Float64Array.from(numbers),
  masked: 0,
  low: Math.min(...numbers),
  high: Math.max(...numbers),
});

/** CIE 1976 lightness of an sRGB colour (IEC 61966-2-1, D65). */
function lightness([r, g, b]: readonly number[]): number {
  const [red, green, blue] = [r, g, b].map((byte) => {
    const c = byte / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return y > 216 / 24389 ? 116 * Math.cbrt(y) - 16 : (24389 / 27) * y;
}

const steps = Array.from({ length: 65 }, (_, i) => i / 64);

describe("colour maps", () => {
  it("are those of their authors", () => {
    // matplotlib's viridis and cividis, Crameri's batlow and vik 7.0.1, ColorBrewer's RdBu of 11 classes
    expect([0, 1].map(COLOUR_MAPS.viridis)).toEqual([
      [68, 1, 84],
      [253, 231, 37],
    ]);
    expect(COLOUR_MAPS.viridis(0.5)).toEqual([33, 145, 140]);
    expect([0, 1].map(COLOUR_MAPS.batlow)).toEqual([
      [1, 25, 89],
      [250, 204, 250],
    ]);
    expect(COLOUR_MAPS.batlow(127 / 255)).toEqual([129, 130, 50]);
    expect([0, 0.5, 1].map(COLOUR_MAPS.vik)).toEqual([
      [0, 18, 97],
      [236, 229, 224],
      [89, 0, 8],
    ]);
    expect([0, 1].map(COLOUR_MAPS.RdBu)).toEqual([
      [5, 48, 97],
      [103, 0, 31],
    ]);
    expect(COLOUR_MAPS.cividis(0)[2]).toBeGreaterThan(70);
  });

  it.each(["viridis", "cividis", "batlow"] as const)(
    "%s becomes lighter all the way: it survives a grey printer",
    (map) => {
      const light = steps.map((part) => lightness(COLOUR_MAPS[map](part)));
      for (let i = 1; i < light.length; i++) expect(light[i]).toBeGreaterThan(light[i - 1] - 0.35);
      expect(light[64] - light[0]).toBeGreaterThan(60);
    },
  );

  it.each(["RdBu", "vik"] as const)("%s is lightest at zero and as dark on both sides", (map) => {
    const light = (part: number): number => lightness(COLOUR_MAPS[map](part));
    for (const part of steps.filter((each) => each < 0.5)) {
      expect(light(part)).toBeLessThan(light(0.5) + 0.3);
      expect(Math.abs(light(part) - light(1 - part))).toBeLessThan(16);
    }
  });
});

describe("a logarithmic scale", () => {
  const look = { ...PLAIN_LOOK, scale: "log" } as const;
  const domain = lookDomain(values([1e-4, 1e-3, 0.1, 10, 100]), "sequential", look);

  it("gives every decade as many shades", () => {
    const shades = [1e-4, 1e-2, 1, 100].map((value) => shadeOf(value, domain));
    expect(shades[0]).toBe(0);
    expect(shades[3]).toBe(254);
    for (const i of [1, 2, 3]) expect(Math.abs(shades[i] - shades[i - 1] - 85)).toBeLessThanOrEqual(1);
  });

  it("shows eight decades at most, what is not above zero as beyond its lower end, and masks what is no number", () => {
    const wide = lookDomain(values([0, 1e-200, 1, 1000]), "sequential", look);
    expect(wide).toMatchObject({ from: 1e-5, below: true });
    expect(shadeOf(0, wide)).toBe(0);
    expect(shadeOf(-1, wide)).toBe(0);
    expect(shadeOf(NaN, wide)).toBe(MASKED);
  });

  it("of signed numbers is symmetric, with zero in the middle of the map", () => {
    const signed = lookDomain(values([-50, -1, 0, 3, 200]), "diverging", { ...look, diverging: "vik" });
    expect(signed.bend?.kind).toBe("symlog");
    expect(shadeOf(0, signed)).toBe(127);
    expect([...paletteOf("vik").subarray(381, 384)]).toEqual([236, 229, 224]);
    for (const value of [0.01, 1, 40])
      expect(shadeOf(value, signed) + shadeOf(-value, signed)).toBeGreaterThanOrEqual(253);
    expect(shadeOf(1, signed)).toBeGreaterThan(150);
  });

  it("leaves directions and flat fields alone", () => {
    expect(lookDomain(values([1, 2]), "cyclic", look).bend).toBeUndefined();
    expect(lookDomain(values([0, 0]), "sequential", look).bend).toBeUndefined();
  });
});

describe("ticks of a bent scale", () => {
  it("are powers of ten, or 1, 2, 5 over a short way", () => {
    expect(bentTicks(1e-4, 100, 8, { kind: "log" })).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10, 100]);
    expect(bentTicks(2, 60, 8, { kind: "log" })).toEqual([2, 5, 10, 20, 50]);
    expect(bentTicks(1e-8, 1, 3, { kind: "log" })).toEqual([1e-6, 1e-3, 1]);
    expect(bentTicks(-100, 100, 8, { kind: "symlog", within: 0.1 })).toEqual([
      -100, -10, -1, -0.1, 0, 0.1, 1, 10, 100,
    ]);
    expect(bentTicks(0, 1, 5, LINEAR)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect([1e-3, 1e-2, 1000, 1e4, -1e5, 0, 3].map(powerLabel)).toEqual([
      "$10^{−3}$",
      undefined,
      undefined,
      "$10^{4}$",
      "−$10^{5}$",
      undefined,
      undefined,
    ]);
  });

  it.each<[string, FigureSpec]>([
    ["log", { version: 1, loss: { id: "circle" }, look: { scale: "log" }, samples: 48 }],
    [
      "symlog",
      {
        version: 1,
        loss: { id: "circle" },
        quantity: "dSn",
        look: { scale: "symlog" },
        samples: 48,
        axes: { negative: { range: [-1, 1] } },
      },
    ],
  ])("stand beside the colours they name: %s", (scale, spec) => {
    const legend = inGroup(drawFigure(spec), "legend");
    const found = texts(legend)
      .map(({ runs, y }) => ({
        text: runs.map((run) => (run.shift < 0 ? `^${run.text}` : run.text)).join(""),
        y,
      }))
      .flatMap(({ text, y }) => {
        const value = numberIn(text);
        return value === undefined ? [] : [{ value, y }];
      });
    expect(found.length).toBeGreaterThan(3);
    const bend = scale === "log" ? ({ kind: "log" } as const) : undefined;
    if (bend) {
      // equal ratios, equal distances
      const perDecade = found
        .slice(1)
        .map(({ value, y }, i) => (y - found[i].y) / (bent(value, bend) - bent(found[i].value, bend)));
      for (const each of perDecade) expect(each).toBeCloseTo(perDecade[0], 1);
    } else expect(found.some(({ value }) => value === 0)).toBe(true);
    expect(paths(legend).length).toBeGreaterThan(0);
  });
});

/** `10^−3`, `0.01`, `−50`; undefined for words. */
function numberIn(text: string): number | undefined {
  const plain = text.replaceAll("−", "-");
  const power = /^(-?)10\^(-?\d+)$/.exec(plain);
  if (power) return (power[1] ? -1 : 1) * 10 ** Number(power[2]);
  return /^-?[\d.]+$/.test(plain) ? Number(plain) : undefined;
}

it("what map a domain has is what the figure asks for", () => {
  const maps: readonly ColourMap[] = ["viridis", "cividis", "batlow"];
  for (const sequential of maps)
    expect(
      lookDomain(values([1, 2]), "sequential", { ...PLAIN_LOOK, sequential: sequential as "viridis" }).map,
    ).toBe(sequential);
});

import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import {
  type Bend,
  bent,
  bentTicks,
  LINEAR,
  minorTicks,
  tickLabels,
  unbent,
} from "../../src/figures/bend.ts";
import { type ColorDomain, MASKED, paletteOf, shadeOf } from "../../src/figures/color.ts";
import { COLOUR_MAPS, type ColourMap } from "../../src/figures/colour-maps/maps.ts";
import { prepareFigure } from "../../src/figures/figure.ts";
import { isolineLevels } from "../../src/figures/isolines.ts";
import { lookDomain } from "../../src/figures/look-domain.ts";
import { scaleNote } from "../../src/figures/scale-note.ts";
import { type FigureSpec, resolveFigure } from "../../src/spec/figure.ts";
import { QUANTITIES } from "../../src/spec/quantities.ts";
import { PLAIN_LOOK } from "../../src/spec/resolve.ts";
import { images, inGroup, paths, texts } from "./support.ts";
import { lightness } from "./cielab.ts";

const values = (numbers: readonly number[]) => ({
  values: Float64Array.from(numbers),
  masked: 0,
  low: Math.min(...numbers),
  high: Math.max(...numbers),
});

const LOSS = QUANTITIES.loss;
const SIGNED = QUANTITIES.z;

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
    // of batlow.cpt and vik.cpt, as GMT 6.4 ships them, whose every line the tables were compared with
    expect([0, 64, 127, 191, 255].map((entry) => COLOUR_MAPS.batlow(entry / 255))).toEqual([
      [1, 25, 89],
      [34, 96, 97],
      [129, 130, 50],
      [241, 157, 107],
      [250, 204, 250],
    ]);
    expect([0, 64, 127, 191].map((entry) => COLOUR_MAPS.vik(entry / 254))).toEqual([
      [0, 18, 97],
      [48, 125, 166],
      [236, 229, 224],
      [194, 112, 65],
    ]);
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
      expect(Math.abs(light(part) - light(1 - part))).toBeLessThan(9);
    }
  });
});

describe("a logarithmic scale", () => {
  const look = { ...PLAIN_LOOK, scale: "log" } as const;
  const domain = lookDomain(values([1e-4, 1e-3, 0.1, 10, 100]), LOSS, look);

  it("gives every decade as many shades", () => {
    const shades = [1e-4, 1e-2, 1, 100].map((value) => shadeOf(value, domain));
    expect(shades[0]).toBe(0);
    expect(shades[3]).toBe(254);
    for (const i of [1, 2, 3]) expect(Math.abs(shades[i] - shades[i - 1] - 85)).toBeLessThanOrEqual(1);
  });

  it("shows eight decades at most, what is not above zero as beyond its lower end, and masks what is no number", () => {
    const wide = lookDomain(values([0, 1e-200, 1, 1000]), LOSS, look);
    expect(wide.from).toBeCloseTo(1e-5, 12);
    expect(wide.below).toBe(true);
    expect([0, -1, NaN, Infinity].map((value) => shadeOf(value, wide))).toEqual([0, 0, MASKED, MASKED]);
  });

  it("leaves out a single number far beyond the rest by its powers of ten, not by its size", () => {
    const even = Array.from({ length: 999 }, (_, i) => 1 + i / 999);
    expect(lookDomain(values([...even, 80]), LOSS, look)).toMatchObject({ high: 80, above: false });
    expect(lookDomain(values([...even, 1e30]), LOSS, look)).toMatchObject({ above: true });
  });

  it("of signed numbers is symmetric, with zero in the middle of the map", () => {
    const signed = lookDomain(values([-50, -1, 0, 3, 200]), SIGNED, { ...look, diverging: "vik" });
    expect(signed.bend).toEqual({ kind: "symlog", within: 1 });
    expect(signed).toMatchObject({ low: -200, high: 200, from: -50, to: 200 });
    expect(shadeOf(0, signed)).toBe(127);
    expect([...paletteOf("vik").subarray(381, 384)]).toEqual([236, 229, 224]);
    for (const value of [0.01, 1, 40])
      expect(shadeOf(value, signed) + shadeOf(-value, signed)).toBeGreaterThanOrEqual(253);
    // linear to 1, which takes as much as a power of ten: 3.3 of them to 200
    expect(shadeOf(1, signed)).toBe(Math.floor(127.5 * (1 + 1 / (1 + Math.log10(200)))));
  });

  it("is linear within a power of ten, one to four of them below the largest", () => {
    const within = (numbers: readonly number[]) => lookDomain(values(numbers), SIGNED, look).bend;
    expect(within([-1e-100, 1e-90, -1e-80, 3, 20])).toEqual({ kind: "symlog", within: 0.01 });
    expect(within([-19, 18, 20])).toEqual({ kind: "symlog", within: 1 });
  });

  it("leaves directions, logarithms and flat fields alone, and takes numbers of both signs both ways", () => {
    const of = (numbers: readonly number[], quantity: Parameters<typeof lookDomain>[1]) =>
      lookDomain(values(numbers), quantity, look).bend?.kind;
    expect(of([1, 2], QUANTITIES.direction)).toBeUndefined();
    expect(of([1, 2], QUANTITIES.logLoss)).toBeUndefined();
    expect(of([-1, 2], QUANTITIES.paceRatio)).toBeUndefined();
    expect(of([0, 0], LOSS)).toBeUndefined();
    expect(of([0, 5], LOSS)).toBeUndefined();
    expect(of([-1, 0, 2, 5], LOSS)).toBe("symlog");
  });

  it("says in the caption what it is, how many are not above zero, and why it is another", () => {
    const note = (
      quantity: (typeof QUANTITIES)[keyof typeof QUANTITIES],
      numbers: readonly number[],
      bar = true,
    ) =>
      scaleNote({
        quantity,
        asked: "log",
        domain: lookDomain(values(numbers), quantity, look),
        values: Float64Array.from(numbers),
        bar,
      });
    expect(note(LOSS, [1, 2, 3])).toBe(", on a logarithmic scale");
    expect(note(LOSS, [0, 0, 2, 3])).toBe(
      ", on a logarithmic scale (lowest colour: 2 of 4 nodes, which are not above 0)",
    );
    expect(note(SIGNED, [-19, 18, 20])).toBe(
      ", on a logarithmic scale both ways from zero (signed numbers), linear between the innermost marks of its bar",
    );
    expect(note(SIGNED, [-19, 18, 20], false)).toContain("linear within $±1$");
    expect(note(QUANTITIES.direction, [1, 2])).toContain("linear scale (directions have no logarithm)");
    expect(note(QUANTITIES.logLoss, [1, 2])).toContain("linear scale (it is a logarithm already)");
    expect(note(LOSS, [0, 0])).toContain("linear scale (there is nothing to take a logarithm of)");
    expect(
      scaleNote({ quantity: LOSS, asked: "linear", domain: {}, values: new Float64Array(1), bar: true }),
    ).toBe("");
  });

  it("is spoken of by every kind that has colours, as it is drawn", () => {
    const circle = { loss: { id: "circle" }, samples: 16, look: { scale: "log" } } as const;
    const surface = { version: 1, kind: "surface", ...circle } as const;
    const compared = {
      version: 1,
      kind: "difference",
      a: { loss: { id: "circle" } },
      b: { loss: { id: "am-softmax" } },
      quantity: "loss",
      samples: 16,
      look: { scale: "log" },
    } as const;
    const expected: readonly (readonly [FigureSpec, string, string | undefined])[] = [
      [{ version: 1, ...circle }, "Colour: loss, on a logarithmic scale", "log"],
      [{ ...surface, quantity: "loss" } as FigureSpec, "colour: loss, on a logarithmic scale", "log"],
      [
        { ...surface, quantity: "logLoss", colour: "loss" } as FigureSpec,
        "Colour: loss, on a logarithmic scale",
        "log",
      ],
      [
        { ...surface, quantity: "absDSn", transform: "negativeLog" } as FigureSpec,
        "it is a logarithm already",
        undefined,
      ],
      [{ ...surface, quantity: "loss", palette: "height" } as FigureSpec, "colour: loss.", undefined],
      [{ ...compared, compare: "difference" } as FigureSpec, "both ways from zero", "symlog"],
      [{ ...compared, compare: "ratio" } as FigureSpec, "it is a logarithm already", undefined],
    ];
    for (const [spec, words, kind] of expected) {
      const { caption, colours } = prepareFigure(resolveFigure(spec));
      expect(caption).toContain(words);
      expect(colours?.domain.bend?.kind, caption).toBe(kind);
    }
  });

  it("changes no fact and no number", () => {
    const spec: FigureSpec = { version: 1, loss: { id: "circle" }, samples: 24 };
    const plain = prepareFigure(resolveFigure(spec));
    const bentOne = prepareFigure(resolveFigure({ ...spec, look: { scale: "log", sequential: "batlow" } }));
    expect(bentOne.facts()).toEqual(plain.facts());
    expect(bentOne.table()).toEqual(plain.table());
  });

  it.each<Bend>([LINEAR, { kind: "log" }, { kind: "symlog", within: 0.1 }])("is undone: $kind", (bend) => {
    for (const value of [1e-3, 0.05, 0.1, 0.7, 30, 4e5])
      for (const each of bend.kind === "log" ? [value] : [value, -value, 0])
        expect(unbent(bent(each, bend), bend)).toBeCloseTo(each, 9);
  });
});

describe("ticks of a bent scale", () => {
  const symlog: Bend = { kind: "symlog", within: 0.1 };

  it("are powers of ten, or 1, 2, 5 over a short way", () => {
    expect(bentTicks(1e-4, 100, 8, { kind: "log" })).toEqual([1e-4, 1e-3, 0.01, 0.1, 1, 10, 100]);
    expect(bentTicks(2, 60, 8, { kind: "log" })).toEqual([2, 5, 10, 20, 50]);
    expect(bentTicks(1e-8, 1, 3, { kind: "log" })).toEqual([1e-6, 1e-3, 1]);
    expect(bentTicks(-100, 100, 8, symlog)).toEqual([-100, -10, -1, -0.1, 0, 0.1, 1, 10, 100]);
    expect(bentTicks(0, 1, 5, LINEAR)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it("of a symmetric scale have the ends of its linear part among them, however few there are", () => {
    for (const count of [2, 3, 4, 6, 10]) {
      const found = bentTicks(-3e4, 2e3, count, symlog);
      expect(found.filter((tick) => Math.abs(tick) <= 0.1)).toEqual([-0.1, 0, 0.1]);
    }
  });

  it("are written as powers of ten, all of them where one has to be", () => {
    const log: Bend = { kind: "log" };
    expect(tickLabels([0.01, 0.1, 1, 1000], log)).toEqual(["0.01", "0.1", "1", "1000"]);
    expect(tickLabels([1e-3, 1, 1e3], log)).toEqual(["$10^{−3}$", "$10^{0}$", "$10^{3}$"]);
    expect(tickLabels([-1e5, -10, 0, 10], symlog)).toEqual(["$−10^{5}$", "$−10^{1}$", "0", "$10^{1}$"]);
    expect(tickLabels([0.001, 0.002], LINEAR)).toEqual(["0.001", "0.002"]);
    expect(tickLabels([2, 5], log)).toEqual(["2", "5"]);
  });

  it("have lesser ones between them, but not so many that they blur", () => {
    expect(minorTicks(0.5, 20, { kind: "log" })).toEqual([0.6, 0.7, 0.8, 0.9, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(minorTicks(-0.3, 0.05, symlog)).toEqual([-0.2]);
    expect(minorTicks(1e-12, 1, { kind: "log" })).toEqual([]);
    expect(minorTicks(0, 1, LINEAR)).toEqual([]);
  });

  it("are the levels of the isolines", () => {
    const domain = lookDomain(values([1e-4, 0.1, 300]), LOSS, { ...PLAIN_LOOK, scale: "log" });
    expect(isolineLevels(domain, 8)).toEqual([1e-3, 0.01, 0.1, 1, 10, 100]);
  });
});

const LOGS: readonly (readonly [string, FigureSpec])[] = [
  ["log", { version: 1, loss: { id: "circle" }, look: { scale: "log" }, samples: 48 }],
  [
    "log with both ends pointed",
    { version: 1, loss: { id: "triplet" }, look: { scale: "log" }, samples: 48 },
  ],
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
  [
    "symlog both ways",
    { version: 1, loss: { id: "circle" }, quantity: "z", look: { scale: "symlog" }, samples: 48 },
  ],
  ["linear", { version: 1, loss: { id: "circle" }, quantity: "z", samples: 48 }],
];

describe("the colour bar", () => {
  it.each(LOGS)("has each mark beside the shade of its number: %s", (_, spec) => {
    const { domain } = prepareFigure(resolveFigure(spec)).colours ?? {};
    if (!domain) throw new Error("no colours");
    const legend = inGroup(drawFigure(spec), "legend");
    const [{ box, raster }] = images(legend);
    const [major, minor] = paths(legend).filter(({ d, stroke }) => stroke !== undefined && isRungs(d));
    const numbers = texts(legend).flatMap(({ runs, y, size }) => {
      const value = numberIn(runs.map((run) => (run.shift < 0 ? `^${run.text}` : run.text)).join(""));
      return value === undefined ? [] : [{ value, y: y - 0.34 * size }];
    });
    const rungs = rungsOf(major.d);
    expect(numbers.length).toBeGreaterThan(3);
    expect(rungs.length).toBe(numbers.length);
    for (const [i, { value, y }] of numbers.entries()) {
      expect(rungs[i]).toBeCloseTo(y, 1);
      expectBeside(y, value, domain);
    }
    if (domain.bend) {
      const lesser = minorTicks(domain.from, domain.to, domain.bend).filter(
        (tick) => !numbers.some(({ value }) => value === tick),
      );
      expect(rungsOf(minor.d).length).toBe(lesser.length);
      lesser.forEach((value, i) => expectBeside(rungsOf(minor.d)[i], value, domain));
    }

    function expectBeside(y: number, value: number, on: ColorDomain) {
      const row = Math.min(raster.rows - 1, Math.floor(((y - box.y) / box.height) * raster.rows));
      expect(Math.abs(raster.indices[row] - shadeOf(value, on)), String(value)).toBeLessThanOrEqual(1);
    }
  });
});

/** Level strokes only. */
const isRungs = (d: string): boolean => /^(M\S+ (\S+)L\S+ \2)+$/.test(d) || rungsOf(d).length > 2;
const rungsOf = (d: string): number[] =>
  [...d.matchAll(/M\S+ ([\d.]+)L\S+ \1(?=M|$)/g)].map(([, y]) => Number(y));

/** `10^−3`, `0.01`, `−50`; undefined for words. */
function numberIn(text: string): number | undefined {
  const plain = text.replaceAll("−", "-");
  const power = /^(-?)10\^(-?\d+)$/.exec(plain);
  if (power) return (power[1] ? -1 : 1) * Number(`1e${power[2]}`);
  return /^-?[\d.]+$/.test(plain) ? Number(plain) : undefined;
}

it("what map a domain has is what the figure asks for", () => {
  const maps: readonly ColourMap[] = ["viridis", "cividis", "batlow"];
  for (const sequential of maps)
    expect(lookDomain(values([1, 2]), LOSS, { ...PLAIN_LOOK, sequential: sequential as "viridis" }).map).toBe(
      sequential,
    );
});

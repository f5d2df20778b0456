import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { findPreset } from "../../../src/spec/presets.ts";

/** The numbers of the catalogue's section 10.5, by the angles (θ_p, θ_n). */

interface SurfaceFacts {
  readonly title: string;
  readonly axis: readonly number[];
  readonly lowest: { readonly height: number; readonly sn: number; readonly sp: number };
  readonly highest: { readonly height: number; readonly sn: number; readonly sp: number };
  readonly readings: Readonly<Record<string, { height: number; z: number; sn: number; sp: number }>>;
  readonly boundary: { readonly at: readonly { readonly sn: number; readonly sp: readonly number[] }[] };
}

const facts = figureFacts(findPreset("blog-surface").spec) as unknown as SurfaceFacts;

// θ_p, θ_n, height
const HEIGHTS: readonly (readonly [string, number])[] = [
  ["0, 0", 0.875],
  ["0, π/2", -0.125],
  ["0, 1.823477", -0.0625],
  ["0, 2π/3", -0.0625],
  ["0, π", -0.0625],
  ["π/2, π/2", 0.875],
  ["π, 0", 4.875],
  ["π, π/2", 3.875],
  ["π, π", 3.9375],
  ["T", 0],
];

const ANGLES: Readonly<Record<string, number>> = {
  "0": 0,
  "π/2": Math.PI / 2,
  "2π/3": (2 * Math.PI) / 3,
  π: Math.PI,
};

describe("the surface of the post", () => {
  it.each(HEIGHTS)("has at (θ_p, θ_n) = (%s) the height %d", (name, height) => {
    const reading = facts.readings[name];
    expect(reading.height).toBeCloseTo(height, 12);
    expect(reading.z).toBe(reading.height);
    const [thetaP, thetaN] =
      name === "T" ? [0.722734, 1.318116] : name.split(", ").map((angle) => ANGLES[angle] ?? Number(angle));
    expect(Math.acos(reading.sp)).toBeCloseTo(thetaP, 6);
    expect(Math.acos(reading.sn)).toBeCloseTo(thetaN, 6);
  });

  it("has its global minimum at (0, π/2) and its maximum at (π, 0)", () => {
    expect(facts.lowest.height).toBeCloseTo(-0.125, 12);
    expect(Math.acos(facts.lowest.sp)).toBeCloseTo(0, 12);
    expect(Math.acos(facts.lowest.sn)).toBeCloseTo(Math.PI / 2, 12);
    expect(facts.highest.height).toBeCloseTo(4.875, 12);
    expect(Math.acos(facts.highest.sp)).toBeCloseTo(Math.PI, 12);
    expect(Math.acos(facts.highest.sn)).toBeCloseTo(0, 12);
    expect(facts.axis).toEqual([-2, 5]);
  });

  it("has its zero on the arc, then at θ_p = arccos 0.75 for θ_n from 1.823477 on", () => {
    for (const { sn, sp } of facts.boundary.at) {
      expect(sp).toHaveLength(1);
      if (Math.acos(sn) >= 1.8234) expect(sp[0]).toBeCloseTo(0.75, 12);
      else expect(sn ** 2 + (1 - sp[0]) ** 2).toBeCloseTo(2 * 0.25 ** 2, 12);
    }
    expect(facts.boundary.at.map(({ sn }) => sn)).toEqual([0, 0.25, -0.25, -0.5, -1]);
  });
});

describe("its companions", () => {
  const panelsOf = (name: string): readonly SurfaceFacts[] =>
    (figureFacts(findPreset(name).spec) as unknown as { readonly panels: readonly SurfaceFacts[] }).panels;

  it("say for every variant what the catalogue's formulas say on the shelf, in the pit and opposite", () => {
    const m = 0.25;
    const positive = (s: number): number => m ** 2 - (1 - s) ** 2;
    const paced = (s: number): number => (4 * m ** 2 - Math.max(0, 1 + m - s) ** 2) / 2;
    const margins: readonly ((sp: number, sn: number) => number)[] = [
      (sp, sn) => Math.max(0, sn + m) * (sn - m) - positive(sp),
      (sp, sn) => Math.max(0, sn) ** 2 - m ** 2 - positive(sp),
      (sp, sn) => sn * Math.abs(sn) - m ** 2 - positive(sp),
      (sp, sn) => sn ** 2 - m ** 2 - positive(sp),
      (sp, sn) => (Math.max(0, sn + m) ** 2 - 4 * m ** 2) / 2 - paced(sp),
    ];
    const panels = panelsOf("blog-surface-variants");
    expect(panels.map(({ title }) => title)).toEqual(["Circle", "flat", "monotone", "disc", "paced"]);
    panels.forEach(({ readings }, i) => {
      for (const { sn, sp, height } of Object.values(readings))
        expect(height).toBeCloseTo(margins[i](sp, sn), 12);
    });
  });

  it("leave out the quads where a gradient vanishes, and say how many", () => {
    for (const panel of panelsOf("blog-surface-log-gradients")) {
      const { title, leftOut, masked } = panel as SurfaceFacts & { leftOut: number; masked: number };
      // the negatives of Circle, flat and paced get no gradient on a whole stretch of angles
      if (/^(Circle|flat|paced).*negative$/.test(title)) expect(leftOut, title).toBeGreaterThan(400);
      else if (/^(monotone|disc).*negative$/.test(title)) expect(leftOut, title).toBe(0);
      expect(leftOut > 0, title).toBe(masked > 0);
    }
  });
});

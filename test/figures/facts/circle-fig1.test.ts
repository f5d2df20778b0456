import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import type { Facts } from "../../../src/figures/prepared.ts";
import type { LandscapeSpec } from "../../../src/spec/landscape-schema.ts";
import type { PanelsSpec } from "../../../src/spec/panels.ts";
import { findPreset } from "../../../src/spec/presets.ts";
import { asPrinted, listIn, presetFacts } from "./printed.ts";

const preset = findPreset("circle-fig1").spec as PanelsSpec;
const [a, b] = listIn(presetFacts("circle-fig1"), "panels");

/** A panel with another loss of the catalogue in it. */
const changed = (panel: number, loss: LandscapeSpec["loss"], rest: Partial<LandscapeSpec> = {}): Facts =>
  figureFacts({ ...(preset.panels[panel].figure as LandscapeSpec), loss, ...rest });
const attached = changed(1, {
  id: "circle",
  params: { gamma: 256, margin: 0.25 },
  gradient: "attached",
});

const pointIn = (facts: Facts, name: string): Facts => (facts.points as Facts)[name] as Facts;
const boundaryOf = (facts: Facts): Facts => facts.boundary as Facts;
const sizesAt = (facts: Facts, name: string): readonly unknown[] => {
  const { dSp, dSn } = pointIn(facts, name).perScale as Facts;
  return [dSp, dSn];
};
const printedAt = (facts: Facts, name: string, printed: readonly [string, string]) =>
  expect(
    sizesAt(facts, name).map((size, i) => asPrinted(size, printed[i])),
    name,
  ).toEqual(printed);
const crossingsOf = (facts: Facts): (readonly unknown[])[] =>
  listIn(boundaryOf(facts), "crossings").map(({ negative, positive }) => [negative, positive]);

describe("optimisation manners (catalogue 10.1)", () => {
  it("has A, C and B on the diagonal in both panels", () => {
    for (const panel of [a, b])
      for (const [name, s] of [
        ["A", 0.2],
        ["C", 0.5],
        ["B", 0.75],
      ] as const)
        expect(pointIn(panel, name)).toMatchObject({ sn: s, sp: s });
  });

  it("has T and T′ of the paper's text on the boundary of (a), m = 0.3", () => {
    expect(pointIn(a, "T")).toMatchObject({ sn: 0.2, sp: 0.5 });
    expect(pointIn(a, "T′").sn).toBe(0.4);
    expect(asPrinted(pointIn(a, "T′").sp, "0.7")).toBe("0.7");
  });

  it.each([
    ["A", "23.2"],
    ["C", "45"],
    ["B", "63.4"],
  ])("moves %s at %s° from +s_p by the detached gradient", (name, degrees) => {
    expect(Number(pointIn(b, name).direction).toFixed(1)).toBe(Number(degrees).toFixed(1));
  });

  it.each([
    ["A", "14.0"],
    ["C", "45.0"],
    ["B", "71.6"],
  ])("moves %s at %s° by the attached one", (name, degrees) => {
    expect(Number(pointIn(attached, name).direction).toFixed(1)).toBe(degrees);
  });

  it("moves every pair at 45° by the triplet loss and AM-Softmax", () => {
    const triplet = changed(0, { id: "triplet" });
    for (const facts of [a, triplet])
      for (const name of ["A", "B", "C"])
        expect(Math.abs(Number(pointIn(facts, name).direction) - 45)).toBeLessThan(1e-9);
  });

  it("has the sizes of both partials over γ, detached: (|∂_p|, |∂_n|)", () => {
    printedAt(b, "A", ["1.05", "0.45"]);
    printedAt(b, "C", ["0.75", "0.75"]);
    printedAt(b, "B", ["0.5", "1"]);
    printedAt(b, "T", ["0.25", "0.25"]);
    printedAt(b, "T′", ["0.294558", "0.175"]);
  });

  it("has them attached", () => {
    printedAt(attached, "A", ["1.6", "0.4"]);
    printedAt(attached, "C", ["1", "1"]);
    printedAt(attached, "B", ["0.5", "1.5"]);
    printedAt(attached, "T", ["0.25", "0.25"]);
    printedAt(attached, "T′", ["0.339116", "0.1"]);
  });

  it("has T′ of (b) on the arc", () => {
    expect(pointIn(b, "T′").sn).toBe(0.1);
    expect(asPrinted(pointIn(b, "T′").sp, "0.660884")).toBe("0.660884");
  });

  it("pulls with AM-Softmax's whole γ at A, B and C to 1e-8, with half of it at T and T′", () => {
    for (const name of ["A", "B", "C"])
      for (const size of sizesAt(a, name)) expect(Math.abs(Number(size) - 1)).toBeLessThan(1e-8);
    printedAt(a, "T", ["0.5", "0.5"]);
    printedAt(a, "T′", ["0.5", "0.5"]);
  });

  it("meets the frame where it should for m = 0.25", () => {
    const line = changed(0, { id: "am-softmax", params: { gamma: 64, margin: 0.25 } });
    for (const [facts, printed] of [
      [line, ["0", "0.25", "0.75", "1"]],
      [b, ["0", "0.646447", "0.353553", "1"]],
    ] as const)
      expect(
        crossingsOf(facts)
          .flat()
          .map((at, i) => asPrinted(at, printed[i])),
      ).toEqual(printed);
  });

  it("has its smallest gap, 0.5, at T = (0.25, 0.75), where the dashed tangent touches", () => {
    const { T } = boundaryOf(b) as { T: Facts };
    const printed = ["0.25", "0.75", "0.5"];
    expect([T.sn, T.sp, T.gap].map((x, i) => asPrinted(x, printed[i]))).toEqual(printed);
    const tangent = listIn(b, "guides")[1];
    expect(tangent).toMatchObject({ slope: 1, intercept: 0.5 });
    const touches = tangent.touches as Facts;
    expect([touches.sn, touches.sp].map((x, i) => asPrinted(x, printed[i]))).toEqual(["0.25", "0.75"]);
    const along = Array.from({ length: 34 }, (_, i) => ({
      name: `at ${i}`,
      at: "boundary" as const,
      sn: 0.01 * i,
    }));
    const facts = changed(1, { id: "circle", params: { gamma: 256, margin: 0.25 } }, { points: along });
    const gaps = along.map(({ name }) => {
      const { sp, sn } = pointIn(facts, name);
      return Number(sp) - Number(sn);
    });
    expect(gaps.every((gap) => gap > 0.5 - 1e-12)).toBe(true);
    expect(gaps.indexOf(Math.min(...gaps))).toBe(25);
  });

  it("shows a diagonal in both panels, which nothing touches", () => {
    for (const panel of [a, b])
      expect(listIn(panel, "guides")[0]).toEqual({ slope: 1, intercept: 0, touches: null });
  });
});

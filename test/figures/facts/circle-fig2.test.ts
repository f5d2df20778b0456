import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { findPreset } from "../../../src/spec/presets.ts";

/** The numbers of the catalogue's section 10.2, panel by panel. */

interface SurfaceFacts {
  readonly title: string;
  readonly quantity: string;
  readonly gradient: string;
  readonly points: Readonly<Record<"A" | "B", { sn: number; sp: number; height: number }>>;
  readonly readings: Readonly<Record<"corner", { height: number }>>;
  readonly boundary: { readonly at: readonly { readonly sn: number; readonly sp: readonly number[] }[] };
  readonly highest: { readonly height: number };
}

const { panels } = figureFacts(findPreset("circle-fig2").spec) as unknown as {
  readonly panels: readonly SurfaceFacts[];
};
const panel = (title: string): SurfaceFacts => {
  const found = panels.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no panel ${title}`);
  return found;
};

it("draws both partials of each loss, the negative's first", () => {
  expect(panels.map(({ title, quantity, gradient }) => [title, quantity, gradient])).toEqual([
    ["Triplet, negative", "absDSn", "attached"],
    ["Triplet, positive", "absDSp", "attached"],
    ["AM-Softmax, negative", "absDSn", "attached"],
    ["AM-Softmax, positive", "absDSp", "attached"],
    ["Circle, attached, negative", "absDSn", "attached"],
    ["Circle, attached, positive", "absDSp", "attached"],
    ["Circle, detached, negative", "absDSn", "detached"],
    ["Circle, detached, positive", "absDSp", "detached"],
  ]);
});

// |∂n| at A, |∂p| at A, |∂n| at B, |∂p| at B
const TABLE: readonly (readonly [string, number, number, number, number])[] = [
  ["Triplet", 1, 1, 1, 1],
  ["AM-Softmax", 0.999972, 0.999972, 0.989013, 0.989013],
  ["Circle, attached", 0.8, 0.2, 0.4, 0.4],
  ["Circle, detached", 1.08, 0.48, 0.68, 0.68],
];

describe.each(TABLE)("%s", (name, nAtA, pAtA, nAtB, pAtB) => {
  const [negative, positive] = [panel(`${name}, negative`), panel(`${name}, positive`)];

  it("has the catalogue's heights at A and B", () => {
    for (const { points } of [negative, positive]) {
      expect(points.A).toMatchObject({ sn: 0.8, sp: 0.8 });
      expect(points.B).toMatchObject({ sn: 0.4, sp: 0.6 });
    }
    expect(negative.points.A.height).toBeCloseTo(nAtA, 6);
    expect(positive.points.A.height).toBeCloseTo(pAtA, 6);
    expect(negative.points.B.height).toBeCloseTo(nAtB, 6);
    expect(positive.points.B.height).toBeCloseTo(pAtB, 6);
  });
});

it("has the dots where they were measured on the drawing, to 0.03, with the attached gradient only", () => {
  const drawn = [0.78, 0.4, 0.23, 0.4];
  const heights = (which: string): number[] =>
    ["negative", "positive"].flatMap((side) => {
      const { points } = panel(`Circle, ${which}, ${side}`);
      return [points.A.height, points.B.height];
    });
  heights("attached").forEach((height, i) => expect(Math.abs(height - drawn[i])).toBeLessThan(0.031));
  const detached = heights("detached").map((height) => height / 1.28);
  expect(Math.max(...detached.map((height, i) => Math.abs(height - drawn[i])))).toBeGreaterThan(0.1);
});

it("has a second surface that is zero on the edge s_p = 1 attached, and m/(1 + m) of its scale detached", () => {
  expect(panel("Circle, attached, positive").readings.corner.height).toBe(0);
  const detached = panel("Circle, detached, positive").readings.corner.height;
  expect(detached / 1.28).toBeCloseTo(0.28 / 1.28, 12);
});

it("reaches 1 where the catalogue divides by the largest value", () => {
  for (const name of ["Triplet", "AM-Softmax", "Circle, attached"])
    for (const side of ["negative", "positive"])
      expect(panel(`${name}, ${side}`).highest.height).toBeCloseTo(1, 6);
  expect(panel("Circle, detached, negative").highest.height).toBeCloseTo(1.28, 6);
});

it("has the boundaries of triplet and AM-Softmax through (0.65, 1) and (0, 0.35)", () => {
  for (const name of ["Triplet", "AM-Softmax"]) {
    const [at0, at065] = panel(`${name}, negative`).boundary.at;
    expect(at0.sp[0]).toBeCloseTo(0.35, 12);
    expect(at065.sp[0]).toBeCloseTo(1, 12);
  }
});

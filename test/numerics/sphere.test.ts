import { describe, expect, it } from "vitest";
import { angleOf, chordOf, inverseChordOf, inverseSineOf, sineOf } from "../../src/numerics/sphere.ts";
import { between, expectClose, fc } from "./seeded.ts";

describe("cosine, angle and chord", () => {
  it("agree at the corners of the hexagon and the square", () => {
    const cases: readonly (readonly [number, number, number])[] = [
      [1, 0, 0],
      [0.5, Math.PI / 3, 1],
      [0, Math.PI / 2, Math.SQRT2],
      [-0.5, (2 * Math.PI) / 3, Math.sqrt(3)],
      [-1, Math.PI, 2],
    ];
    for (const [s, angle, chord] of cases) {
      expectClose(angleOf(s), angle, 4e-16);
      expectClose(chordOf(s), chord, 4e-16);
      expectClose(sineOf(s), Math.sin(angle), 4e-16);
    }
    expect([sineOf(1), sineOf(-1), chordOf(1), angleOf(1)]).toEqual([0, 0, 0, 0]);
  });

  it("take rounding beyond ±1 as ±1", () => {
    const beyond = 1 + 1e-7;
    expect([angleOf(beyond), angleOf(-beyond), sineOf(beyond), chordOf(beyond)]).toEqual([0, Math.PI, 0, 0]);
  });

  it("do not cancel beside s = 1: with 1 − s = 2⁻⁴⁰, sin θ = √(2⁻³⁹ − 2⁻⁸⁰)", () => {
    expectClose(sineOf(1 - 2 ** -40), Math.sqrt(2 ** -39 - 2 ** -80), 1e-15, 0);
    expectClose(chordOf(1 - 2 ** -40), 2 ** -19.5, 1e-15, 0);
  });
});

describe("1 / sin θ and 1 / d", () => {
  it("are finite at s = ±1, and no smaller than just inside", () => {
    const inside = 1 - 2 ** -53;
    for (const s of [1, -1]) {
      expect(Number.isFinite(inverseSineOf(s))).toBe(true);
      expect(inverseSineOf(s)).toBeGreaterThanOrEqual(inverseSineOf(s * inside));
    }
    expect(Number.isFinite(inverseChordOf(1))).toBe(true);
    expect(inverseChordOf(1)).toBeGreaterThanOrEqual(inverseChordOf(inside));
    expect(inverseChordOf(-1)).toBe(0.5);
  });

  it("are the reciprocals elsewhere", () => {
    fc.assert(
      fc.property(between(-0.999999, 0.999999), (s) => {
        expectClose(inverseSineOf(s) * Math.sin(Math.acos(s)), 1, 1e-9);
        expectClose(inverseChordOf(s) * 2 * Math.sin(Math.acos(s) / 2), 1, 1e-9);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { evenly, HIGHEST, LOWEST, pitches, signChanges } from "../../src/app/view/pitch.ts";

describe("a curve as tones", () => {
  it("goes from the lowest tone to the highest, equal steps as equal intervals", () => {
    const tones = pitches([0, 1, 2]);
    expect(tones[0]).toBeCloseTo(LOWEST, 3);
    expect(tones[2]).toBeCloseTo(HIGHEST, 3);
    expect(tones[1]).toBeCloseTo(Math.sqrt(LOWEST * HIGHEST), 3);
  });

  it("is silent where there is no number, and one tone where nothing changes", () => {
    expect(pitches([1, NaN, 2])[1]).toBe(0);
    expect([...pitches([5, 5])]).toEqual([LOWEST, LOWEST]);
  });

  it("marks where z passes through zero", () => {
    expect(signChanges([-1, 1, 2, -2, -3])).toEqual([0.125, 0.625]);
    expect(signChanges([1, 2])).toEqual([]);
  });

  it("takes a curve of uneven points at even places", () => {
    expect(evenly([0, 0.1, 1], [0, 1, 10], 5)).toEqual(
      [0, 2.5, 5, 7.5, 10].map((y) => expect.closeTo(y, 12)),
    );
    expect(evenly([2, 2], [3, 4], 3)).toEqual([3, 3, 3]);
  });
});

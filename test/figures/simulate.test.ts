import { describe, expect, it } from "vitest";
import { COLOUR_MAPS } from "../../src/figures/colour-maps/maps.ts";
import { type Simulation, SIMULATIONS, simulated } from "../../src/figures/simulate.ts";

const KINDS = Object.keys(SIMULATIONS) as Simulation[];

describe("a picture as others see it", () => {
  it.each(KINDS)("leaves greys as they are: %s", (kind) => {
    for (const grey of [0, 64, 128, 255])
      for (const byte of simulated([grey, grey, grey], kind))
        expect(Math.abs(byte - grey)).toBeLessThanOrEqual(1);
  });

  it("takes red for green where it should, and not where it should not", () => {
    // equal luminance, red against green: what the model is about
    const apart = (kind: Simulation): number => {
      const [a, b] = [simulated([200, 60, 60], kind), simulated([90, 125, 30], kind)];
      return Math.hypot(a[0] - b[0], a[1] - b[1]);
    };
    expect(apart("deuteranopia")).toBeLessThan(60);
    expect(apart("tritanopia")).toBeGreaterThan(90);
    expect(simulated([255, 0, 0], "greyscale")).toEqual([127, 127, 127]);
  });

  it.each(KINDS)("keeps eight steps of every map apart: %s", (kind) => {
    for (const map of ["viridis", "cividis", "batlow", "RdBu", "vik"] as const) {
      const steps = Array.from({ length: 8 }, (_, i) => simulated(COLOUR_MAPS[map](i / 7), kind));
      const halves = map === "RdBu" || map === "vik" ? [steps.slice(0, 4), steps.slice(4)] : [steps];
      for (const half of halves)
        for (let i = 1; i < half.length; i++)
          expect(
            Math.hypot(...half[i].map((byte, c) => byte - half[i - 1][c])),
            `${map} ${i}`,
          ).toBeGreaterThan(14);
    }
  });
});

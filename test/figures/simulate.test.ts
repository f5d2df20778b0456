import { describe, expect, it } from "vitest";
import { paletteOf } from "../../src/figures/color.ts";
import { COLOUR_MAPS } from "../../src/figures/colour-maps/maps.ts";
import { type Simulation, SIMULATIONS, simulated } from "../../src/figures/simulate.ts";
import { difference, lab, lightness } from "./cielab.ts";

const KINDS = Object.keys(SIMULATIONS) as Simulation[];
type Colour = Parameters<typeof simulated>[0];

/** Red, green, blue, orange, and the ends of viridis; as colorspacious 1.1.2 sees them by Machado et al., severity 100. */
const COLOURS: readonly Colour[] = [
  [255, 0, 0],
  [0, 128, 0],
  [0, 0, 255],
  [230, 159, 0],
  [68, 1, 84],
  [253, 231, 37],
];
const SEEN: Readonly<Partial<Record<Simulation, readonly string[]>>> = {
  deuteranopia: ["163,144,0", "119,106,24", "0,61,251", "202,180,17", "4,39,82", "255,233,57"],
  protanopia: ["109,95,0", "131,114,0", "0,89,255", "185,162,0", "0,34,86", "254,224,0"],
  tritanopia: ["255,0,15", "0,124,108", "0,107,150", "251,140,135", "67,23,46", "255,214,198"],
};

describe("a picture as others see it", () => {
  it.each(Object.entries(SEEN))("is what another program makes of it: %s", (kind, expected) => {
    expect(COLOURS.map((colour) => simulated(colour, kind as Simulation).join())).toEqual(expected);
  });

  it.each(KINDS)("leaves greys as they are: %s", (kind) => {
    for (const grey of [0, 64, 128, 255])
      for (const byte of simulated([grey, grey, grey], kind))
        expect(Math.abs(byte - grey)).toBeLessThanOrEqual(1);
  });

  it("takes red for green where it should, and not where it should not", () => {
    // equal luminance, red against green: what the model is about
    const apart = (kind: Simulation): number =>
      difference(simulated([200, 60, 60], kind), simulated([90, 125, 30], kind));
    expect(apart("deuteranopia")).toBeLessThan(30);
    expect(apart("tritanopia")).toBeGreaterThan(60);
    expect(simulated([255, 0, 0], "greyscale")).toEqual([127, 127, 127]);
  });

  it("is measured by a CIELAB that another program has too", () => {
    // colorspacious 1.1.2
    const expected = [
      [53.231, 80.114, 67.22],
      [46.228, -51.699, 49.899],
      [32.303, 79.192, -107.863],
    ];
    expected.forEach((each, i) => each.forEach((x, c) => expect(lab(COLOURS[i])[c]).toBeCloseTo(x, 0)));
  });

  it.each(KINDS)("keeps nine steps of every map apart: %s", (kind) => {
    for (const map of ["viridis", "cividis", "batlow", "RdBu", "vik"] as const) {
      const steps = Array.from({ length: 9 }, (_, i) => simulated(COLOUR_MAPS[map](i / 8), kind));
      for (let i = 1; i < steps.length; i++)
        expect(difference(steps[i], steps[i - 1]), `${map} ${i}`).toBeGreaterThan(6.5);
    }
  });

  it.each(["RdBu", "vik"] as const)(
    "keeps the two sides of %s apart, but for a print without colours",
    (map) => {
      for (const kind of KINDS.filter((each) => each !== "greyscale"))
        for (const part of [0.25, 0.35])
          expect(
            difference(simulated(COLOUR_MAPS[map](part), kind), simulated(COLOUR_MAPS[map](1 - part), kind)),
          ).toBeGreaterThan(20);
    },
  );

  it.each(KINDS)("has the maps from low to high become lighter all the way: %s", (kind) => {
    for (const map of ["viridis", "cividis", "batlow"] as const) {
      const palette = paletteOf(map);
      let lightest = 0;
      for (let shade = 0; shade < 255; shade++) {
        const [r, g, b] = palette.subarray(3 * shade, 3 * shade + 3);
        const now = lightness(simulated([r, g, b], kind));
        // a rounded byte is worth as much as 0.4
        expect(now, `${map} ${shade}`).toBeGreaterThan(lightest - (kind === "greyscale" ? 1e-9 : 0.4));
        lightest = Math.max(lightest, now);
      }
    }
  });
});

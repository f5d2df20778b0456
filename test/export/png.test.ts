import { describe, expect, it } from "vitest";
import { drawLandscapeSpec, figureSvgForRaster } from "../../src/export/figure.ts";
import { svgToPng } from "../../src/export/png.ts";
import { InputError } from "../../src/losses/errors.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { type Decoded, decodePng, pixelAt } from "./decode-png.ts";

const CIRCLE: LandscapeSpec = { version: 1, loss: { id: "circle" }, samples: 33 };

const rendered = async (spec: Partial<LandscapeSpec>, scale = 1): Promise<Decoded> =>
  decodePng(await svgToPng(figureSvgForRaster({ ...CIRCLE, ...spec }), scale));

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box around all pixels in which two pictures differ, and how many there are. */
function difference(a: Decoded, b: Decoded): Box & { readonly count: number } {
  let [left, top, right, bottom, count] = [Infinity, Infinity, -1, -1, 0];
  for (let i = 0; i < a.width * a.height; i++) {
    if ([0, 1, 2].every((c) => a.data[i * a.channels + c] === b.data[i * b.channels + c])) continue;
    const x = i % a.width;
    const y = (i - x) / a.width;
    count++;
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x), Math.max(bottom, y)];
  }
  return { left, top, right, bottom, count };
}

/** How many pixels of a box are not white. */
function marked(picture: Decoded, { left, top, right, bottom }: Box): number {
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (pixelAt(picture, x, y).some((channel) => channel < 200)) count++;
  return count;
}

describe("svgToPng", () => {
  it("draws a title in the figure's fonts: another one changes its place alone", async () => {
    const [one, other] = [
      await rendered({ title: "Illimitable" }),
      await rendered({ title: "Something else" }),
    ];
    const { left, top, right, bottom, count } = difference(one, other);
    expect(count).toBeGreaterThan(200);
    expect(left).toBeGreaterThan(40);
    expect(right).toBeLessThan(220);
    expect(top).toBeGreaterThan(8);
    expect(bottom).toBeLessThan(36);
  });

  it("draws axis labels, ticks, parameters and legend", async () => {
    const picture = await rendered({});
    for (const box of [
      { left: 200, top: 495, right: 400, bottom: 512 },
      { left: 40, top: 160, right: 56, bottom: 380 },
      { left: 60, top: 55, right: 84, bottom: 480 },
      { left: 48, top: 33, right: 230, bottom: 50 },
      { left: 540, top: 60, right: 570, bottom: 480 },
    ])
      expect(marked(picture, box), JSON.stringify(box)).toBeGreaterThan(60);
  });

  it("knows every letter of the mathematics: none is the box of a missing one", async () => {
    const size = { width: 200, height: 200 };
    const missing = await rendered({ size, title: "\u{10FFFD}" });
    for (const letter of ["$ℒ$", "$∂$", "$γ$", "$θ$", "$s$", "$Δ$", "′", "−", "√", "≤", "°", "…"]) {
      const { count } = difference(missing, await rendered({ size, title: letter }));
      expect(count, letter).toBeGreaterThan(5);
    }
  });

  it("puts the field where it belongs: low in the target corner, high in the opposite one", async () => {
    const layers = { arrows: 0, isolines: 0, region: false, boundary: "none" } as const;
    const picture = await rendered({ layers, samples: 256 });
    const { frame } = drawLandscapeSpec({ ...CIRCLE, layers }).scene;
    const [left, top] = [Math.ceil(frame.x), Math.ceil(frame.y)];
    const [right, bottom] = [Math.floor(frame.x + frame.width), Math.floor(frame.y + frame.height)];
    const low = pixelAt(picture, left + 2, top + 2);
    const high = pixelAt(picture, right - 2, bottom - 2);
    low.forEach((channel, i) => expect(Math.abs(channel - [0x44, 0x01, 0x54][i])).toBeLessThanOrEqual(8));
    high.forEach((channel, i) => expect(Math.abs(channel - [0xfd, 0xe7, 0x25][i])).toBeLessThanOrEqual(12));
  });

  it.each([
    [1, 640, 560],
    [0.25, 160, 140],
    [2.5, 1600, 1400],
  ])("at scale %d has %d × %d pixels", async (scale, width, height) => {
    const picture = await rendered({}, scale);
    expect([picture.width, picture.height]).toEqual([width, height]);
  });

  it.each([0, -1, 16.1, NaN, Infinity])("refuses scale %d", async (scale) => {
    const refused = svgToPng("<svg/>", scale);
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(`invalid scale: ${scale}; expected more than 0, at most 16`);
  });
});

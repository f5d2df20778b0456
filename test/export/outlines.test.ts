import { describe, expect, it } from "vitest";
import { drawFigure, figureSvgForRaster } from "../../src/export/figure.ts";
import { writeFigure } from "../../src/export/formats.ts";
import { outlined } from "../../src/export/outlines.ts";
import { nodePlatform } from "../../src/export/platform-node.ts";
import { svgToPng } from "../../src/export/png.ts";
import { widthOf } from "../../src/figures/label.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { decodePng } from "./decode-png.ts";

const asOutlines = async (spec: FigureSpec): Promise<string> =>
  Buffer.from(await writeFigure(spec, "svg", { text: "outlines" }, nodePlatform)).toString();

describe.each([
  ["circle-region", PRESETS["circle-region"].spec],
  ["ms-weights", PRESETS["ms-weights"].spec],
  ["dark, in serif", { ...PRESETS["circle-region"].spec, theme: "dark", venue: "eccv" } as FigureSpec],
])("letters as outlines: %s", (_, spec) => {
  it("leave no letter, and look as the letters did", async () => {
    const svg = await asOutlines(spec);
    expect(svg).not.toContain("<text");
    expect(svg).toContain("<metadata>");
    const [shapes, letters] = await Promise.all(
      [svg, figureSvgForRaster(spec)].map(async (each) => decodePng(await svgToPng(each, 2))),
    );
    expect([shapes.width, shapes.height]).toEqual([letters.width, letters.height]);
    let sum = 0;
    for (let i = 0; i < shapes.data.length; i++) sum += Math.abs(shapes.data[i] - letters.data[i]);
    const mean = sum / shapes.data.length;
    console.log(`outlines and letters differ by ${mean.toFixed(2)} of 255 on average`);
    expect(mean).toBeLessThan(1.5);
  });

  it("are the same twice, and stand where the letters did", async () => {
    expect(await asOutlines(spec)).toBe(await asOutlines(spec));
    const scene = drawFigure(spec);
    const shapes = await outlined(scene, nodePlatform);
    const [words, outlines] = [scene, shapes].map(({ nodes }) => JSON.stringify(nodes, withoutShapes));
    expect(outlines).toBe(words);
  });
});

/** Of every run its width alone. */
function withoutShapes(key: string, value: unknown): unknown {
  return key === "runs" ? Math.round(1000 * widthOf(value as never, 1)) : value;
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { figureSvg as ours } from "../../src/export/figure.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(file("package.json"), "utf8")) as {
  exports: { ".": { types: string; default: string } };
};

type Library = typeof import("../../src/index.ts");

/** The built library, as somebody who installed the package would get it. */
const library = async (): Promise<Library> => (await import(file(manifest.exports["."].default))) as Library;

describe("the built library", () => {
  it("answers what the README shows", async () => {
    const { namedLoss, planePoint, describeRegion, findLoss } = await library();
    const { loss, params, gradient } = namedLoss("circle", { margin: 0.25, gamma: 256 });
    // z = 256 (0.65 · 0.15 + 0.65 · 0.15) = 49.92; the weights are 0.65 on both sides
    const point = planePoint(loss.plane(params, { K: 1, L: 1 }, gradient), 0.6, 0.4);
    expect(point.value).toBeCloseTo(49.92, 12);
    expect(point.dSp).toBeCloseTo(-166.4, 12);
    const [first, second] = describeRegion(findLoss("circle"), params, { K: 1, L: 1 }).crossings;
    expect(first.sp).toBeCloseTo(1 - Math.SQRT2 / 4, 12);
    expect(second.sn).toBeCloseTo(Math.SQRT2 / 4, 12);
  });

  it("draws the same bytes as the sources", async () => {
    const { figureSvg, PRESETS } = await library();
    const { spec } = PRESETS["circle-region"];
    expect(figureSvg(spec)).toBe(ours(spec));
  });

  it("has types beside it", () => {
    const types = readFileSync(file(manifest.exports["."].types), "utf8");
    for (const name of ["figureSvg", "evaluateBatch", "pairGraph", "LOSSES", "bibtex"])
      expect(types).toContain(name);
  });
});

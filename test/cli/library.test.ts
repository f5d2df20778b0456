import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { figureSvg as ours } from "../../src/export/figure.ts";
import { writeFigure as written } from "../../src/export/formats.ts";
import { nodePlatform as platform } from "../../src/export/platform-node.ts";

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(file("package.json"), "utf8")) as {
  exports: Record<"." | "./node", { types: string; default: string }>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
};

type Library = typeof import("../../src/index.ts");

/** The built library, as somebody who installed the package would get it. */
const library = async (): Promise<Library> => (await import(file(manifest.exports["."].default))) as Library;

const forNode = async (): Promise<typeof import("../../src/export/platform-node.ts")> =>
  (await import(
    file(manifest.exports["./node"].default)
  )) as typeof import("../../src/export/platform-node.ts");

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

  it.each(["svg", "pdf", "png", "tex", "html"] as const)(
    "writes the bytes of %s that the sources write",
    async (format) => {
      const [{ writeFigure, PRESETS }, { nodePlatform }] = await Promise.all([library(), forNode()]);
      const { spec } = PRESETS["blog-surface"];
      const bytes = await writeFigure(spec, format, {}, nodePlatform);
      expect(Buffer.from(bytes).equals(await written(spec, format, {}, platform))).toBe(true);
    },
  );

  it("loads in browsers: only what is for Node asks for Node, and only packages that we depend on are asked for", () => {
    const folder = file("dist/lib");
    const known = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    const files = readdirSync(folder).filter((name) => name.endsWith(".js"));
    expect(files.length).toBeGreaterThan(5);
    for (const name of files) {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      const imports = [...text.matchAll(/^(?:import|export)\b[^"';]*["']([^."'][^"']*)["'];?$/gm)].map(
        ([, id]) => id ?? "",
      );
      const lazy = [...text.matchAll(/\bimport\("([^."][^"]*)"\)/g)].map(([, id]) => id ?? "");
      for (const id of [...imports, ...lazy]) {
        if (id.startsWith("node:")) expect(name, `${name} imports ${id}`).toMatch(/^node\.js$|^video-node-/);
        else expect(known, `${name} imports ${id}`).toContain(/^(?:@[^/]+\/)?[^/]+/.exec(id)?.[0]);
      }
    }
  });

  it("has types beside it", () => {
    expect(readFileSync(file(manifest.exports["./node"].types), "utf8")).toContain("nodePlatform");
    const types = readFileSync(file(manifest.exports["."].types), "utf8");
    for (const name of ["figureSvg", "evaluateBatch", "pairGraph", "LOSSES", "bibtex"])
      expect(types).toContain(name);
  });
});

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import type { Scene } from "../../src/figures/scene.ts";
import type { FigureSpec } from "../../src/spec/figure.ts";
import { PRESETS } from "../../src/spec/presets.ts";
import { checksum, sceneText } from "./scene-text.ts";

/** WRITE_SNAPSHOTS=1 writes them anew: look at `npm run gallery` and at the diff before you keep them. */
const WRITES = process.env["WRITE_SNAPSHOTS"] === "1";

const folder = fileURLToPath(new URL("snapshots/", import.meta.url));
mkdirSync(folder, { recursive: true });
const fileOf = (name: string): string => `${folder}${name}.txt`;

/** A preset in light as text, and the checksum of the same in print. */
function snapshotOf(spec: FigureSpec): string {
  const [light, print] = (["light", "print"] as const).map((theme) =>
    sceneText(drawFigure({ ...spec, theme })),
  );
  return `${light}in print ${checksum(print)}\n`;
}

describe("the presets are drawn as they were", () => {
  it.each(Object.entries(PRESETS))("%s", { timeout: 60_000 }, (name, { spec }) => {
    const drawn = snapshotOf(spec);
    if (WRITES) writeFileSync(fileOf(name), drawn);
    expect(drawn).toBe(readFileSync(fileOf(name), "utf8"));
    expect(drawn.length).toBeLessThan(60_000);
  });

  it("and there is a snapshot for each and no other", () => {
    const names = Object.keys(PRESETS).map((name) => `${name}.txt`);
    if (WRITES) for (const file of readdirSync(folder)) if (!names.includes(file)) rmSync(folder + file);
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
  });
});

describe("the text of a scene", () => {
  const scene = (nodes: Scene["nodes"]): Scene => ({
    width: 100,
    height: 50,
    background: "#ffffff",
    frame: { x: 1.04, y: 2, width: 3, height: 4 },
    title: "",
    description: "",
    nodes,
  });
  const path = (d: string, fill = "#000000") => ({ type: "path", d, fill }) as const;

  it("holds a mark's place to a tenth of a pixel, and its colour", () => {
    const before = sceneText(scene([path("M1.02 2L3 4")]));
    expect(before).toBe("100 × 50 on #ffffff\nframe 1,2 3×4\npath M1 2L3 4 fill #000000\n");
    expect(sceneText(scene([path("M1.04 2L3 4")]))).toBe(before);
    expect(sceneText(scene([path("M1.06 2L3 4")]))).not.toBe(before);
    expect(sceneText(scene([path("M1.02 2L3 4", "#000001")]))).not.toBe(before);
  });

  it("tells one long path, one of many marks, and one cell of an image from another", () => {
    const long = (at: number) =>
      path(`M0 0${Array.from({ length: 90 }, (_, i) => `L${i} ${at}`).join("")}L9 9`);
    expect(sceneText(scene([long(1)]))).not.toBe(sceneText(scene([long(1.1)])));
    expect(sceneText(scene([long(1)])).length).toBeLessThan(200);
    const many = (at: number) => [
      {
        type: "group",
        name: "arrows",
        children: Array.from({ length: 50 }, (_, i) => path(`M${i} ${i === 20 ? at : 0}`)),
      } as const,
    ];
    expect(sceneText(scene(many(1)))).not.toBe(sceneText(scene(many(1.1))));
    expect(sceneText(scene(many(1))).split("\n").length).toBeLessThan(10);
    const image = (shade: number) => [
      {
        type: "image",
        box: { x: 0, y: 0, width: 9, height: 9 },
        raster: { columns: 2, rows: 1, indices: Uint8Array.of(7, shade), palette: new Uint8Array(768) },
      } as const,
    ];
    expect(sceneText(scene(image(1)))).not.toBe(sceneText(scene(image(2))));
  });
});

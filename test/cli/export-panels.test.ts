import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { drawFigure } from "../../src/export/figure.ts";
import { resolveFigure, type FigureSpec } from "../../src/spec/figure.ts";
import { decodePng } from "../export/decode-png.ts";
import { elementsOf, parseXml } from "../export/xml.ts";
import { printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (name: string): string => join(folder.path, name);

const PANELS: FigureSpec = {
  version: 1,
  kind: "panels",
  title: "Value & both <partials>",
  panels: (["loss", "dSp", "dSn"] as const).map((quantity) => ({
    figure: { version: 1, loss: { id: "circle", params: { gamma: 32 } }, quantity },
  })),
};
writeFileSync(file("panels.json"), JSON.stringify(PANELS));

async function exported(name: string, ...more: string[]): Promise<Buffer> {
  expect(await printed(["export", file("panels.json"), "-o", file(name), ...more])).toBe("");
  return readFileSync(file(name));
}

describe("marginscape export of panels", () => {
  it("writes an SVG that says all panels, twice the same bytes, and carries its recipe", async () => {
    const svg = await exported("a.svg");
    expect((await exported("b.svg")).equals(svg)).toBe(true);
    const text = svg.toString("utf8");
    expect(text).toContain("<title>Value &#38; both &#60;partials&#62;</title>");
    for (const i of [1, 2, 3]) expect(text).toContain(`<g class="panel panel-${i}"`);
    expect(text.match(/<g class="legend"/g)).toHaveLength(3);
    const recipe = /<metadata>(.*)<\/metadata>/
      .exec(text)?.[1]
      .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const { figure } = JSON.parse(recipe ?? "") as { figure: FigureSpec };
    expect(resolveFigure(figure)).toEqual(resolveFigure(PANELS));
    expect(elementsOf(parseXml(text), "g").length).toBeGreaterThan(20);
  });

  it("writes a PNG of its size, not blank in any panel", async () => {
    const { width, height, channels, data } = decodePng(await exported("a.png", "--scale", "1"));
    const scene = drawFigure(PANELS);
    expect([width, height]).toEqual([scene.width, scene.height]);
    for (const third of [0, 1, 2]) {
      const seen = new Set<number>();
      for (let x = Math.floor((third * width) / 3); x < ((third + 1) * width) / 3; x++) {
        const at = (Math.floor(height / 2) * width + x) * channels;
        seen.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
      }
      // one row of pixels through a field of isolines; a blank panel would have one colour or two
      expect(seen.size).toBeGreaterThan(10);
    }
  });

  it("writes the resolved spec, which draws the same picture", async () => {
    const json = await exported("a.json");
    expect(JSON.parse(json.toString())).toEqual(resolveFigure(PANELS));
    const { code, bytes } = await run(["export", "-", "-o", "-"], { input: json.toString() });
    expect(code).toBe(0);
    expect(bytes.equals(await exported("c.svg"))).toBe(true);
  });

  it("takes settings of the whole, and refuses those of a loss it has not", async () => {
    const text = (await exported("d.svg", "--set", "theme=dark", "--set", "title=Other")).toString();
    expect(text).toContain('fill="#14171c"');
    expect(text).toContain("<title>Other</title>");
    const { code, err } = await run(["export", file("panels.json"), "-o", "-", "--set", "margin=0.3"]);
    expect(code).toBe(1);
    expect(err).toContain("unknown setting: margin; ");
  });
});

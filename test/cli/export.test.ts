import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printed, run, scratchFolder } from "./run.ts";

const folder = scratchFolder();
afterAll(folder.remove);
const file = (name: string): string => join(folder.path, name);

/** Exports to a file of this name and gives back its bytes. */
async function exported(source: string, name: string, ...more: string[]): Promise<Buffer> {
  expect(await printed(["export", source, "-o", file(name), ...more])).toBe("");
  return readFileSync(file(name));
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height from the first chunk of a PNG. */
function sizeOf(png: Buffer): [number, number] {
  expect(png.subarray(0, 8)).toEqual(SIGNATURE);
  expect(png.subarray(12, 16).toString("latin1")).toBe("IHDR");
  expect(png.subarray(-8, -4).toString("latin1")).toBe("IEND");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

let svg: Buffer;
beforeAll(async () => {
  svg = await exported("circle-region", "a.svg");
});

describe("marginscape export circle-region", () => {
  it("writes the same SVG twice", async () => {
    expect((await exported("circle-region", "b.svg")).equals(svg)).toBe(true);
  });

  it("writes an SVG document of the figure's size, with title, recipe and every layer", () => {
    const text = svg.toString("utf8");
    expect(text).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="640" height="560" viewBox="0 0 640 560"/,
    );
    expect(text).toContain("<title>Circle loss</title>");
    expect(text).toContain("<metadata>{");
    for (const layer of [
      "field",
      "region",
      "isolines",
      "arrows",
      "boundary",
      "axes",
      "legend",
      "points",
      "words",
    ])
      expect(text, layer).toContain(`<g class="${layer}"`);
    expect(text.endsWith("</svg>\n")).toBe(true);
  });

  it.each([
    [undefined, 1280, 1120],
    ["1", 640, 560],
    ["0.5", 320, 280],
    ["3", 1920, 1680],
  ])("writes a PNG with --scale %s of %d × %d pixels", async (scale, width, height) => {
    const png = await exported("circle-region", "a.png", ...(scale ? ["--scale", scale] : []));
    expect(sizeOf(png)).toEqual([width, height]);
  });

  it("writes the same PNG twice", async () => {
    const first = await exported("circle-region", "a.png");
    expect((await exported("circle-region", "b.png")).equals(first)).toBe(true);
  });

  it("writes the resolved spec, from which the same SVG and the same spec come", async () => {
    const json = await exported("circle-region", "a.json");
    const figure = JSON.parse(json.toString("utf8")) as Record<string, unknown>;
    expect(figure).toMatchObject({
      version: 1,
      kind: "landscape",
      loss: { id: "circle", params: { gamma: 256, margin: 0.25 }, gradient: "detached" },
      counts: { K: 1, L: 1 },
      quantity: "loss",
      theme: "light",
      size: { width: 640, height: 560 },
    });
    expect((await exported(file("a.json"), "c.svg")).equals(svg)).toBe(true);
    expect((await exported(file("a.json"), "c.json")).equals(json)).toBe(true);
  });
});

describe("standard streams", () => {
  it("- after -o is standard output, SVG unless --format says otherwise", async () => {
    const to = async (...more: string[]) =>
      (await run(["export", "circle-region", "-o", "-", ...more])).bytes;
    expect((await to()).equals(svg)).toBe(true);
    expect((await to("--format", "svg")).equals(svg)).toBe(true);
    expect(sizeOf(await to("--format", "png", "--scale", "1"))).toEqual([640, 560]);
    expect((await to("--format", "json")).equals(await exported("circle-region", "d.json"))).toBe(true);
  });

  it("- as the figure is standard input", async () => {
    const json = await printed(["export", "circle-region", "-o", "-", "--format", "json"]);
    const again = await run(["export", "-", "-o", "-"], { input: json });
    expect(again.bytes.equals(svg)).toBe(true);
  });

  it("--format goes before the name of the file", async () => {
    expect((await exported("circle-region", "picture.of.mine", "--format", "svg")).equals(svg)).toBe(true);
    expect(sizeOf(await exported("circle-region", "really-a.svg", "--format=png", "--scale=1"))).toEqual([
      640, 560,
    ]);
  });

  it("the name of the file may be in capitals", async () => {
    expect((await exported("circle-region", "A.SVG")).equals(svg)).toBe(true);
  });
});

describe("figures from files", () => {
  it("a short spec stands for the whole one", async () => {
    writeFileSync(
      file("short.json"),
      '{"version":1,"loss":{"id":"am-softmax","params":{"margin":0.2}},"quantity":"z"}',
    );
    const figure = JSON.parse((await exported(file("short.json"), "long.json")).toString()) as object;
    expect(figure).toMatchObject({
      loss: { params: { gamma: 30, margin: 0.2 } },
      quantity: "z",
      samples: 256,
    });
  });

  it("a file without an extension is found where no preset has its name", async () => {
    writeFileSync(file("myfigure"), '{"version":1,"loss":{"id":"triplet"}}');
    const { code, bytes } = await run(["export", "myfigure", "-o", "-"], { cwd: folder.path });
    expect(code).toBe(0);
    expect(bytes.toString()).toContain("<title>Triplet margin loss</title>");
  });
});

describe("--set", () => {
  const specOf = async (...settings: string[]): Promise<Record<string, unknown>> =>
    JSON.parse(
      await printed([
        "export",
        "circle-region",
        "-o",
        "-",
        "--format=json",
        ...settings.map((each) => `--set=${each}`),
      ]),
    ) as Record<string, unknown>;

  it("changes parameters of the loss", async () => {
    expect(await specOf("margin=0.4", "gamma=80")).toMatchObject({
      loss: { params: { margin: 0.4, gamma: 80 } },
    });
  });

  it("changes settings of the figure", async () => {
    const settings = [
      "quantity=dSn",
      "gradient=attached",
      "K=4",
      "L=16",
      "sn.range=-1:1",
      "sp.unit=degrees",
      "horizontal=positive",
      "boundary=both",
      "arrows=0",
      "region=false",
      "theme=dark",
      "width=312",
      "height=300",
      "title=2024 results = good",
      "points=A@0.1,0.9;T@tangent",
    ];
    expect(await specOf(...settings)).toMatchObject({
      quantity: "dSn",
      loss: { gradient: "attached" },
      counts: { K: 4, L: 16 },
      axes: {
        negative: { unit: "cosine", range: [-1, 1] },
        positive: { unit: "degrees", range: [0, 180] },
        horizontal: "positive",
      },
      layers: { boundary: "both", arrows: 0, region: false },
      theme: "dark",
      size: { width: 312, height: 300 },
      title: "2024 results = good",
      points: [
        { name: "A", sn: 0.1, sp: 0.9 },
        { name: "T", at: "tangent" },
      ],
    });
  });

  it("the last of two wins, and a number may be a title", async () => {
    expect(await specOf("margin=0.1", "margin=0.3", "title=2024")).toMatchObject({
      loss: { params: { margin: 0.3 } },
      title: "2024",
    });
  });

  it("reaches the picture", async () => {
    const png = await exported(
      "circle-region",
      "s.png",
      "--set",
      "width=312",
      "--set",
      "height=300",
      "--scale",
      "4",
    );
    expect(sizeOf(png)).toEqual([1248, 1200]);
    const dark = (await exported("circle-region", "s.svg", "--set", "theme=dark")).toString();
    expect(dark).toContain('fill="#14171c"');
    expect(svg.toString()).not.toContain("#14171c");
  });

  it("a variant's parameters come with its name, below those of the figure", async () => {
    const spec = await printed([
      "export",
      "triplet-region",
      "-o",
      "-",
      "--format=json",
      "--set",
      "loss=circle:pml",
    ]);
    expect(JSON.parse(spec)).toMatchObject({ loss: { id: "circle", params: { gamma: 80, margin: 0.3 } } });
  });
});

import { describe, expect, it } from "vitest";
import {
  drawLandscapeSpec,
  type DrawnLandscape,
  figureJson,
  figureSvg,
  recipeOf,
} from "../../src/export/figure.ts";
import { toSvg } from "../../src/export/svg.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { UNITS } from "../../src/spec/axes.ts";
import { parseLandscape } from "../../src/spec/landscape.ts";
import { LANDSCAPES } from "../../src/spec/presets/landscapes.ts";
import { QUANTITY_IDS } from "../../src/spec/quantities.ts";
import { resolveLandscape } from "../../src/spec/landscape.ts";
import type { LandscapeSpec } from "../../src/spec/landscape-schema.ts";
import { fc } from "../numerics/seeded.ts";
import { decodePng } from "./decode-png.ts";
import { elementsOf, parseXml, textOf } from "./xml.ts";

const CIRCLE: LandscapeSpec = { version: 1, loss: { id: "circle" } };
const small = (spec: Partial<LandscapeSpec>): LandscapeSpec => ({ ...CIRCLE, samples: 17, ...spec });

/** The figure that a file says it shows. */
const recipeIn = (svg: string): LandscapeSpec => {
  const [metadata] = elementsOf(parseXml(svg), "metadata");
  const { marginscape, figure } = JSON.parse(textOf(metadata)) as { marginscape: string; figure: unknown };
  expect(marginscape).toMatch(/^\d+\.\d+\.\d+/);
  return parseLandscape(figure);
};

describe("an SVG file", () => {
  const root = parseXml(figureSvg(LANDSCAPES["circle-region"].spec));

  it("has size, title, description and recipe, once each and first", () => {
    expect(root.name).toBe("svg");
    expect(root.attributes).toMatchObject({
      width: "640",
      height: "560",
      viewBox: "0 0 640 560",
      role: "img",
    });
    const names = root.children.flatMap((child) => (typeof child === "string" ? [] : [child.name]));
    expect(names.slice(0, 5)).toEqual(["title", "desc", "metadata", "defs", "path"]);
  });

  it("refers only to clips that it has, and to nothing outside itself", () => {
    const ids = elementsOf(root, "clipPath").map(({ attributes }) => attributes["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...figureSvg(LANDSCAPES["circle-region"].spec).matchAll(/url\(#([^)]*)\)/g)].map(
      ([, id]) => id,
    );
    expect(new Set(used)).toEqual(new Set(ids));
    for (const { attributes } of elementsOf(root, "image"))
      expect(attributes["href"]).toMatch(/^data:image\/png;base64,/);
    expect(elementsOf(root, "script")).toEqual([]);
  });

  it("holds the field as a PNG of its grid", () => {
    const [field] = elementsOf(root, "image");
    const png = decodePng(Buffer.from((field.attributes["href"] ?? "").split(",")[1], "base64"));
    expect([png.width, png.height]).toEqual([256, 256]);
    expect(png.data[0]).toBe(0);
    expect(png.data[256 * 256 - 1]).toBe(254);
  });
});

describe("a prefix of the ids", () => {
  const { scene } = drawLandscapeSpec(LANDSCAPES["circle-region"].spec);
  const idsOf = (svg: string): (string | undefined)[] =>
    elementsOf(parseXml(svg), "clipPath").map(({ attributes }) => attributes["id"]);

  it("stands before every id and every reference, and changes nothing else", () => {
    const [plain, prefixed] = ["", "a-"].map((idPrefix) => toSvg(scene, { idPrefix }));
    expect(plain).toBe(toSvg(scene));
    expect(idsOf(plain).slice(0, 2)).toEqual(["clip1", "clip2"]);
    expect(idsOf(prefixed)).toEqual(idsOf(plain).map((id) => `a-${id}`));
    expect(prefixed.replaceAll('id="a-', 'id="').replaceAll("url(#a-", "url(#")).toBe(plain);
  });
});

describe("hostile words", () => {
  const HOSTILE = [
    `</title><script>alert(1)</script>`,
    `"><image href="https://example.org/x.png"/>`,
    "]]> & &amp; &#0; 'single' \"double\"",
    "nul\u0000 bell\u0007 not a character \uffff",
    "$broken_{ $ math ^",
    "שלום 口 𝒳 👩‍🔬 é",
  ];

  it.each(HOSTILE)("%j as a title and as a point's name leave the file well-formed", (text) => {
    const spec = small({ title: text, points: [{ name: text.slice(0, 40), sn: 0.5, sp: 0.5 }] });
    const svg = figureSvg(spec);
    const root = parseXml(svg);
    expect(elementsOf(root, "script")).toEqual([]);
    expect(elementsOf(root, "image")).toHaveLength(2);
    expect(elementsOf(root, "title")).toHaveLength(1);
    expect(resolveLandscape(recipeIn(svg))).toEqual(resolveLandscape(spec));
  });

  it("of any kind do", () => {
    const title = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(title, (text) => {
        const spec = small({ title: text, layers: { isolines: 0, arrows: 0, region: false } });
        expect(resolveLandscape(recipeIn(figureSvg(spec))).title).toBe(text);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the recipe", () => {
  it.each(Object.keys(LANDSCAPES))("of %s is short and gives the same figure and the same file", (name) => {
    const { spec } = LANDSCAPES[name];
    const svg = figureSvg(spec);
    const found = recipeIn(svg);
    expect(resolveLandscape(found)).toEqual(resolveLandscape(spec));
    expect(figureSvg(found)).toBe(svg);
    expect(recipeOf(spec).length).toBeLessThan(500);
  });

  it("of a resolved figure is that of the short one", () => {
    const { spec } = LANDSCAPES["circle-region"];
    expect(recipeOf(resolveLandscape(spec))).toBe(recipeOf(spec));
    expect(figureSvg(parseLandscape(figureJson(spec)))).toBe(figureSvg(spec));
  });
});

describe("the same bytes", () => {
  const { spec } = LANDSCAPES["circle-region"];
  const others: LandscapeSpec[] = [
    small({ quantity: "dSn" }),
    { ...spec, quantity: "z" },
    { ...CIRCLE, loss: { id: "triplet" }, quantity: "direction" },
    { ...CIRCLE, axes: { negative: { unit: "degrees" } }, samples: 256 },
  ];

  it("come out of two calls", () => {
    expect(figureSvg(spec)).toBe(figureSvg(spec));
  });

  it("come out after other figures have used the same memory", () => {
    const fresh = toSvg(drawLandscapeSpec(spec).scene);
    let last: DrawnLandscape | undefined;
    for (const other of others) last = drawLandscapeSpec(other, last);
    expect(toSvg(drawLandscapeSpec(spec, last).scene)).toBe(fresh);
    last = drawLandscapeSpec({ ...spec, quantity: "dSp" }, last);
    expect(toSvg(drawLandscapeSpec(spec, last).scene)).toBe(fresh);
  });

  it("do not hang on the order of the keys", () => {
    const { loss, points, ...rest } = spec;
    expect(
      figureSvg({ points, ...rest, loss: { params: loss.params ?? {}, id: loss.id } } as LandscapeSpec),
    ).toBe(figureSvg(spec));
  });
});

describe("no number that is none", () => {
  const layers = { arrows: 6, isolines: 5, boundary: "both" } as const;
  const broken = (spec: LandscapeSpec): string[] => {
    const svg = toSvg(drawLandscapeSpec(spec).scene, { bitmaps: "omitted" });
    parseXml(svg);
    return [...new Set(svg.match(/[^<>]{0,30}(?:NaN|Infinity|undefined|null)[^<>]{0,20}/g))];
  };

  it.each(LOSSES.map(({ id }) => id))("in a figure of %s", (id) => {
    for (const [i, quantity] of QUANTITY_IDS.entries()) {
      const unit = UNITS[i % UNITS.length];
      const axes = { negative: { unit }, positive: { unit: UNITS[(i + 1) % UNITS.length] } };
      const counts = { K: 1 + 3 * (i % 2), L: 1 + 999 * (i % 2) };
      expect(broken(small({ loss: { id }, quantity, axes, counts, layers })), `${quantity} ${unit}`).toEqual(
        [],
      );
    }
  });

  it.each<[string, Partial<LandscapeSpec>]>([
    ["a huge γ", { loss: { id: "circle", params: { gamma: 1e4 } }, quantity: "logLoss" }],
    [
      "nothing finite",
      {
        loss: { id: "triplet", params: { margin: 0 } },
        axes: { negative: { range: [-1, -0.5] } },
        quantity: "logLoss",
      },
    ],
    ["the smallest figure", { size: { width: 120, height: 120 } }],
    ["a very wide one", { size: { width: 4000, height: 120 } }],
    [
      "no layer at all",
      {
        layers: {
          field: false,
          isolines: 0,
          boundary: "none",
          region: false,
          arrows: 0,
          legend: false,
          caption: false,
        },
      },
    ],
    [
      "a range of a hair",
      { axes: { negative: { range: [0.5, 0.5001] }, positive: { range: [0.2, 0.1999] } } },
    ],
  ])("in %s", (_, spec) => {
    expect(broken(small(spec))).toEqual([]);
  });
});

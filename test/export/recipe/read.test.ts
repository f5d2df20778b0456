import { readdirSync, readFileSync } from "node:fs";
import type fcTypes from "fast-check";
import { describe, expect, it } from "vitest";
import { figureSvg, recipeOf } from "../../../src/export/figure.ts";
import { FORMATS, type FormatId, writeFigure } from "../../../src/export/formats.ts";
import { nodePlatform } from "../../../src/export/platform-node.ts";
import { readRecipe } from "../../../src/export/recipe/read.ts";
import { encodePng } from "../../../src/export/png-encode.ts";
import { InputError } from "../../../src/losses/errors.ts";
import { type FigureSpec, minimiseFigure } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { fc } from "../../numerics/seeded.ts";
import { figures } from "../../spec/arbitraries.ts";
import { CARRIERS, utf8 } from "./carriers.ts";

const NASTY = [
  "</script><script>alert(1)</script>",
  "]]>",
  "-->",
  "<!--",
  "%%> x",
  "a\nb",
  "π ≤ 𝒪 👩‍🔬",
  '"\\',
  "\u2028",
  "&amp;&#60;",
  "  ",
  "<html>",
  "%PDF-1.4",
  "GIF89a",
  "marginscape-recipe",
  '{"marginscape":"9.9.9","figure":{"version":9}}',
  `${" a".repeat(90)} `,
];

const titled: fcTypes.Arbitrary<FigureSpec> = fc
  .tuple(figures, fc.option(fc.constantFrom(...NASTY), { nil: undefined }))
  .map(([figure, title]) => (title === undefined ? figure : { ...figure, title }));

describe("a recipe", () => {
  it.each(Object.entries(CARRIERS))("comes back out of %s, whatever its words", (kind, carry) => {
    let trips = 0;
    fc.assert(
      fc.property(titled, (figure) => {
        trips++;
        const short = minimiseFigure(figure);
        expect(minimiseFigure(readRecipe(carry(recipeOf(figure), figure.title ?? ""), `x.${kind}`))).toEqual(
          short,
        );
      }),
      { numRuns: 300 },
    );
    console.log(`${kind}: ${trips} round trips`);
  });

  it.each(Object.keys(PRESETS))(
    "of %s comes back out of its SVG and its PDF",
    async (name) => {
      const { spec } = PRESETS[name];
      const short = minimiseFigure(spec);
      expect(minimiseFigure(readRecipe(utf8(figureSvg(spec))))).toEqual(short);
      expect(minimiseFigure(readRecipe(await writeFigure(spec, "pdf", {}, nodePlatform)))).toEqual(short);
    },
    60_000,
  );

  const formats = (Object.keys(FORMATS) as FormatId[]).filter(
    (id) => !["csv", "npy", "data", "gif", "mp4", "webm"].includes(id),
  );
  it.each(formats)(
    "comes back out of a real %s file",
    async (format) => {
      const spec = { ...PRESETS["circle-region"].spec, title: "“σ” & <b>", samples: 32 } as FigureSpec;
      const file = await writeFigure(spec, format, { scale: 1 }, nodePlatform);
      expect(minimiseFigure(readRecipe(file, `a.${format}`))).toEqual(minimiseFigure(spec));
    },
    30_000,
  );

  it.each(readdirSync(new URL("../data/older", import.meta.url)))(
    "of an older version is read: %s",
    (name) => {
      const spec = readRecipe(readFileSync(new URL(`../data/older/${name}`, import.meta.url)), name);
      if (name.startsWith("curves"))
        expect(minimiseFigure(spec)).toEqual(minimiseFigure(PRESETS["ms-weights"].spec));
      else
        expect(spec).toMatchObject({
          title: "γ ≤ 256 & <b>“q”</b>",
          loss: { id: "circle", params: { margin: 0.3 } },
        });
    },
  );
});

describe("a file that is none of ours", () => {
  const foreign = encodePng({
    columns: 2,
    rows: 1,
    indices: Uint8Array.of(0, 1),
    palette: new Uint8Array(768),
  });
  const carrying = (recipe: unknown): Uint8Array => CARRIERS["svg"](JSON.stringify(recipe), "");
  it.each<[string, Uint8Array, string | RegExp]>([
    ["a.png", foreign, "no recipe in a.png; expected a PNG saved by Marginscape, with its metadata"],
    ["b.png", foreign.subarray(0, 60), "b.png: the PNG is cut off"],
    [
      "c.png",
      foreign.map((byte, i) => (i === 40 ? byte ^ 1 : byte)),
      'c.png: the PNG is damaged (checksum of "PLTD")',
    ],
    ["d.svg", utf8("<svg><path/></svg>"), "no recipe in d.svg; expected an SVG saved by Marginscape"],
    ["e.svg", new Uint8Array(0), "e.svg is empty; expected a figure"],
    ["f.docx", utf8("PK\u0003\u0004"), "no figure in f.docx; expected a spec (JSON), or an SVG, PNG, PDF"],
    ["g.pdf", utf8("%PDF-1.4\n%%EOF"), "no recipe in g.pdf; expected a PDF saved by Marginscape"],
    [
      "h.html",
      utf8("<!doctype html><p>hello"),
      "no recipe in h.html; expected an HTML page saved by Marginscape",
    ],
    ["i.svg", CARRIERS["svg"]('{"marginscape":"1", ', ""), "i.svg: the recipe is damaged: not JSON"],
    [
      "j.svg",
      carrying({ marginscape: "9.9.9", figure: { version: 2 } }),
      "j.svg: made by Marginscape 9.9.9, figure version 2; this one reads up to version 1",
    ],
    [
      "k.svg",
      carrying({ marginscape: "0.1.0", figure: { version: 1, loss: { id: "circel" } } }),
      "k.svg: unknown loss: circel; did you mean circle?",
    ],
    [
      "l.svg",
      carrying({ marginscape: "0.1.0", figure: { version: "1" } }),
      'l.svg: invalid figure version: "1"; expected 1',
    ],
    ["m.svg", carrying({ marginscape: "0.1.0" }), "m.svg: invalid recipe:"],
    [
      "newer.svg",
      carrying({ marginscape: "9.9.9", figure: { version: 1, kind: "hologram" } }),
      /^newer\.svg: invalid kind: "hologram"; .*\(made by Marginscape 9\.9\.9; this is \d/,
    ],
    ["p.svg", utf8("<svg><path d='M0"), "p.svg: the SVG is cut off"],
    [
      "q.svg",
      CARRIERS["svg"](recipeOf(PRESETS["circle-region"].spec), "").slice(0, 150),
      "q.svg: the SVG is cut off",
    ],
    ["r.svg", utf8('<svg><!-- "marginscape"'), 'r.svg: the XML is cut off in "<!-- '],
    ["s.json", utf8('{"version": 1,'), "s.json: invalid figure: not JSON ("],
    ["figure", utf8("hello"), "no figure in figure; expected a spec (JSON)"],
    [
      "t.svg",
      carrying({ marginscape: "0.1.0", figure: { version: 1, title: "x".repeat(2 ** 20) } }),
      /^the recipe in t\.svg has \d+ characters; expected at most 1048576$/,
    ],
    ["u.svg", new Uint8Array(2 ** 26 + 1), "u.svg has 67 MB; expected at most 64 MB"],
    [
      "n.tex",
      utf8("\\documentclass{article}"),
      "no recipe in n.tex; expected a TeX file saved by Marginscape",
    ],
    [
      "o.svg",
      carrying({ marginscape: "0.1.0", figure: { version: 1, loss: { id: "__proto__" } } }),
      "o.svg: unknown loss: __proto__",
    ],
  ])("%s is refused in a sentence", (name, bytes, message) => {
    expect(() => readRecipe(bytes, name)).toThrow(InputError);
    expect(() => readRecipe(bytes, name)).toThrow(message);
  });
});

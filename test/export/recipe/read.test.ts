import { readdirSync, readFileSync } from "node:fs";
import type fcTypes from "fast-check";
import { describe, expect, it } from "vitest";
import { figureSvg, recipeOf } from "../../../src/export/figure.ts";
import { FORMATS, type FormatId, writeFigure } from "../../../src/export/formats.ts";
import { nodePlatform } from "../../../src/export/platform-node.ts";
import { gifComment } from "../../../src/export/recipe/gif.ts";
import { recipeScript } from "../../../src/export/recipe/html.ts";
import { describedPng } from "../../../src/export/recipe/png.ts";
import { readRecipe } from "../../../src/export/recipe/read.ts";
import { recipeComment } from "../../../src/export/recipe/tikz.ts";
import { xmpPacket } from "../../../src/export/pdf/xmp.ts";
import { encodePng } from "../../../src/export/png-encode.ts";
import { escaped } from "../../../src/export/svg.ts";
import { InputError } from "../../../src/losses/errors.ts";
import { type FigureSpec, minimiseFigure } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { fc } from "../../numerics/seeded.ts";
import { figures } from "../../spec/arbitraries.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PIXEL = encodePng({ columns: 1, rows: 1, indices: Uint8Array.of(0), palette: new Uint8Array(768) });
const GIF_HEAD = Uint8Array.of(...utf8("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255);

/** Every way in which a file carries a recipe, without the drawing, which is not what is tested here. */
const CARRIERS: Readonly<Record<string, (recipe: string, title: string) => Uint8Array>> = {
  svg: (recipe, title) =>
    utf8(
      `<svg xmlns="http://www.w3.org/2000/svg"><title>${escaped(title)}</title><metadata>${escaped(recipe)}</metadata></svg>`,
    ),
  png: (recipe, title) => describedPng(PIXEL, { recipe, title, description: title, scale: 2 }),
  pdf: (recipe, title) =>
    utf8(`%PDF-1.7\n%\u00ff\u00ff\n${xmpPacket({ recipe, title, description: title, creator: "x" })}\n%%EOF`),
  html: (recipe, title) =>
    utf8(
      `<!doctype html><html><title>${escaped(title)}</title><script>1</script>${recipeScript(recipe)}</html>`,
    ),
  tex: (recipe) => utf8(`% a figure\n${recipeComment(recipe)}\\documentclass{standalone}\n`),
  gif: (recipe) => Uint8Array.of(...GIF_HEAD, ...gifComment(recipe), 0x3b),
  json: (recipe) => utf8(recipe),
};

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

  it.each(Object.keys(PRESETS))("of %s comes back out of its SVG and its PDF", async (name) => {
    const { spec } = PRESETS[name];
    const short = minimiseFigure(spec);
    expect(minimiseFigure(readRecipe(utf8(figureSvg(spec))))).toEqual(short);
    expect(minimiseFigure(readRecipe(await writeFigure(spec, "pdf", {}, nodePlatform)))).toEqual(short);
  });

  const formats = (Object.keys(FORMATS) as FormatId[]).filter(
    (id) => !["csv", "npy", "data", "gif", "mp4", "webm"].includes(id),
  );
  it.each(formats)("comes back out of a real %s file", async (format) => {
    const spec = { ...PRESETS["circle-region"].spec, title: "“σ” & <b>", samples: 32 } as FigureSpec;
    const file = await writeFigure(spec, format, { scale: 1 }, nodePlatform);
    expect(minimiseFigure(readRecipe(file, `a.${format}`))).toEqual(minimiseFigure(spec));
  });

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

  it("is found in an SVG that another program has written anew", () => {
    const recipe = recipeOf(PRESETS["circle-region"].spec);
    for (const inner of [
      `<metadata id='m'\n><![CDATA[${recipe}]]></metadata>`,
      `<metadata><rdf:RDF>other</rdf:RDF></metadata><metadata>${recipe.replaceAll('"', "&quot;")}</metadata>`,
      `<svg:metadata>${recipe.replaceAll('"', "&#x22;")}</svg:metadata>`,
    ])
      expect(
        minimiseFigure(readRecipe(utf8(`\ufeff<?xml version="1.0"?><!-- x --><svg:svg>${inner}</svg:svg>`))),
      ).toEqual(minimiseFigure(PRESETS["circle-region"].spec));
  });
});

describe("a file that is none of ours", () => {
  const foreign = encodePng({
    columns: 2,
    rows: 1,
    indices: Uint8Array.of(0, 1),
    palette: new Uint8Array(768),
  });
  const carrying = (recipe: unknown): Uint8Array => CARRIERS["svg"](JSON.stringify(recipe), "");
  it.each<[string, Uint8Array, string]>([
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
    ["i.svg", CARRIERS["svg"]('{"marginscape":"1", ', ""), "i.svg is damaged: no JSON"],
    [
      "j.svg",
      carrying({ marginscape: "9.9.9", figure: { version: 2 } }),
      'j.svg: made by Marginscape "9.9.9", figure version 2; this one reads up to version 1',
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

  it("is never more than a sentence, wherever it is damaged", async () => {
    const spec = { ...PRESETS["circle-region"].spec, samples: 32 } as FigureSpec;
    const files = await Promise.all(
      (["svg", "png", "pdf"] as const).map((format) => writeFigure(spec, format, { scale: 1 }, nodePlatform)),
    );
    files.push(...["html", "tex", "gif"].map((kind) => CARRIERS[kind](recipeOf(spec), "")));
    const [read, refused] = [[0], [0]];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(),
        fc.nat({ max: 255 }),
        fc.boolean(),
        (file, at, byte, cut) => {
          const place = at % file.length;
          const damaged = cut ? file.slice(0, place) : file.slice();
          if (!cut) damaged[place] = byte;
          try {
            readRecipe(damaged);
            read[0]++;
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
            refused[0]++;
          }
        },
      ),
      { numRuns: 2000 },
    );
    console.log(`2000 damaged files: ${read[0]} read, ${refused[0]} refused`);
    expect(refused[0]).toBeGreaterThan(300);
  });
});

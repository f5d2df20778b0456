import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { recipeOf } from "../../../src/export/figure.ts";
import { writeFigure } from "../../../src/export/formats.ts";
import { nodePlatform } from "../../../src/export/platform-node.ts";
import { pngOf, pngChunks } from "../../../src/export/png-chunks.ts";
import { gifComment } from "../../../src/export/recipe/gif.ts";
import { recipeScript } from "../../../src/export/recipe/html.ts";
import { readRecipe } from "../../../src/export/recipe/read.ts";
import { recipeComment } from "../../../src/export/recipe/tikz.ts";
import { type FigureSpec, minimiseFigure } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { has, outputOf } from "../tools.ts";
import { packetOf, pdfOf, PIXEL, utf8 } from "./carriers.ts";

// the fonts of a PDF have no emoji
const SPEC = { ...PRESETS["circle-region"].spec, title: "γ & <b>“q”</b>", samples: 32 } as FigureSpec;
const RECIPE = recipeOf(SPEC);
const QUOTED = RECIPE.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const expectFigure = (bytes: Uint8Array): void =>
  expect(minimiseFigure(readRecipe(bytes, "file"))).toEqual(minimiseFigure(SPEC));

const folder = mkdtempSync(join(tmpdir(), "marginscape-recipe-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a file that another program has written anew", () => {
  it.each([
    ["in single quotes, other lines", `<metadata id='m'\n>\n  ${QUOTED}\n</metadata>`],
    ["a > in an attribute", `<metadata id="a>b" data-x='"'>${QUOTED}</metadata>`],
    ["CDATA", `<metadata><![CDATA[${RECIPE}]]></metadata>`],
    [
      "CDATA in pieces",
      `<metadata><![CDATA[${RECIPE.slice(0, 40)}]]><![CDATA[${RECIPE.slice(40)}]]></metadata>`,
    ],
    [
      "numbers for letters",
      `<metadata>${RECIPE.replace(/[^\w]/gu, (c) => `&#x${c.codePointAt(0)?.toString(16)};`)}</metadata>`,
    ],
    ["a comment before it", `<metadata><!-- saved by x -->${QUOTED}</metadata>`],
    [
      "RDF of another program beside it",
      `<metadata><rdf:RDF>x</rdf:RDF></metadata><metadata>${QUOTED}</metadata>`,
    ],
    ["an element around it", `<metadata><m:recipe xmlns:m="x">${QUOTED}</m:recipe></metadata>`],
    ["a prefix", `<svg:metadata>${QUOTED}</svg:metadata>`],
    [
      "a wrong one in a comment",
      `<!--<metadata>{&quot;marginscape&quot;:1}</metadata>--><metadata>${QUOTED}</metadata>`,
    ],
    [
      "a wrong one in the title",
      `<title>{"marginscape":"1"} &lt;metadata></title><metadata>${QUOTED}</metadata>`,
    ],
  ])("an SVG with %s", (_, inner) => {
    const head = `<?xml version="1.0"?><!-- <x> -->\n<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY ns "c">]>`;
    expectFigure(utf8(`\ufeff${head}<svg:svg>${inner}</svg:svg>`));
    expectFigure(Buffer.from(`\ufeff<svg>${inner}</svg>`, "utf16le"));
  });

  it.each([
    ["tEXt", Buffer.from(RECIPE)],
    ["zTXt", Buffer.concat([Uint8Array.of(0), deflateSync(RECIPE)])],
    ["iTXt", Buffer.concat([Uint8Array.of(1, 0), utf8("en\0recipe\0"), deflateSync(RECIPE)])],
  ])("a PNG with the text in %s", (type, text) => {
    const [header, ...rest] = pngChunks(PIXEL);
    const data = Buffer.concat([utf8("marginscape\0"), text]);
    expectFigure(pngOf([header, ...rest.slice(0, -1), { type, data }, ...rest.slice(-1)]));
  });

  it("a PDF with packed metadata, or the recipe as an attribute", () => {
    expectFigure(pdfOf(deflateSync(packetOf(RECIPE)), "/Filter /FlateDecode\n"));
    expectFigure(
      pdfOf(utf8(`<rdf:RDF><rdf:Description rdf:about="" marginscape:recipe="${QUOTED}"/></rdf:RDF>`)),
    );
  });

  it.each([
    ["with lines that end as on Windows", (tex: string) => tex.replaceAll("\n", "\r\n")],
    ["without blanks at the ends of lines", (tex: string) => tex.replace(/ +$/gm, "")],
    ["indented", (tex: string) => tex.replace(/^/gm, "    ")],
    [
      "far down in a paper",
      (tex: string) => `\\usepackage{tikz}\n${"words\n".repeat(3000)}${tex}\\end{document}`,
    ],
  ])("TeX %s", (_, change) =>
    expectFigure(utf8(change(`% x\n${recipeComment(RECIPE)}\\begin{tikzpicture}`))),
  );

  it("a page saved by a browser, or a piece of one", () => {
    const script = recipeScript(RECIPE);
    expectFigure(
      utf8(`<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet <script> -->\n<html>${script}</html>`),
    );
    expectFigure(utf8(`<!-- x --><HTML><SCRIPT>"</scrip"</SCRIPT>${script.replace(/type=\S+ /, "")}`));
    expectFigure(utf8(`<div>${script.replaceAll('"marginscape-recipe"', "marginscape-recipe")}</div>`));
  });

  it("a GIF with the comments of others, and ours after the picture", () => {
    const head = [...utf8("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
    const picture = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 1, 1, 1, 2, 2, 2, 2, 2, 0x44, 1, 0];
    expectFigure(
      Uint8Array.of(...head, ...gifComment("Created with x"), ...picture, ...gifComment(RECIPE), 0x3b),
    );
  });
});

describe.skipIf(!has("qpdf"))("a PDF written anew by qpdf (skipped where it is not installed)", () => {
  const path = (name: string): string => join(folder, name);

  it.each([
    ["as it is", []],
    ["in object streams", ["--object-streams=generate", "--recompress-flate"]],
    ["for the web", ["--linearize"]],
    ["taken apart", ["--qdf"]],
    ["encrypted, its metadata not", ["--encrypt", "", "x", "256", "--cleartext-metadata", "--"]],
  ])("%s still carries the recipe", async (_, options) => {
    writeFileSync(path("a.pdf"), await writeFigure(SPEC, "pdf", {}, nodePlatform));
    outputOf("qpdf", ...options, path("a.pdf"), path("b.pdf"));
    expectFigure(readFileSync(path("b.pdf")));
  });

  it("encrypted altogether is said to be", async () => {
    writeFileSync(path("a.pdf"), await writeFigure(SPEC, "pdf", {}, nodePlatform));
    outputOf("qpdf", "--encrypt", "", "x", "256", "--", path("a.pdf"), path("c.pdf"));
    expect(() => readRecipe(readFileSync(path("c.pdf")), "c.pdf")).toThrow(
      "c.pdf: the PDF is encrypted; expected",
    );
  });
});

describe.skipIf(!has("pdfinfo"))("a PDF read by poppler (skipped where pdfinfo is not installed)", () => {
  it("has the recipe in the metadata of the document", async () => {
    const file = join(folder, "p.pdf");
    writeFileSync(file, await writeFigure(SPEC, "pdf", {}, nodePlatform));
    const packet = outputOf("pdfinfo", "-meta", file);
    expect(packet.match(/<x:xmpmeta/g)).toHaveLength(1);
    expectFigure(pdfOf(utf8(packet)));
  });
});

/** Python's own zlib and struct, and the PNG specification: no line of it is ours. */
const READ_PNG = `
import json, struct, sys, zlib
data = sys.stdin.buffer.read(); assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
at, types, texts, phys = 8, [], {}, None
while at < len(data):
    n, = struct.unpack(">I", data[at:at+4]); kind = data[at+4:at+8]; body = data[at+8:at+8+n]
    assert zlib.crc32(kind + body) == struct.unpack(">I", data[at+8+n:at+12+n])[0], kind
    types.append(kind.decode())
    if kind == b"iTXt":
        key, rest = body.split(b"\\0", 1); assert rest[:2] == b"\\0\\0"
        texts[key.decode("latin1")] = rest[2:].split(b"\\0", 2)[2].decode()
    if kind == b"pHYs": phys = struct.unpack(">IIB", body)
    at += 12 + n
print(json.dumps({"types": types, "texts": texts, "phys": phys}))`;

const hasPython = spawnSync("python3", ["--version"]).status === 0;

describe.skipIf(!hasPython)("a PNG read by Python (skipped where python3 is not installed)", () => {
  it.each([1, 2, 300 / 96])("at scale %d has its size, words and recipe before its pixels", async (scale) => {
    const input = await writeFigure(SPEC, "png", { scale }, nodePlatform);
    const { stdout, stderr } = spawnSync("python3", ["-c", READ_PNG], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    const { types, texts, phys } = JSON.parse(stdout) as {
      types: string[];
      texts: Record<string, string>;
      phys: number[];
    };
    expect(types[0]).toBe("IHDR");
    expect(types.indexOf("pHYs")).toBeLessThan(types.indexOf("IDAT"));
    expect(types.lastIndexOf("iTXt")).toBeLessThan(types.indexOf("IDAT"));
    expect(phys).toEqual([Math.round((96 * scale) / 0.0254), Math.round((96 * scale) / 0.0254), 1]);
    expect(texts["marginscape"]).toBe(RECIPE);
    expect(texts["Title"]).toContain("“q”");
    expect(texts["Description"].length).toBeGreaterThan(40);
  });
});

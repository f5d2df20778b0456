import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { recipeOf } from "../../../src/export/figure.ts";
import { writeFigure } from "../../../src/export/formats.ts";
import { nodePlatform } from "../../../src/export/platform-node.ts";
import { pngChunks, pngOf } from "../../../src/export/png-chunks.ts";
import { readRecipe } from "../../../src/export/recipe/read.ts";
import { InputError } from "../../../src/losses/errors.ts";
import type { FigureSpec } from "../../../src/spec/figure.ts";
import { PRESETS } from "../../../src/spec/presets.ts";
import { fc } from "../../numerics/seeded.ts";
import { CARRIERS, pdfOf, PIXEL, utf8 } from "./carriers.ts";

const SPEC = { ...PRESETS["circle-region"].spec, samples: 32 } as FigureSpec;

/** Whether it was read; anything but a figure or an `InputError` is an error of ours. */
function isRead(bytes: Uint8Array): boolean {
  try {
    readRecipe(bytes, "file");
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.message).toContain("file");
    return false;
  }
}

describe("a damaged file", () => {
  it("gives a figure or a sentence, at once, wherever a byte is wrong, missing or the rest cut off", async () => {
    const files: Uint8Array[] = await Promise.all(
      (["svg", "png", "pdf", "html", "tex", "gif"] as const).map((format) =>
        format === "gif"
          ? CARRIERS.gif(recipeOf(SPEC))
          : writeFigure(SPEC, format, { scale: 1 }, nodePlatform),
      ),
    );
    // so small that most of the damage falls on the recipe
    for (const carry of Object.values(CARRIERS)) files.push(carry(recipeOf(SPEC), "x"));
    let [read, refused, slowest] = [0, 0, 0];
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom("change", "remove", "cut"),
        (file, places, how) => {
          let damaged: Uint8Array = file.slice();
          for (const [where, byte] of places) {
            const at = Math.min(damaged.length - 1, Math.floor(where * damaged.length));
            if (how === "change") damaged[at] = byte;
            else if (how === "cut") damaged = damaged.slice(0, at + 1);
            else damaged = Buffer.concat([damaged.subarray(0, at), damaged.subarray(at + 1)]);
          }
          const start = performance.now();
          if (isRead(damaged)) read++;
          else refused++;
          slowest = Math.max(slowest, performance.now() - start);
        },
      ),
      { numRuns: 2000 },
    );
    console.log(
      `2000 damaged files: ${read} read, ${refused} refused, the slowest in ${slowest.toFixed(0)} ms`,
    );
    expect(refused).toBeGreaterThan(300);
    expect(read).toBeGreaterThan(100);
    expect(slowest).toBeLessThan(1000);
  }, 120_000);
});

describe("a file made to be slow or to break something", () => {
  const many = (text: string, size = 2_000_000): string => text.repeat(size / text.length);
  const KEY = '"marginscape"';
  const [header, ...rest] = pngChunks(PIXEL);
  const bomb = deflateSync(Buffer.alloc(200_000_000, 60));
  it.each<[string, Uint8Array]>([
    ["elements that never end", utf8(`<svg>${many("<metadata>")}${KEY}`)],
    ["CDATA that never ends", utf8(`<svg><metadata>${many("<![CDATA[")}${KEY}</metadata></svg>`)],
    ["quotes that never end", utf8(`<svg>${many("<a '\">")}${KEY}`)],
    ["brackets that never end", utf8(`<!DOCTYPE svg ${many("[")}${KEY}`)],
    ["half references", utf8(`<svg><metadata>${many("&#x1")}${KEY}</metadata></svg>`)],
    ["attributes without values", utf8(`<svg><metadata ${KEY}${many(" a   ")}></metadata></svg>`)],
    ["scripts that never end", utf8(`<!doctype html>${many("<script>")}`)],
    ["tags that never end", utf8(`<!doctype html>${many("<script ")}`)],
    ["comments that never end", utf8(`<!doctype html>${many("<!-- ")}`)],
    ["mentions of metadata", utf8(`%PDF-1.4 ${many("/Metadata ")}`)],
    ["metadata within metadata", utf8(`%PDF-1.4 ${many("obj<</Metadata/XML>>stream\n")}endstream`)],
    ["200 MB in a packed stream", pdfOf(bomb, "/Filter /FlateDecode\n")],
    [
      "200 MB in a packed chunk",
      pngOf([header, { type: "zTXt", data: Buffer.concat([utf8("marginscape\0\0"), bomb]) }, ...rest]),
    ],
    ["arrays in arrays", utf8(many("[", 200_000) + many("]", 200_000))],
    [
      "objects in objects",
      CARRIERS.svg(`{${KEY}:"1","figure":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`),
    ],
    [
      "a prototype",
      CARRIERS.svg(
        `{${KEY}:"1","figure":{"version":1,"__proto__":{"kind":"pairs"},"loss":{"id":"constructor"}}}`,
      ),
    ],
  ])(
    "%s: a sentence within two seconds",
    (_, bytes) => {
      const start = performance.now();
      expect(isRead(bytes)).toBe(false);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(({} as Record<string, unknown>)["kind"]).toBeUndefined();
    },
    20_000,
  );
});

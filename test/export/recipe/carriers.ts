import { gifComment } from "../../../src/export/recipe/gif.ts";
import { recipeScript } from "../../../src/export/recipe/html.ts";
import { describedPng } from "../../../src/export/recipe/png.ts";
import { recipeComment } from "../../../src/export/recipe/tikz.ts";
import { xmpPacket } from "../../../src/export/pdf/xmp.ts";
import { encodePng } from "../../../src/export/png-encode.ts";
import { escaped } from "../../../src/export/svg-document.ts";

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const PIXEL = encodePng({
  columns: 1,
  rows: 1,
  indices: Uint8Array.of(0),
  palette: new Uint8Array(768),
});

const GIF_HEAD = Uint8Array.of(...utf8("GIF89a"), 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255);

/** A PDF of one object, its metadata. */
export const pdfOf = (packet: Uint8Array, entries = ""): Uint8Array =>
  Buffer.concat([
    utf8("%PDF-1.7\n%\u00ff\u00ff\n1 0 obj\n<<\n/Type /Metadata\n/Subtype /XML\n"),
    utf8(`${entries}/Length ${packet.length}\n>>\nstream\n`),
    packet,
    utf8("\nendstream\nendobj\n%%EOF"),
  ]);

export const packetOf = (recipe: string, title = ""): Uint8Array =>
  utf8(xmpPacket({ recipe, title, description: title, creator: "x" }));

/** Every way in which a file carries a recipe, without the drawing, which is not what is tested here. */
export const CARRIERS = {
  svg: (recipe: string, title = "") =>
    utf8(
      `<svg xmlns="http://www.w3.org/2000/svg"><title>${escaped(title)}</title><metadata>${escaped(recipe)}</metadata></svg>`,
    ),
  png: (recipe: string, title = "") => describedPng(PIXEL, { recipe, title, description: title, scale: 2 }),
  pdf: (recipe: string, title = "") => pdfOf(packetOf(recipe, title)),
  html: (recipe: string, title = "") =>
    utf8(
      `<!doctype html><html><title>${escaped(title)}</title><script>1</script>${recipeScript(recipe)}</html>`,
    ),
  tex: (recipe: string) => utf8(`% a figure\n${recipeComment(recipe)}\\documentclass{standalone}\n`),
  gif: (recipe: string) => Uint8Array.of(...GIF_HEAD, ...gifComment(recipe), 0x3b),
  json: (recipe: string) => utf8(recipe),
} as const satisfies Record<string, (recipe: string, title?: string) => Uint8Array>;

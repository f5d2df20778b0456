import { InputError } from "../../losses/errors.ts";
import { isPng } from "../png-chunks.ts";
import { recipeFromGif } from "./gif.ts";
import { recipeFromHtml } from "./html.ts";
import { RECIPE_SCRIPT_ID } from "./keys.ts";
import { recipeFromPdf } from "./pdf.ts";
import { recipeFromPng } from "./png.ts";
import { hasRecipeComment, recipeFromTex } from "./tikz.ts";
import { recipeInXml } from "./xml.ts";

/** What a file is, and the text of the recipe or spec that it carries; nothing where it carries none. */
export interface Carried {
  readonly kind: keyof typeof KIND_NAMES;
  readonly recipe: string | undefined;
}

/** What a sentence calls each kind of file that may have a figure in it. */
export const KIND_NAMES = {
  json: "a spec",
  svg: "an SVG",
  png: "a PNG",
  pdf: "a PDF",
  html: "an HTML page",
  tex: "a TeX file",
  gif: "a GIF",
} as const;

/**
 * What kind of file it is, by its content whatever its name, and what it carries; undefined for any other file. Throws
 * `InputError` for a damaged one.
 */
export function carried(bytes: Uint8Array): Carried | undefined {
  if (isPng(bytes)) return { kind: "png", recipe: recipeFromPng(bytes) };
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (/^GIF8[79]a/.test(start)) return { kind: "gif", recipe: recipeFromGif(bytes) };
  if (/^\s*%PDF-/.test(start)) return { kind: "pdf", recipe: recipeFromPdf(bytes) };
  const text = textOf(bytes);
  const head = text.slice(0, 4096).trimStart();
  if (/^(?:[{["\d]|-\d|(?:true|false|null)\s*$)/.test(head)) return { kind: "json", recipe: text };
  if (head.startsWith("<")) return ofMarkup(text, head);
  if (hasRecipeComment(text) || /^%|\\documentclass|\\begin\{(?:tikzpicture|document)\}/.test(head))
    return { kind: "tex", recipe: recipeFromTex(text) };
  return undefined;
}

/** By the element that comes first: what stands further in a file, a title may say too. */
function ofMarkup(text: string, head: string): Carried | undefined {
  const [, name = ""] = /<(?!!--|\?)!?([\w:-]+)/.exec(head.replace(/<!--[\s\S]*?-->/g, "")) ?? [];
  const [, root = name] = name.toLowerCase() === "doctype" ? (/<!doctype\s+([\w:-]+)/i.exec(head) ?? []) : [];
  if (/^(?:[\w-]+:)?svg$/.test(root)) return { kind: "svg", recipe: recipeFromSvg(text) };
  const isPage = root.toLowerCase() === "html" || text.includes(RECIPE_SCRIPT_ID);
  return isPage ? { kind: "html", recipe: recipeFromHtml(text) } : undefined;
}

function recipeFromSvg(svg: string): string | undefined {
  const recipe = recipeInXml(svg, "metadata");
  if (recipe === undefined && !svg.trimEnd().endsWith(">")) throw new InputError("the SVG is cut off");
  return recipe;
}

/** Text in UTF-8, or in UTF-16 where it says so, as some shells write it. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const code = isWide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(code).decode(bytes);
}

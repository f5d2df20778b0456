import { InputError, shown } from "../../losses/errors.ts";
import { type FigureSpec, parseFigure, resolveFigure } from "../../spec/figure.ts";
import { isPng } from "../png-chunks.ts";
import { recipeFromGif } from "./gif.ts";
import { recipeFromHtml } from "./html.ts";
import { recipeFromPng } from "./png.ts";
import { recipeFromTex } from "./tikz.ts";
import { figureOfRecipe } from "./versions.ts";
import { recipeInElement } from "./xml.ts";

/** Far more than any figure's file has. */
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_RECIPE = 1024 * 1024;

/**
 * The figure in a file: a spec, or an SVG, PNG, PDF, HTML, TikZ or GIF file that carries its recipe. Nothing of it is
 * run. Throws `InputError` with a sentence on what is wrong with the file.
 */
export function readRecipe(bytes: Uint8Array, name = "this file"): FigureSpec {
  try {
    const figure = figureIn(bytes, name);
    // a loss that does not exist is found only there
    resolveFigure(figure);
    return figure;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw error.message.includes(name) ? error : new InputError(`${name}: ${error.message}`);
  }
}

function figureIn(bytes: Uint8Array, name: string): FigureSpec {
  if (bytes.length === 0) throw new InputError(`${name} is empty; expected a figure`);
  if (bytes.length > LARGEST_FILE)
    throw new InputError(`${name} has ${Math.round(bytes.length / 1e6)} MB; expected at most 64 MB`);
  const found = carried(bytes);
  if (found === "no figure")
    throw new InputError(
      `no figure in ${name}; expected a spec (JSON), or an SVG, PNG, PDF, HTML, TeX or GIF file saved by Marginscape`,
    );
  const { kind, recipe } = found;
  if (recipe === undefined)
    throw new InputError(`no recipe in ${name}; expected ${kind} saved by Marginscape, with its metadata`);
  // a JSON file may have the numbers of the figure beside its recipe
  if (kind !== "a spec" && recipe.length > LARGEST_RECIPE)
    throw new InputError(
      `the recipe in ${name} has ${recipe.length} characters; expected at most ${LARGEST_RECIPE}`,
    );
  return kind === "a spec" ? figureOfJson(recipe) : figureOfRecipe(jsonOf(recipe, name));
}

interface Carried {
  readonly kind: string;
  readonly recipe: string | undefined;
}

/** What kind of file it is, by what is in it, and the recipe that it carries. */
function carried(bytes: Uint8Array): Carried | "no figure" {
  if (isPng(bytes)) return { kind: "a PNG", recipe: recipeFromPng(bytes) };
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("GIF8")) return { kind: "a GIF", recipe: recipeFromGif(bytes) };
  const text = new TextDecoder().decode(bytes).replace(/^\ufeff/, "");
  if (start.includes("%PDF-")) return { kind: "a PDF", recipe: recipeInElement(text, "marginscape:recipe") };
  const head = text.slice(0, 4096).trimStart();
  if (head.startsWith("{") || head.startsWith("[")) return { kind: "a spec", recipe: text };
  if (/^(?:<!doctype html|<html)/i.test(head)) return { kind: "an HTML page", recipe: recipeFromHtml(text) };
  if (head.startsWith("<") && /<(?:[a-z]+:)?svg[\s>]/i.test(text))
    return { kind: "an SVG", recipe: recipeInElement(text, "(?:[a-z]+:)?metadata") };
  if (/^%|\\documentclass|\\begin\{tikzpicture\}/.test(head))
    return { kind: "a TeX file", recipe: recipeFromTex(text) };
  return "no figure";
}

/** A spec as it is, or a recipe that stands alone. */
function figureOfJson(text: string): FigureSpec {
  const value = jsonOf(text, "the file");
  const isRecipe = typeof value === "object" && value !== null && Object.hasOwn(value, "marginscape");
  return isRecipe ? figureOfRecipe(value) : parseFigure(value);
}

function jsonOf(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name} is damaged: no JSON (${shown((error as Error).message, 120)})`);
  }
}

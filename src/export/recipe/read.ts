import { InputError, shown } from "../../losses/errors.ts";
import { type FigureSpec, parseFigure } from "../../spec/figure.ts";
import { type Carried, carried, KIND_NAMES } from "./kind.ts";
import { LARGEST_RECIPE } from "./keys.ts";
import { figureOfRecipe, legal, type Saved } from "./versions.ts";

/** Bytes; far more than any figure's file has. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** A figure with what its file is and, where it says so, which version of Marginscape saved it. */
export interface OpenedFigure extends Pick<Carried, "kind"> {
  readonly figure: FigureSpec;
  readonly by?: string;
}

/**
 * The figure in a file: a spec, or an SVG, PNG, PDF, HTML, TikZ or GIF file that carries its recipe. Nothing of it is
 * run. Throws `InputError` with a sentence on what is wrong with the file.
 */
export const readRecipe = (bytes: Uint8Array, name = "this file"): FigureSpec =>
  openedFigure(bytes, name).figure;

/** The same, with what else the file says. */
export function openedFigure(bytes: Uint8Array, name: string): OpenedFigure {
  if (bytes.length === 0) throw new InputError(`${name} is empty; expected a figure`);
  checkLength(bytes.length, name);
  const found = naming(name, () => carried(bytes));
  if (found === undefined)
    throw new InputError(
      `no figure in ${name}; expected a spec (JSON), or an SVG, PNG, PDF, HTML, TeX or GIF file saved by Marginscape`,
    );
  const { kind, recipe } = found;
  if (recipe === undefined)
    throw new InputError(
      `no recipe in ${name}; expected ${KIND_NAMES[kind]} saved by Marginscape, with its metadata`,
    );
  // a file of numbers is all JSON, its figure a small part
  if (kind !== "json" && recipe.length > LARGEST_RECIPE)
    throw new InputError(
      `the recipe in ${name} has ${recipe.length} characters; expected at most ${LARGEST_RECIPE}`,
    );
  return naming(name, () => ({ kind, ...(kind === "json" ? ofJson(recipe) : ofRecipe(recipe)) }));
}

/** Throws `InputError` for a file of so many bytes that it cannot be a figure's. */
export function checkLength(length: number, name: string): void {
  if (length > LARGEST_FILE)
    throw new InputError(`${name} has ${Math.round(length / 1e6)} MB; expected at most 64 MB`);
}

/** A spec as it is, or a recipe that stands alone. */
function ofJson(text: string): Pick<OpenedFigure, "figure" | "by"> {
  const figure = parsed(text);
  const isCarried = typeof figure === "object" && figure !== null && Object.hasOwn(figure, "marginscape");
  return isCarried ? figureOfRecipe(figure) : { figure: legal(parseFigure(text)) };
}

function ofRecipe(text: string): Saved {
  const recipe = parsed(text);
  if (recipe === undefined) throw new InputError(`the recipe is damaged: not JSON (${shown(text, 60)})`);
  return figureOfRecipe(recipe);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is wrong, after the name of the file. */
function naming<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${name}: ${error.message}`) : error;
  }
}

import { InputError, shown } from "../../losses/errors.ts";
import { type FigureSpec, parseFigure } from "../../spec/figure.ts";

/** The version of figures that this Marginscape writes. */
export const FIGURE_VERSION = 1;

/**
 * How a figure of an older version becomes one of the next: one line for each version that there has been. All files
 * so far are of version 1, which every later version must be able to read.
 */
const NEXT: Readonly<Record<number, (figure: object) => object>> = {};

/** The figure of a recipe, brought to this version. Throws `InputError` for a newer one and for what is no recipe. */
export function figureOfRecipe(recipe: unknown): FigureSpec {
  const { marginscape: by, figure } = isObject(recipe) ? recipe : {};
  if (typeof by !== "string" || !isObject(figure))
    throw new InputError(`invalid recipe: ${shown(recipe, 60)}; expected {"marginscape": …, "figure": {…}}`);
  let current: Readonly<Record<string, unknown>> = figure;
  for (let version = versionOf(current, by); version < FIGURE_VERSION; version++)
    current = { ...NEXT[version](current), version: version + 1 };
  return parseFigure(current);
}

function versionOf(figure: Readonly<Record<string, unknown>>, by: string): number {
  const { version } = figure;
  if (typeof version === "number" && Number.isInteger(version) && version > FIGURE_VERSION)
    throw new InputError(
      `made by Marginscape ${shown(by, 20)}, figure version ${version}; this one reads up to version ${FIGURE_VERSION}`,
    );
  if (version !== FIGURE_VERSION && !Object.hasOwn(NEXT, String(version)))
    throw new InputError(`invalid figure version: ${shown(version, 20)}; expected ${FIGURE_VERSION}`);
  return version as number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

import { InputError, shown } from "../../losses/errors.ts";
import { type FigureSpec, parseFigure, resolveFigure } from "../../spec/figure.ts";

/** The version of figures that this Marginscape writes. */
export const FIGURE_VERSION = 1;

/**
 * How a figure of an older version becomes one of the next: one line for each version that there has been. All files
 * so far are of version 1, which every later version must be able to read.
 */
const NEXT: Readonly<Record<number, (figure: object) => object>> = {};

/** A figure and the version of Marginscape that saved it. */
export interface Saved {
  readonly figure: FigureSpec;
  readonly by: string;
}

/** The figure of a recipe, brought to this version. Throws `InputError` for a newer one and for what is no recipe. */
export function figureOfRecipe(recipe: unknown): Saved {
  const { marginscape: by, figure } = isObject(recipe) ? recipe : {};
  if (typeof by !== "string" || !isObject(figure))
    throw new InputError(`invalid recipe: ${shown(recipe, 60)}; expected {"marginscape": …, "figure": {…}}`);
  let current: Readonly<Record<string, unknown>> = figure;
  for (let version = versionOf(current, by); version < FIGURE_VERSION; version++)
    current = { ...NEXT[version](current), version: version + 1 };
  try {
    return { figure: legal(parseFigure(current)), by };
  } catch (error) {
    // what a newer program can, this one may not know
    if (!(error instanceof InputError) || !isNewer(by, __VERSION__)) throw error;
    throw new InputError(
      `${error.message} (made by Marginscape ${versionShown(by)}; this is ${__VERSION__})`,
    );
  }
}

/** A figure as it is. Throws `InputError` for a loss or parameters that do not exist, which only resolving finds. */
export function legal(figure: FigureSpec): FigureSpec {
  resolveFigure(figure);
  return figure;
}

function versionOf(figure: Readonly<Record<string, unknown>>, by: string): number {
  const { version } = figure;
  if (typeof version === "number" && Number.isInteger(version) && version > FIGURE_VERSION)
    throw new InputError(
      `made by Marginscape ${versionShown(by)}, figure version ${version}; this one reads up to version ${FIGURE_VERSION}`,
    );
  if (version !== FIGURE_VERSION && !Object.hasOwn(NEXT, String(version)))
    throw new InputError(`invalid figure version: ${shown(version, 20)}; expected ${FIGURE_VERSION}`);
  return version as number;
}

const versionShown = (by: string): string => (/^\d[\w.+-]{0,19}$/.test(by) ? by : shown(by, 20));

/** Whether one version of three numbers comes after another. */
function isNewer(one: string, other: string): boolean {
  const numbers = (version: string): number[] => version.split(/[.+-]/, 3).map(Number);
  const [mine, theirs] = [numbers(one), numbers(other)];
  const i = mine.findIndex((number, place) => number !== theirs[place]);
  return i >= 0 && mine[i] > theirs[i];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

import { provideAll } from "../../figures/at-once.ts";
import { figureOfRecipe } from "../../export/recipe/versions.ts";
import { InputError, shown } from "../../losses/errors.ts";
import { type FigureSpec, minimiseFigure } from "../../spec/figure.ts";

// a figure of any kind may be kept
provideAll();

export const LONGEST_NAME = 120;

/** Characters; ours have about a tenth of it. */
const LARGEST_THUMBNAIL = 300_000;

/** A figure that is kept: a recipe with a name. */
export interface Kept {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** Counts the changes, so that no tab overwrites what another has done since. */
  readonly revision: number;
  /** A small picture as a data: URL; empty until it is drawn. */
  readonly thumbnail: string;
  /** The version of Marginscape that saved it. */
  readonly marginscape: string;
  /** What was saved; `figureOf` reads it. */
  readonly figure: unknown;
}

/** A figure to be kept under a name. */
export function keptOf(spec: FigureSpec, name: string, thumbnail = ""): Kept {
  return {
    id: crypto.randomUUID(),
    name: name.trim().slice(0, LONGEST_NAME),
    changed: Date.now(),
    revision: 1,
    thumbnail,
    marginscape: __VERSION__,
    figure: minimiseFigure(spec),
  };
}

/** The figure, brought to this version. Throws `InputError` where this version cannot read it. */
export const figureOf = (kept: Kept): FigureSpec => figureOfRecipe(kept).figure;

/**
 * An entry of a storage or of a file, which may hold anything. Its figure need not be legal: that of a newer version is
 * kept for that version. Throws `InputError` for what is no entry.
 */
export function keptFrom(value: unknown): Kept {
  const entry = isObject(value) ? value : {};
  const { id, name, marginscape, figure } = entry;
  if (typeof id !== "string" || !isObject(figure) || typeof marginscape !== "string")
    throw new InputError(
      `invalid kept figure: ${shown(value)}; expected {"id", "name", "marginscape", "figure"}`,
    );
  return {
    id: id.slice(0, LONGEST_NAME),
    name: typeof name === "string" ? name.slice(0, LONGEST_NAME) : "",
    changed: wholeNumber(entry["changed"]),
    revision: wholeNumber(entry["revision"]),
    thumbnail: thumbnailIn(entry["thumbnail"]),
    marginscape,
    figure,
  };
}

/** Whether two entries say the same, whatever they are called inside. */
export const isSame = (one: Kept, other: Kept): boolean =>
  one.name === other.name && JSON.stringify(one.figure) === JSON.stringify(other.figure);

const wholeNumber = (value: unknown): number =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : 0;

/** Pictures in text only: an address of any other kind would ask somebody for something. */
const thumbnailIn = (value: unknown): string =>
  typeof value === "string" &&
  value.length <= LARGEST_THUMBNAIL &&
  /^data:image\/(png|webp);base64,[\w+/]+=*$/.test(value)
    ? value
    : "";

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

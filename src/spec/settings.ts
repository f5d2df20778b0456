import { InputError, unknownName } from "../losses/errors.ts";
import { GREEK } from "../formula/language.ts";
import { figureLoss, type LossChoice } from "./figure-loss.ts";
import { decodeGuides, encodeGuides } from "./guides.ts";
import { decodePaths, encodePaths } from "./paths.ts";
import { decodePoints, encodePoints } from "./points.ts";
import type { LandscapeSpec } from "./landscape-schema.ts";

/** Short names for places in a spec, shared by links (`quantity=z`) and by the command line (`--set quantity=z`). */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  loss: ["loss", "id"],
  formula: ["loss", "formula"],
  gradient: ["loss", "gradient"],
  K: ["counts", "K"],
  L: ["counts", "L"],
  "sn.unit": ["axes", "negative", "unit"],
  "sn.range": ["axes", "negative", "range"],
  "sp.unit": ["axes", "positive", "unit"],
  "sp.range": ["axes", "positive", "range"],
  horizontal: ["axes", "horizontal"],
  kind: ["kind"],
  quantity: ["quantity"],
  samples: ["samples"],
  field: ["layers", "field"],
  isolines: ["layers", "isolines"],
  isolineLabels: ["layers", "isolineLabels"],
  boundary: ["layers", "boundary"],
  region: ["layers", "region"],
  arrows: ["layers", "arrows"],
  arrowLength: ["layers", "arrowLength"],
  pointArrows: ["layers", "pointArrows"],
  legend: ["layers", "legend"],
  caption: ["layers", "caption"],
  points: ["points"],
  guides: ["guides"],
  paths: ["paths"],
  theme: ["theme"],
  venue: ["venue"],
  width: ["size", "width"],
  height: ["size", "height"],
  "size.type": ["size", "type"],
  "look.ground": ["look", "ground"],
  "look.sequential": ["look", "sequential"],
  "look.diverging": ["look", "diverging"],
  "look.scale": ["look", "scale"],
  title: ["title"],
  "words.caption": ["words", "caption"],
  "words.alt": ["words", "alt"],
  "words.horizontal": ["words", "horizontal"],
  "words.vertical": ["words", "vertical"],
};

export const SETTING_NAMES: readonly string[] = Object.keys(PLACES);

/** Before a parameter that has the name of a setting, as a typed loss's may. */
const PARAM = "param.";

/** Where a setting lives; anything else is a parameter of the loss. */
const placeOf = (name: string): readonly string[] =>
  Object.hasOwn(PLACES, name)
    ? PLACES[name]
    : ["loss", "params", name.startsWith(PARAM) ? name.slice(PARAM.length) : name];

/** Names of all settings that `spec` spells out, with their text, in a fixed order. */
export function settingsOf(spec: LandscapeSpec): readonly (readonly [string, string])[] {
  const named = SETTING_NAMES.map((name) => [name, textOf(name, valueAt(spec, PLACES[name]))] as const);
  const params = Object.entries(spec.loss.params ?? {}).map(
    ([id, value]) => [Object.hasOwn(PLACES, id) ? PARAM + id : id, String(value)] as const,
  );
  const [id, formula, ...rest] = named;
  return [id, formula, ...params, ...rest].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/**
 * `spec` with one setting changed, as an unchecked figure for `parseLandscape`. Throws `InputError` for a name that
 * is neither a setting nor a parameter of the figure's loss.
 */
export function withSetting(spec: object, name: string, text: string): object {
  const place = placeOf(name);
  if (place[1] === "params") {
    const { loss } = spec as { loss?: Partial<LossChoice> };
    if (!isParameter(place[2], loss))
      throw unknownName("setting", name, [...parameterNames(loss), ...SETTING_NAMES]);
  }
  return changed(spec, place, valueOf(name, text));
}

export const isSetting = (name: string, loss: LossChoice): boolean =>
  Object.hasOwn(PLACES, name) || isParameter(placeOf(name)[2], loss);

const parameterNames = ({ id, formula }: Partial<LossChoice> = {}): string[] =>
  id === undefined || formula !== undefined ? [] : Object.keys(figureLoss({ id }).params);

/** Of a typed loss every word of at most thirty letters may be one: which of them are, its text says when it is read. */
const isParameter = (name: string, loss: Partial<LossChoice> = {}): boolean =>
  loss.formula === undefined
    ? parameterNames(loss).includes(name)
    : /^[A-Za-z]\w{0,29}$/.test(name) && new RegExp(`(?<!\\w)${name}(?!\\w)`).test(ascii(loss.formula));

/** Greek letters as their names. */
const ascii = (formula: string): string =>
  Array.from(formula, (letter) => (Object.hasOwn(GREEK, letter) ? GREEK[letter] : letter)).join("");

function valueAt(tree: unknown, place: readonly string[]): unknown {
  return place.reduce<unknown>((branch, key) => (branch as Record<string, unknown> | undefined)?.[key], tree);
}

function changed(tree: object, [key, ...rest]: readonly string[], value: unknown): object {
  const branch = (tree as Record<string, unknown>)[key];
  const inner =
    rest.length === 0 ? value : changed(typeof branch === "object" && branch ? branch : {}, rest, value);
  return { ...tree, [key]: inner };
}

function textOf(name: string, value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (name.endsWith(".range")) return (value as readonly number[]).join(":");
  if (name === "points") return encodePoints(value as NonNullable<LandscapeSpec["points"]>);
  if (name === "guides") return encodeGuides(value as NonNullable<LandscapeSpec["guides"]>);
  if (name === "paths") return encodePaths(value as NonNullable<LandscapeSpec["paths"]>);
  return String(value);
}

const FREE_TEXT = new Set(["loss", "formula", "title"]);

function valueOf(name: string, text: string): unknown {
  if (name.endsWith(".range")) return rangeOf(name, text);
  if (name === "points") return decodePoints(text);
  if (name === "guides") return decodeGuides(text);
  if (name === "paths") return decodePaths(text);
  if (FREE_TEXT.has(name) || name.startsWith("words.")) return text;
  if (text === "true" || text === "false") return text === "true";
  return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** `start:end` */
function rangeOf(name: string, text: string): readonly number[] {
  const ends = text.split(":").map((end) => (end.trim() === "" ? NaN : Number(end)));
  if (ends.length !== 2 || !ends.every(Number.isFinite)) {
    throw new InputError(`invalid ${name}: ${text.slice(0, 80)}; expected start:end, for example 0:1`);
  }
  return ends;
}

import { InputError, unknownName } from "../losses/errors.ts";
import { findLoss } from "../losses/lookup.ts";
import { decodePoints, encodePoints } from "./points.ts";
import type { FigureSpec } from "./schema.ts";

/** Short names for places in a spec, shared by links (`quantity=z`) and by the command line (`--set quantity=z`). */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  loss: ["loss", "id"],
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
  legend: ["layers", "legend"],
  caption: ["layers", "caption"],
  points: ["points"],
  theme: ["theme"],
  width: ["size", "width"],
  height: ["size", "height"],
  title: ["title"],
};

export const SETTING_NAMES: readonly string[] = Object.keys(PLACES);

/** Where a setting lives; anything else is a parameter of the loss. */
const placeOf = (name: string): readonly string[] =>
  Object.hasOwn(PLACES, name) ? PLACES[name] : ["loss", "params", name];

/** Names of all settings that `spec` spells out, with their text, in a fixed order. */
export function settingsOf(spec: FigureSpec): readonly (readonly [string, string])[] {
  const named = SETTING_NAMES.map((name) => [name, textOf(name, valueAt(spec, PLACES[name]))] as const);
  const params = Object.entries(spec.loss.params ?? {}).map(([id, value]) => [id, String(value)] as const);
  const [first, ...rest] = named;
  return [first, ...params, ...rest].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}

/**
 * `spec` with one setting changed, as an unchecked figure for `parseFigure`. Throws `InputError` for a name that
 * is neither a setting nor a parameter of the figure's loss.
 */
export function withSetting(spec: object, name: string, text: string): object {
  const place = placeOf(name);
  if (place[1] === "params") {
    const id = (spec as { loss?: { id?: unknown } }).loss?.id;
    const known = typeof id === "string" ? Object.keys(findLoss(id.split(":")[0]).params) : [];
    if (!known.includes(name)) throw unknownName("setting", name, [...known, ...SETTING_NAMES]);
  }
  return changed(spec, place, valueOf(name, text));
}

export const isSetting = (name: string, lossId: string): boolean =>
  Object.hasOwn(PLACES, name) || Object.hasOwn(findLoss(lossId.split(":")[0]).params, name);

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
  if (name === "points") return encodePoints(value as NonNullable<FigureSpec["points"]>);
  return String(value);
}

const FREE_TEXT = new Set(["loss", "title"]);

function valueOf(name: string, text: string): unknown {
  if (name.endsWith(".range")) return rangeOf(name, text);
  if (name === "points") return decodePoints(text);
  if (FREE_TEXT.has(name)) return text;
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

import { TYPED } from "../formula/language.ts";
import { InputError } from "../losses/errors.ts";
import { type FigureSpec, isLandscape, minimiseFigure, parseFigure } from "./figure.ts";
import { decodedFigure, encodedFigure } from "./link-figure.ts";
import { parseLandscape } from "./landscape.ts";
import type { LandscapeSpec } from "./landscape-schema.ts";
import { isSetting, settingsOf, withSetting } from "./settings.ts";

/** A figure from a link, and the keys of the link that this version does not know. */
export interface DecodedLink {
  readonly spec: FigureSpec;
  readonly unknown: readonly (readonly [string, string])[];
}

/**
 * The figure as the part of a link after `#`: readable, only what is not a default, unknown keys kept. A landscape is
 * spelled out in settings (`loss=circle&m=0.3`), a figure of another kind is one setting, `figure`.
 */
export function encodeLink(spec: FigureSpec, unknown: DecodedLink["unknown"] = []): string {
  const short = minimiseFigure(spec);
  const settings = isLandscape(short) ? settingsOf(short) : [["figure", encodedFigure(short)] as const];
  const pairs = [["v", "1"] as const, ...settings, ...unknown];
  return pairs.map(([name, text]) => `${escaped(name)}=${escaped(text)}`).join("&");
}

/** Reads what `encodeLink` wrote. Throws `InputError` for a newer version, a missing loss, or values that are not legal. */
export function decodeLink(hash: string): DecodedLink {
  const pairs = [...new URLSearchParams(hash.replace(/^#/, "").replaceAll("+", "%2B"))];
  const given = new Map(pairs);
  const version = given.get("v") ?? "1";
  if (version !== "1") throw new InputError(`invalid link version: ${version.slice(0, 20)}; expected 1`);
  const figure = given.get("figure");
  if (figure === undefined) return decodedLandscape(pairs, given);
  return {
    spec: parseFigure(decodedFigure(figure)),
    unknown: pairs.filter(([name]) => name !== "v" && name !== "figure"),
  };
}

function decodedLandscape(
  pairs: readonly (readonly [string, string])[],
  given: ReadonlyMap<string, string>,
): DecodedLink & { readonly spec: LandscapeSpec } {
  const formula = given.get("formula");
  const id = given.get("loss") ?? (formula === undefined ? undefined : TYPED);
  if (id === undefined)
    throw new InputError("invalid link: no loss; expected loss=ID, for example loss=circle");
  const loss = { id, ...(formula !== undefined && { formula }) };
  let figure: object = { version: 1, loss };
  const unknown: (readonly [string, string])[] = [];
  for (const [name, text] of pairs) {
    if (name === "v" || name === "loss" || name === "formula") continue;
    if (isSetting(name, loss)) figure = withSetting(figure, name, text);
    else unknown.push([name, text]);
  }
  return { spec: parseLandscape(figure), unknown };
}

/** Percent-encoding that leaves the marks a reader wants to see. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/%(3A|3B|40|2C|2F)/g, (code) => decodeURIComponent(code));

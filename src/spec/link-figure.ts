import type { FigureSpec } from "./figure.ts";
import { fromJson } from "./parse.ts";

/** JSON's own marks and what stands for them in a link, where they would be percent-encoded: pairs that change places. */
const PAIRS = ["\"'", "{(", "})", "[!", "]*"] as const;

const PARTNERS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([json, link]) => [
    [json, link],
    [link, json],
  ]),
);

/** Each mark for its partner; twice is the same text again. */
const swapped = (text: string): string =>
  text.replace(/["'{()}[\]!*]/g, (mark) => PARTNERS.get(mark) ?? mark);

/** A figure as one readable word: `('kind':'curves','curves':!('loss':('id':'circle'))*)`. The link has the version. */
export const encodedFigure = (figure: FigureSpec): string =>
  swapped(JSON.stringify({ ...figure, version: undefined }));

/** The reverse, unchecked; plain JSON is taken too. Throws `InputError` for what is neither. */
export function decodedFigure(text: string): unknown {
  const figure = fromJson(text.startsWith("(") ? swapped(text) : text);
  return typeof figure === "object" && figure !== null && !Array.isArray(figure)
    ? { version: 1, ...figure }
    : figure;
}

import type { Place } from "../../formula/formula-error.ts";

/** Where in a piece of JSON a refusal points: the place that the parser names, or the last key of the path. */
export function faultIn(text: string, problem: string): Place | undefined {
  const place = /line (\d+) column (\d+)/.exec(problem);
  if (place) return { line: Number(place[1]), column: Number(place[2]), length: 1 };
  const path = /^(?:invalid|unknown key:|unknown loss:) ?([\w.[\]]+)/.exec(problem)?.[1];
  if (path === undefined) return undefined;
  return placeOf(text, path.match(/[^.[\]]+/g) ?? []);
}

/** The deepest key of a path that the text spells out, searched one after the other from the outside in. */
function placeOf(text: string, keys: readonly string[]): Place | undefined {
  let at = 0;
  let found = "";
  for (const key of keys) {
    if (/^\d+$/.test(key)) continue;
    const next = text.indexOf(`"${key}"`, at);
    if (next < 0) break;
    at = next;
    found = key;
  }
  if (found === "") return undefined;
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, length: found.length + 2 };
}

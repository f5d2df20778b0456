import { type NumberParam, number } from "../losses/params.ts";
import { FormulaError } from "./formula-error.ts";
import { Graph } from "./graph.ts";
import { GREEK } from "./language.ts";
import { parseTokens } from "./parse.ts";
import type { Token } from "./scan.ts";

/**
 * `0.25`, `0.25 in [0, 1]`, `64 in [1, 1024] log`, each with a label in quotes at its end if wanted: a parameter's
 * default and its legal range, which is its slider's too. A label may begin with a symbol to show: `"m: relaxation"`. Undefined where the tokens are no declaration.
 */
export function declarationOf(name: string, tokens: readonly Token[]): NumberParam | undefined {
  const label = tokens.at(-1)?.kind === "text" ? tokens.at(-1)?.text.slice(1, -1) : undefined;
  const rest = label === undefined ? tokens : tokens.slice(0, -1);
  const at = rest.findIndex(({ text }) => text === "in");
  const given = at < 0 ? rest : rest.slice(0, at);
  if (given.length === 0 || given.some(({ kind, text }) => kind === "name" && text !== "pi"))
    return undefined;
  const value = numberOf(given);
  if (at < 0) return declared(name, value, label);
  return declared(name, value, label, rangeOf(rest.slice(at), value));
}

/** A parameter that was only given a number. */
export function declared(
  name: string,
  value: number,
  label = name,
  range?: { readonly low: number; readonly high: number; readonly log: boolean },
): NumberParam {
  const reach = Math.max(1, 2 * Math.abs(value));
  const [, symbol, said] = /^(\S{1,12}): (.+)$/.exec(label) ?? [];
  return number({
    symbol: symbol ?? symbolOf(name),
    label: said ?? label,
    default: value,
    min: range?.low ?? -FAR,
    max: range?.high ?? FAR,
    slider: range ? [range.low, range.high] : [value < 0 ? -reach : 0, reach],
    scale: range?.log ? "log" : "linear",
    effect: "",
  });
}

const FAR = 1e9;

function rangeOf(tokens: readonly Token[], value: number) {
  const [word, open] = tokens;
  const comma = tokens.findIndex(({ text }) => text === ",");
  const close = tokens.findIndex(({ text }) => text === "]");
  const last = tokens.at(-1);
  const log = last?.text === "log";
  if (open?.text !== "[" || comma < 0 || close < comma || close !== tokens.length - (log ? 2 : 1)) {
    throw new FormulaError(
      "range not understood; expected in [low, high], with log after it if wanted",
      word,
    );
  }
  const low = numberOf(tokens.slice(2, comma), open);
  const high = numberOf(tokens.slice(comma + 1, close), tokens[comma]);
  if (!(low < high)) throw new FormulaError(`range from ${low} to ${high}; expected low below high`, open);
  if (log && low <= 0) throw new FormulaError(`logarithmic range from ${low}; expected low above 0`, open);
  if (value < low || value > high)
    throw new FormulaError(`default ${value} outside its range; expected ${low} to ${high}`, word);
  return { low, high, log };
}

/** A number, with a sign or as a quotient if wanted: `-0.5`, `1/3`, `pi/6`. */
function numberOf(tokens: readonly Token[], before?: Token): number {
  const place = tokens.at(0) ?? before;
  if (place === undefined) throw new FormulaError("number missing", { line: 1, column: 1, length: 1 });
  if (tokens.length === 0)
    throw new FormulaError(`number missing after ${place.text}; expected a number`, place);
  const node = new Graph().intern(parseTokens(tokens, []));
  if (node.kind !== "number") throw new FormulaError("no finite number; expected a number", place);
  return node.value;
}

const LETTERS = new Map(Object.entries(GREEK).map(([letter, name]) => [name, letter]));

/** `gamma` is shown as γ, `m_p` as m_p. */
export function symbolOf(name: string): string {
  const [head, ...tail] = name.split("_");
  return [LETTERS.get(head) ?? head, ...tail].join("_");
}

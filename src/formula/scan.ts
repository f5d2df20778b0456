import { FormulaError, type Place } from "./formula-error.ts";
import { GREEK, LIMITS } from "./language.ts";

export interface Token extends Place {
  readonly kind: "number" | "name" | "mark" | "text" | "end";
  /** As mathjs shall read it: Greek letters spelled out, typographic signs made plain. */
  readonly text: string;
}

const PLAIN: Readonly<Record<string, string>> = {
  "**": "^",
  "−": "-",
  "·": "*",
  "×": "*",
  "≤": "<=",
  "≥": ">=",
};

const PATTERNS: readonly (readonly [Token["kind"] | "space", RegExp])[] = [
  ["space", /[ \t\r\u00a0]+|(?:#|\/\/)[^\n]*/y],
  ["end", /[\n;]/y],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["name", /[A-Za-z_α-ωΔ][A-Za-z0-9_α-ωΔ]*/y],
  ["mark", /<=|>=|\*\*|[-+*/^(),?:<>=[\]≤≥−·×]/y],
  ["text", /"[^"\n]{0,80}"/y],
];

/**
 * A text as tokens with their places. Throws `FormulaError` for text that is too long or too deep and for every
 * character that no formula has; letters that only look like Latin ones are named by their code.
 */
export function scan(text: string): Token[] {
  const start: Place = { line: 1, column: 1, length: 1 };
  if (text.length > LIMITS.characters) {
    throw new FormulaError(`${text.length} characters; expected at most ${LIMITS.characters}`, start);
  }
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const [kind, part] = nextPart(text, at) ?? refuse(text, at, { line, column: at - lineStart + 1 });
    const place = { line, column: at - lineStart + 1, length: part.length };
    if ((kind === "name" || kind === "number") && part.length > LIMITS.word) {
      throw new FormulaError(`${kind} of ${part.length} characters; expected at most ${LIMITS.word}`, place);
    }
    if (kind !== "space") tokens.push({ kind, text: plainText(kind, part), ...place });
    if (tokens.length > LIMITS.tokens) {
      throw new FormulaError(`more than ${LIMITS.tokens} words and signs; expected a shorter formula`, place);
    }
    if (part === "(") depth++;
    if (part === ")") depth--;
    if (depth > LIMITS.nesting) {
      throw new FormulaError(`more than ${LIMITS.nesting} brackets open; expected a flatter formula`, place);
    }
    at += part.length;
    if (part === "\n") [line, lineStart] = [line + 1, at];
  }
  return tokens;
}

function nextPart(text: string, at: number): readonly [Token["kind"] | "space", string] | undefined {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const part = pattern.exec(text)?.[0];
    if (part !== undefined) return [kind, part];
  }
  return undefined;
}

function plainText(kind: Token["kind"], part: string): string {
  if (kind === "mark") return Object.hasOwn(PLAIN, part) ? PLAIN[part] : part;
  if (kind !== "name") return part;
  return Array.from(part, (letter) => (Object.hasOwn(GREEK, letter) ? GREEK[letter] : letter)).join("");
}

function refuse(text: string, at: number, place: Omit<Place, "length">): never {
  const [sign = ""] = text.slice(at, at + 2);
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const isLatin = /^[ -~]$/.test(sign);
  throw new FormulaError(
    `unexpected ${isLatin ? sign : `character U+${code}${/\p{L}/u.test(sign) ? ` (${sign}, not a Latin letter)` : ""}`}; ` +
      "expected numbers, names, + - * / ^ ( ) , ? : < <= > >=",
    { ...place, length: sign.length },
  );
}

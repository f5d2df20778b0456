import { FormulaError, type Place } from "../../formula/formula-error.ts";
import { declarationText } from "../../formula/fork.ts";
import { UnknownNameError } from "../../formula/parse.ts";
import { InputError } from "../../losses/errors.ts";
import { words } from "../words/words.ts";

/** What is wrong with a text, where, and the line that would mend it if one does. */
export interface Problem {
  readonly message: string;
  readonly place?: Place;
  readonly undeclared?: string;
}

/** Why `action` refused its input; undefined where it did not. Any other fault goes on. */
export function problemOf(action: () => void): Problem | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (!(error instanceof FormulaError)) return { message: words.told(error.message) };
    const { what, place } = error;
    const message = words.formula.at(place.line, place.column, words.told(what));
    const undeclared = error instanceof UnknownNameError ? error.unknown : undefined;
    return undeclared !== undefined && /^[A-Za-z]\w{0,29}$/.test(undeclared)
      ? { message, place, undeclared }
      : { message, place };
  }
}

/** Where a declaration goes, and what it says: at the head, behind the title. */
export function declaration(text: string, name: string): { readonly offset: number; readonly line: string } {
  const title = /^\s*name *=[^\n]*\n?/.exec(text)?.[0] ?? "";
  const line = `${declarationText(name, { ...(SCALES.has(name) ? SCALE : SHARE), label: name })}\n`;
  return { offset: title.length, line: title === "" || title.endsWith("\n") ? line : `\n${line.trimEnd()}` };
}

/** Names that losses give to what multiplies a similarity. */
const SCALES = new Set(["gamma", "scale", "alpha", "beta"]);
const SCALE = { default: 32, min: 1, max: 1024, scale: "log" } as const;
const SHARE = { default: 0.5, min: 0, max: 1, scale: "linear" } as const;

import { create, type MathNode, parseDependencies } from "mathjs/number";
import { unknownName } from "../losses/errors.ts";
import { depthOf, type Expression, sizeOf } from "./expression.ts";
import { FormulaError, type Place } from "./formula-error.ts";
import { CONSTANTS, FUNCTIONS, isFunction, LIMITS } from "./language.ts";
import { scan, type Token } from "./scan.ts";
import { TreeReader } from "./tree-reader.ts";

/** The parser alone: a fifth of what the whole of mathjs would add to a page. */
const { parse: mathjsParse } = create(parseDependencies);

/** A name that a formula uses and nobody declared; an editor can offer to declare it. */
export class UnknownNameError extends FormulaError {
  constructor(
    readonly unknown: string,
    legal: readonly string[],
    place: Place,
  ) {
    const said = unknownName("name", unknown, legal).message;
    super(
      said.includes("did you mean")
        ? said
        : `unknown name: ${unknown}; expected it to be declared, for example ${unknown} = 0.5 in [0, 1]`,
      place,
    );
  }
}

/**
 * One expression. `names` are the variables and parameters it may use. Nothing is evaluated: mathjs gives the tree,
 * and of that tree only what is listed in `language.ts` is taken over. Throws `FormulaError` with the place.
 */
export const parseExpression = (text: string, names: Iterable<string>): Expression =>
  parseTokens(
    scan(text).filter((token) => token.text !== "\n"),
    names,
  );

/** The same from tokens, as a part of a longer text. */
export function parseTokens(tokens: readonly Token[], names: Iterable<string>): Expression {
  if (tokens.length === 0) {
    throw new FormulaError("nothing there; expected a formula, for example softplus(32 * (s_n - s_p))", {
      line: 1,
      column: 1,
      length: 1,
    });
  }
  const known = new Set(names);
  checkTokens(tokens, known);
  const reader = new TreeReader(tokens, known);
  const expression = reader.read(parsed(tokens));
  if (sizeOf(expression, LIMITS.nodes) > LIMITS.nodes)
    throw new FormulaError(`more than ${LIMITS.nodes} operations; expected a shorter formula`, tokens[0]);
  if (depthOf(expression) > LIMITS.depth)
    throw new FormulaError(
      `operations more than ${LIMITS.depth} deep; expected a flatter formula, for example brackets around parts of a long sum`,
      tokens[0],
    );
  return expression;
}

const isOperandEnd = ({ kind, text }: Token): boolean => kind === "number" || kind === "name" || text === ")";
const isOperandStart = ({ kind, text }: Token): boolean =>
  kind === "number" || kind === "name" || text === "(";

/** Everything that can be said before there is a tree, where each token still knows its place. */
function checkTokens(tokens: readonly Token[], known: ReadonlySet<string>): void {
  const open: Token[] = [];
  tokens.forEach((token, i) => {
    const next = tokens.at(i + 1);
    if (token.kind === "text" || ["=", "[", "]", ";"].includes(token.text)) {
      throw new FormulaError(
        `unexpected ${token.text}; expected numbers, names, + - * / ^ ( ) , ? : < <= > >=`,
        token,
      );
    }
    if (token.kind === "number" && !Number.isFinite(Number(token.text))) {
      throw new FormulaError(`number too large: ${token.text}; expected at most 1.8e308`, token);
    }
    const isCall = token.kind === "name" && next?.text === "(";
    if (token.kind === "name") checkName(token, isCall, known);
    if (next && !isCall && isOperandEnd(token) && isOperandStart(next)) {
      throw new FormulaError(`missing sign before ${next.text}; expected one of + - * / ^`, next);
    }
    checkPairs(token, open);
  });
  const unclosed = open.findLast(({ text }) => text === "(");
  if (unclosed) throw new FormulaError("bracket never closed; expected a ) for this (", unclosed);
}

/** Each ) wants a ( and each : a ?, within the same brackets. */
function checkPairs(token: Token, open: Token[]): void {
  if (token.text === "(" || token.text === "?") open.push(token);
  if (token.text === ":" && open.at(-1)?.text !== "?")
    throw new FormulaError("unexpected :; expected a ? before it, as in a < b ? 1 : 0", token);
  if (token.text === ":") open.pop();
  if (token.text !== ")") return;
  while (open.at(-1)?.text === "?") open.pop();
  if (open.pop() === undefined) throw new FormulaError("unexpected ); expected a ( before it", token);
}

function checkName(token: Token, isCall: boolean, known: ReadonlySet<string>): void {
  const { text } = token;
  if (isCall && !isFunction(text)) {
    if (known.has(text) || Object.hasOwn(CONSTANTS, text))
      throw new FormulaError(
        `${text} is no function; expected a sign before (, for example ${text} * (`,
        token,
      );
    throw new FormulaError(unknownName("function", text, Object.keys(FUNCTIONS)).message, token);
  }
  if (!isCall && !known.has(text) && !Object.hasOwn(CONSTANTS, text)) {
    if (isFunction(text)) throw new FormulaError(`${text} is a function; expected ( after it`, token);
    throw new UnknownNameError(text, [...known, ...Object.keys(FUNCTIONS)], token);
  }
}

/** What is missing where mathjs stops. */
const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [/^(?:value expected|unexpected end)/i, "expected a number, a name or ( there"],
  [/^false part/i, "expected : and a second value, as in a < b ? 1 : 0; brackets around a ? within a ?"],
];

/** mathjs' tree of the tokens. Names are all x to it: none can be a word or a function of its own. */
function parsed(tokens: readonly Token[]): MathNode {
  const starts: number[] = [];
  let text = "";
  for (const token of tokens) {
    starts.push(text.length);
    text += token.kind === "name" ? "x " : `${token.text} `;
  }
  try {
    return mathjsParse(text);
  } catch (error) {
    const char = (error as { char?: number }).char ?? 1;
    const after = starts.findLastIndex((start) => start < char);
    const place = tokens[Math.max(0, after)];
    const reason = (error as Error).message.replace(/ \(char \d+\)/, "");
    const said = error instanceof RangeError ? "too deep" : reason.charAt(0).toLowerCase() + reason.slice(1);
    const legal = EXPECTED.find(([pattern]) => pattern.test(reason))?.[1] ?? "expected a complete formula";
    throw new FormulaError(`${said} at ${place.text}; ${legal}`, place);
  }
}

import { type MathNode, parse as mathjsParse } from "mathjs/number";
import { unknownName } from "../losses/errors.ts";
import { applied, depthOf, type Expression, named, numeral, sizeOf } from "./expression.ts";
import { FormulaError, type Place } from "./formula-error.ts";
import { CONSTANTS, FUNCTIONS, isFunction, LIMITS } from "./language.ts";
import type { PrimitiveName } from "./primitives/table.ts";
import { scan, type Token } from "./scan.ts";

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
    scan(text).filter(({ kind }) => kind !== "end"),
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
  const reader = new Reader(tokens, known);
  const expression = reader.read(parsed(tokens));
  const size = sizeOf(expression, LIMITS.nodes);
  if (size > LIMITS.nodes || depthOf(expression) > 2 * LIMITS.nesting) {
    throw new FormulaError(`more than ${LIMITS.nodes} operations; expected a shorter formula`, tokens[0]);
  }
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
    if (token.kind === "text" || ["=", "[", "]"].includes(token.text)) {
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
    if (token.text === "(") open.push(token);
    if (token.text === ")" && open.pop() === undefined)
      throw new FormulaError("unexpected ); expected a ( before it", token);
  });
  const unclosed = open.at(-1);
  if (unclosed) throw new FormulaError("bracket never closed; expected a ) for this (", unclosed);
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

/** mathjs' tree of the tokens. */
function parsed(tokens: readonly Token[]): MathNode {
  const starts: number[] = [];
  let text = "";
  for (const token of tokens) {
    starts.push(text.length);
    text += `${token.text} `;
  }
  try {
    return mathjsParse(text);
  } catch (error) {
    const char = (error as { char?: number }).char ?? 1;
    const after = starts.findLastIndex((start) => start < char);
    const place = tokens[Math.max(0, after)];
    const reason = (error as Error).message.replace(/ \(char \d+\)/, "");
    const said = error instanceof RangeError ? "too deep" : reason.charAt(0).toLowerCase() + reason.slice(1);
    throw new FormulaError(`${said} at ${place.text}; expected a complete formula`, place);
  }
}

const BINARY: Readonly<Record<string, PrimitiveName>> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
  "^": "power",
};
const COMPARISONS: Readonly<Record<string, PrimitiveName>> = {
  "<": "less",
  "<=": "lessEqual",
  ">": "greater",
  ">=": "greaterEqual",
};

/** What is read of mathjs' nodes. */
interface Parts {
  readonly type: string;
  readonly op?: string;
  readonly fn?: unknown;
  readonly implicit?: boolean;
  readonly args?: readonly Parts[];
  readonly name?: string;
  readonly value?: unknown;
  readonly content?: Parts;
  readonly condition?: Parts;
  readonly trueExpr?: Parts;
  readonly falseExpr?: Parts;
}

/** Takes the whitelisted nodes over. Numbers and names come in the order of the text, so each finds its token. */
class Reader {
  readonly #operands: readonly Token[];
  #at = 0;

  constructor(
    tokens: readonly Token[],
    private readonly known: ReadonlySet<string>,
  ) {
    this.#operands = tokens.filter(({ kind }) => kind === "number" || kind === "name");
  }

  read(node: MathNode | Parts | undefined): Expression {
    const parts = node as Parts | undefined;
    switch (parts?.type) {
      case "ParenthesisNode":
        return this.read(parts.content);
      case "ConstantNode": {
        const token = this.#next();
        if (typeof parts.value !== "number") throw this.#refused(token);
        return numeral(parts.value);
      }
      case "SymbolNode":
        return this.#name(this.#next());
      case "FunctionNode":
        return this.#function(this.#next(), parts.args ?? []);
      case "OperatorNode":
        return this.#operator(parts);
      case "ConditionalNode":
        return applied(
          "select",
          this.#comparison(parts.condition),
          this.read(parts.trueExpr),
          this.read(parts.falseExpr),
        );
      default:
        throw this.#refused(this.#operands.at(this.#at));
    }
  }

  #next(): Token {
    return this.#operands[this.#at++];
  }

  #name(token: Token): Expression {
    return !this.known.has(token.text) && Object.hasOwn(CONSTANTS, token.text)
      ? numeral(CONSTANTS[token.text])
      : named(token.text);
  }

  #function(token: Token, args: readonly Parts[]): Expression {
    const { text } = token;
    if (!isFunction(text)) throw this.#refused(token);
    const { least, most } = FUNCTIONS[text];
    if (args.length < least || args.length > most) {
      const legal = least === most ? String(least) : `${least} to ${most}`;
      throw new FormulaError(
        `${text} with ${args.length} arguments; expected ${legal === "1" ? "1 argument" : `${legal} arguments`}`,
        token,
      );
    }
    return applied(text, ...args.map((arg) => this.read(arg)));
  }

  #operator({ op = "", args = [], implicit }: Parts): Expression {
    const token = this.#operands.at(this.#at);
    const [a, b] = args;
    if (args.length === 1 && op === "-") return applied("negate", this.read(a));
    if (args.length === 1 && op === "+") return this.read(a);
    if (args.length === 2 && Object.hasOwn(BINARY, op) && implicit !== true)
      return applied(BINARY[op], this.read(a), this.read(b));
    if (Object.hasOwn(COMPARISONS, op))
      throw new FormulaError(
        "comparison used as a number; expected it before ?, as in a < b ? 1 : 0",
        token ?? START,
      );
    throw this.#refused(token);
  }

  #comparison(node: Parts | undefined): Expression {
    const token = this.#operands.at(this.#at) ?? START;
    if (node?.type === "ParenthesisNode") return this.#comparison(node.content);
    const { op = "", args = [] } = node ?? {};
    if (node?.type !== "OperatorNode" || args.length !== 2 || !Object.hasOwn(COMPARISONS, op))
      throw new FormulaError("no comparison before ?; expected one of < <= > >=, once", token);
    return applied(COMPARISONS[op], this.read(args[0]), this.read(args[1]));
  }

  #refused(token: Token | undefined): FormulaError {
    return new FormulaError(
      "not part of a formula; expected numbers, names, functions, + - * / ^ and conditionals",
      token ?? START,
    );
  }
}

const START: Place = { line: 1, column: 1, length: 1 };

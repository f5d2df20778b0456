import type { MathNode } from "mathjs/number";
import { applied, type Expression, named, numeral } from "./expression.ts";
import { FormulaError, type Place } from "./formula-error.ts";
import { CONSTANTS, FUNCTIONS, isFunction } from "./language.ts";
import type { PrimitiveName } from "./primitives/table.ts";
import type { Token } from "./scan.ts";

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
  readonly implicit?: boolean;
  readonly args?: readonly Parts[];
  readonly content?: Parts;
  readonly condition?: Parts;
  readonly trueExpr?: Parts;
  readonly falseExpr?: Parts;
  /** Of a chained comparison */
  readonly params?: readonly Parts[];
}

/**
 * Takes the whitelisted nodes of mathjs' tree over, and nothing else. What numbers and names are is read off the
 * tokens: both come in the order of the text. Throws `FormulaError`.
 */
export class TreeReader {
  /** Where the numbers and names are among the tokens, and how many of them are read. */
  readonly #operands: readonly number[];
  #read = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly known: ReadonlySet<string>,
  ) {
    this.#operands = tokens.flatMap(({ kind }, i) => (kind === "number" || kind === "name" ? [i] : []));
  }

  /** The whole tree: a number or name that mathjs made up or left out is no formula. */
  read(node: MathNode): Expression {
    const expression = this.#expression(node as unknown as Parts);
    if (this.#read < this.#operands.length) throw this.#refused();
    return expression;
  }

  #expression(parts: Parts | undefined): Expression {
    switch (parts?.type) {
      case "ParenthesisNode":
        return this.#expression(parts.content);
      case "ConstantNode":
      case "SymbolNode":
        return this.#operand(this.#next());
      case "FunctionNode":
        return this.#function(this.#next(), parts.args ?? []);
      case "OperatorNode":
        return this.#operator(parts);
      case "RelationalNode":
        return this.#chained(parts);
      case "ConditionalNode":
        return applied(
          "select",
          this.#comparison(parts.condition),
          this.#expression(parts.trueExpr),
          this.#expression(parts.falseExpr),
        );
      default:
        throw this.#refused();
    }
  }

  #next(): Token {
    if (this.#read >= this.#operands.length) throw this.#refused();
    return this.tokens[this.#operands[this.#read++]];
  }

  /** The sign after what was read last; brackets that close it stand between. */
  #sign(): Place {
    const after = this.#operands[this.#read - 1] + 1;
    return this.tokens.slice(after).find(({ text }) => text !== ")") ?? this.tokens[0];
  }

  #operand({ kind, text }: Token): Expression {
    if (kind === "number") return numeral(Number(text));
    const isConstant = !this.known.has(text) && Object.hasOwn(CONSTANTS, text);
    return isConstant ? numeral(CONSTANTS[text]) : named(text);
  }

  #function(token: Token, args: readonly Parts[]): Expression {
    const { text } = token;
    if (!isFunction(text)) throw this.#refused(token);
    const { least, most } = FUNCTIONS[text];
    if (args.length < least || args.length > most) {
      const legal = least === most ? String(least) : `${least} to ${most}`;
      throw new FormulaError(`${text} with ${counted(args.length)}; expected ${counted(legal)}`, token);
    }
    return applied(text, ...args.map((arg) => this.#expression(arg)));
  }

  #operator({ op = "", args = [], implicit }: Parts): Expression {
    const [a, b] = args;
    if (args.length === 1 && op === "-") return applied("negate", this.#expression(a));
    if (args.length === 1 && op === "+") return this.#expression(a);
    if (args.length === 2 && Object.hasOwn(BINARY, op) && implicit !== true)
      return applied(BINARY[op], this.#expression(a), this.#expression(b));
    if (!Object.hasOwn(COMPARISONS, op)) throw this.#refused();
    this.#expression(a);
    throw new FormulaError(
      "comparison used as a number; expected it before ?, as in a < b ? 1 : 0",
      this.#sign(),
    );
  }

  #comparison(node: Parts | undefined): Expression {
    if (node?.type === "ParenthesisNode") return this.#comparison(node.content);
    const { type, op = "", args = [] } = node ?? {};
    if (type === "OperatorNode" && args.length === 2 && Object.hasOwn(COMPARISONS, op))
      return applied(COMPARISONS[op], this.#expression(args[0]), this.#expression(args[1]));
    this.#expression(node);
    throw new FormulaError("no comparison before ?; expected one of < <= > >=, once", this.#sign());
  }

  #chained({ params = [] }: Parts): never {
    params.slice(0, 2).forEach((param) => this.#expression(param));
    throw new FormulaError("chained comparison; expected a single one, as in a < b ? 1 : 0", this.#sign());
  }

  #refused(token: Token | undefined = this.tokens[this.#operands[this.#read]]): FormulaError {
    return new FormulaError(
      "not part of a formula; expected numbers, names, functions, + - * / ^ and conditionals",
      token ?? this.tokens[0],
    );
  }
}

const counted = (count: number | string): string =>
  `${count} ${String(count) === "1" ? "argument" : "arguments"}`;

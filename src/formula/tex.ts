import type { ParamSpecs } from "../losses/params.ts";
import { computed } from "./computed.ts";
import type { Expression } from "./expression.ts";
import { LINK_VARIABLES, PLANE_VARIABLES, TRANSFORM_VARIABLES } from "./language.ts";
import { parseExpression } from "./parse.ts";
import {
  callTex,
  indicatorTex,
  isRelation,
  relationTex,
  rewritten,
  similaritySuffix,
} from "./primitives/tex.ts";
import { nameTex, numberTex, type Symbols, symbolsOf } from "./tex-symbols.ts";

export { symbolTex } from "./tex-symbols.ts";

/** How expressions are set. */
export interface TexStyle {
  readonly symbols: Symbols;
  /** Parts with a name of their own. */
  readonly parts?: ReadonlyMap<Expression, string>;
  /** A conditional between 1 and 0 as an indicator, as suits a derivative. */
  readonly indicators?: boolean;
}

/**
 * A formula of the catalogue as TeX, with the symbols of its parameters, or with `numbers` put in for them; `symbols`
 * sets further names. Throws `FormulaError` on text that is not a formula.
 */
export function formulaTex(
  formula: string,
  params: ParamSpecs,
  symbols: Symbols = new Map(),
  numbers: ReadonlyMap<string, number> = new Map(),
): string {
  const names = [
    ...PLANE_VARIABLES,
    ...TRANSFORM_VARIABLES,
    ...LINK_VARIABLES,
    ...Object.keys(params),
    ...symbols.keys(),
  ];
  const parsed = parseExpression(formula, names);
  return expressionTex(numbers.size === 0 ? parsed : computed(parsed, numbers), {
    symbols: new Map([...symbolsOf(params), ...symbols]),
  });
}

/** An expression, or a graph's node, as TeX. */
export const expressionTex = (expression: Expression, style: TexStyle): string =>
  new Writer(style).piece(expression, true).text;

const SUM = 1;
const SIGN = 2;
const PRODUCT = 3;
const FRACTION = 4;
const POWER = 5;
const ATOM = 6;

/** TeX, how tightly it holds together, and which operations may not follow it without brackets. */
interface Piece {
  readonly text: string;
  readonly level: number;
  /** Operations this tight or tighter that follow would be read into it: any after a brace, a product after `ln x`. */
  readonly grasp?: number;
}

const bracketed = (text: string): Piece => ({ text: `\\left(${text}\\right)`, level: ATOM });

class Writer {
  constructor(private readonly style: TexStyle) {}

  /** `whole`: what a part consists of, rather than its name. */
  piece(each: Expression, whole = false): Piece {
    const part = whole ? undefined : this.style.parts?.get(each);
    if (part !== undefined) return { text: part, level: ATOM };
    if (each.kind === "name") return { text: nameTex(each.name, this.style.symbols), level: ATOM };
    if (each.kind === "number") return numberPiece(each.value);
    const { function: name, args } = each;
    const [a, b] = args;
    const other = rewritten(name, args);
    if (other !== undefined) return this.piece(other);
    switch (name) {
      case "add":
        return this.#sum(a, b);
      case "subtract":
        return joined(this.#left(a, SUM), " - ", this.#right(b, SIGN + 1), SUM);
      case "multiply":
        return this.#product(each);
      case "divide":
        return { text: `\\frac{${this.#text(a)}}{${this.#text(b)}}`, level: FRACTION };
      case "negate":
        return joined({ text: "", level: ATOM }, "-", this.#right(a, SIGN + 1), SIGN);
      case "power":
        return this.#power(a, this.#text(b));
      case "exp":
        return { text: `e^{${this.#text(a)}}`, level: POWER };
      case "sqrt":
        return { text: `\\sqrt{${this.#text(a)}}`, level: ATOM };
      case "log":
        return this.#logarithm(a);
      case "angle":
        return { text: `\\theta${similaritySuffix(a) ?? ""}`, level: ATOM };
      case "chord":
        return { text: `d${similaritySuffix(a) ?? ""}`, level: ATOM };
      case "select":
        return this.#conditional(each);
      default:
        if (isRelation(name))
          return { text: `${this.#text(a)} ${relationTex(name)} ${this.#text(b)}`, level: 0 };
        return {
          text: callTex(
            name,
            args.map((arg) => this.#text(arg)),
          ),
          level: ATOM,
        };
    }
  }

  #text(each: Expression): string {
    return this.piece(each).text;
  }

  #left(each: Expression, level: number): Piece {
    const piece = this.piece(each);
    return piece.level < level || (piece.grasp ?? ATOM) <= level ? bracketed(piece.text) : piece;
  }

  #right(each: Expression, level: number): Piece {
    const piece = this.piece(each);
    return piece.level < level ? bracketed(piece.text) : piece;
  }

  #sum(a: Expression, b: Expression): Piece {
    const left = this.#left(a, SUM);
    const right = this.#right(b, SUM);
    return right.text.startsWith("-")
      ? joined(left, " - ", { ...right, text: right.text.slice(1) }, SUM)
      : joined(left, " + ", right, SUM);
  }

  /** Factors side by side, equal ones as a power. */
  #product(each: Expression): Piece {
    const counts = new Map<Expression, number>();
    const collect = (factor: Expression, top = false): void => {
      const product = factor.kind === "call" && factor.function === "multiply" ? factor : undefined;
      if (product && (top || !this.style.parts?.has(factor))) product.args.forEach((arg) => collect(arg));
      else counts.set(factor, (counts.get(factor) ?? 0) + 1);
    };
    collect(each, true);
    const pieces = [...counts].map(([factor, count], i) =>
      count > 1
        ? this.#power(factor, String(count))
        : i === 0
          ? this.#left(factor, SIGN)
          : this.#right(factor, PRODUCT),
    );
    return pieces.reduce((left, right) => {
      const before = (left.grasp ?? ATOM) <= PRODUCT ? bracketed(left.text) : left;
      const sign = /^\{?\d/.test(right.text) ? " \\cdot " : "\\,";
      return joined(before, sign, right, before.level === SIGN ? SIGN : PRODUCT);
    });
  }

  /** cos(x)² and [x]₊² keep their brackets as they are. */
  #power(base: Expression, exponent: string): Piece {
    const { text, level, grasp } = this.piece(base);
    const isCall = level === ATOM && grasp === undefined && /\\right[)\]|](_\{\+\})?$/.test(text);
    const inner = level < ATOM || grasp !== undefined ? bracketed(text).text : text;
    return { text: `${isCall ? text : `{${inner}}`}^{${exponent}}`, level: POWER };
  }

  #logarithm(a: Expression): Piece {
    const { text, level } = this.piece(a);
    return a.kind === "call" || level < ATOM || this.style.parts?.has(a)
      ? { text: `\\ln\\left(${text}\\right)`, level: ATOM }
      : { text: `\\ln ${text}`, level: ATOM, grasp: PRODUCT };
  }

  #conditional(each: Expression & { kind: "call" }): Piece {
    const [condition, a, b] = each.args;
    if (this.style.indicators && isNumber(a, 1) && isNumber(b, 0))
      return { text: indicatorTex(this.#text(condition)), level: ATOM };
    return { text: bracedTex(this.#rows(each)), level: ATOM, grasp: SUM };
  }

  /** Nested conditionals, one row a branch. */
  #rows({ args: [condition, a, b] }: Expression & { kind: "call" }): string[] {
    const isNested = b.kind === "call" && b.function === "select" && !this.style.parts?.has(b);
    const rest = isNested ? this.#rows(b) : [`${this.#text(b)} & \\text{else}`];
    return [`${this.#text(a)} & ${this.#text(condition)}`, ...rest];
  }
}

const joined = (left: Piece, sign: string, right: Piece, level: number): Piece => ({
  text: `${left.text}${sign}${right.text}`,
  level,
  ...(right.grasp !== undefined && { grasp: right.grasp }),
});

function numberPiece(value: number): Piece {
  const text = numberTex(value);
  return { text, level: text.startsWith("-") ? SIGN : text.includes("\\cdot") ? PRODUCT : ATOM };
}

const isNumber = (each: Expression, value: number): boolean => each.kind === "number" && each.value === value;

const MOST_BRACED = 2;

/** A brace over two rows; over more, a rule: KaTeX draws tall braces with inline styles, which the page forbids. */
function bracedTex(rows: readonly string[]): string {
  const body = rows.join(" \\\\ ");
  return rows.length <= MOST_BRACED
    ? `\\begin{cases}${body}\\end{cases}`
    : `\\begin{array}{|ll}${body}\\end{array}`;
}

import { applied, type Expression, numeral } from "./expression.ts";
import { isRelation, OPPOSITE, rewritten } from "./primitives/tex.ts";

/** sign · coefficient · Π numerators / Π denominators, times conditions that are 1 or 0. */
interface Factors {
  negative: boolean;
  above: number;
  below: number;
  readonly conditions: Expression[];
  /** How often each factor occurs, below the line counted negative. */
  readonly powers: Map<Expression, number>;
}

/**
 * A derivative as a person would write it: one sign and one fraction a product, equal factors cancelled or as a power,
 * x + x as 2x, a branch that is 0 as an indicator. `kept` are parts with a name, which stay whole.
 */
export function tidied(expression: Expression, kept: { has(each: Expression): boolean }): Expression {
  const done = new Map<Expression, Expression>();
  const tidy = (each: Expression, top = false): Expression => {
    if (each.kind !== "call" || (!top && kept.has(each))) return each;
    const known = done.get(each);
    if (known !== undefined) return known;
    const result = tidiedCall(each, tidy, kept);
    done.set(each, result);
    return result;
  };
  return tidy(expression, true);
}

type Call = Expression & { kind: "call" };

function tidiedCall(
  each: Call,
  tidy: (each: Expression) => Expression,
  kept: { has(each: Expression): boolean },
): Expression {
  const factors = factorsOf(each, kept);
  if (factors.powers.size !== 1 || !factors.powers.has(each)) return productOf(factors, tidy);
  const args = each.args.map((arg) => tidy(arg));
  const [a, b] = args;
  if (each.function === "subtract" && isNegated(b)) return applied("add", a, b.args[0]);
  if (each.function === "cos" && isNegated(a)) return applied("cos", a.args[0]);
  return applied(each.function, ...args);
}

const isNegated = (each: Expression): each is Call => each.kind === "call" && each.function === "negate";

function factorsOf(expression: Expression, kept: { has(each: Expression): boolean }): Factors {
  const factors: Factors = { negative: false, above: 1, below: 1, conditions: [], powers: new Map() };
  const collect = (each: Expression, power: 1 | -1, top = false): void => {
    if (each.kind === "number") {
      if (each.value < 0) factors.negative = !factors.negative;
      if (power === 1) factors.above *= Math.abs(each.value);
      else factors.below *= Math.abs(each.value);
      return;
    }
    const parts = top || !kept.has(each) ? partsOf(each) : undefined;
    if (parts === undefined) {
      factors.powers.set(each, (factors.powers.get(each) ?? 0) + power);
      return;
    }
    if (parts.negative) factors.negative = !factors.negative;
    factors.conditions.push(...(parts.conditions ?? []));
    for (const part of parts.above) collect(part, power);
    for (const part of parts.below ?? []) collect(part, power === 1 ? -1 : 1);
  };
  collect(expression, 1, true);
  return factors;
}

interface Parts {
  readonly negative?: boolean;
  readonly conditions?: readonly Expression[];
  readonly above: readonly Expression[];
  readonly below?: readonly Expression[];
}

/** What a call is the product of; undefined where it is a factor itself. */
function partsOf(each: Expression): Parts | undefined {
  if (each.kind !== "call") return undefined;
  const { function: name, args } = each;
  const [a, b, c] = args;
  switch (name) {
    case "multiply":
      return { above: [a, b] };
    case "divide":
      return { above: [a], below: [b] };
    case "negate":
      return { negative: true, above: [a] };
    case "add":
      return a === b ? { above: [numeral(2), a] } : undefined;
    case "sin":
      return isNegated(a) ? { negative: true, above: [applied("sin", a.args[0])] } : undefined;
    case "inverseSine":
    case "inverseChord":
    case "multipleSineRatio": {
      const fraction = rewritten(name, args);
      return fraction && partsOf(fraction);
    }
    case "select":
      if (isZero(c)) return { conditions: [a], above: [b] };
      if (isZero(b) && a.kind === "call" && isRelation(a.function))
        return { conditions: [applied(OPPOSITE[a.function], ...a.args)], above: [c] };
      return undefined;
    default:
      return undefined;
  }
}

const isZero = (each: Expression): boolean => each.kind === "number" && each.value === 0;

function productOf(factors: Factors, tidy: (each: Expression) => Expression): Expression {
  const { powers, conditions } = factors;
  const [above, below] = reduced(factors.above, factors.below);
  if (above === 0) return numeral(0);
  const side = (coefficient: number, sign: 1 | -1): Expression[] => [
    ...(coefficient === 1 ? [] : [numeral(coefficient)]),
    ...[...powers]
      .filter(([, power]) => Math.sign(power) === sign)
      .toSorted(([a], [b]) => rank(a) - rank(b))
      .map(([factor, power]) => {
        const base = tidy(factor);
        return Math.abs(power) === 1 ? base : applied("power", base, numeral(Math.abs(power)));
      }),
  ];
  const times = (all: readonly Expression[]): Expression =>
    all.length === 0 ? numeral(1) : all.reduce((x, y) => applied("multiply", x, y));
  const [top, bottom] = [side(above, 1), side(below, -1)];
  const fraction = bottom.length === 0 ? times(top) : applied("divide", times(top), times(bottom));
  const indicators = conditions.map((each) => applied("select", tidy(each), numeral(1), numeral(0)));
  const isOne = fraction.kind === "number" && fraction.value === 1;
  const product = times([...indicators, ...(isOne && indicators.length > 0 ? [] : [fraction])]);
  return factors.negative ? applied("negate", product) : product;
}

/** Constants first, conditionals last. */
function rank(each: Expression): number {
  if (each.kind === "name") return each.name === "s_p" || each.name === "s_n" ? 1 : 0;
  return each.kind === "call" && each.function === "select" ? 2 : 1;
}

/** A fraction of numbers, shortened where one is a multiple of the other. */
function reduced(above: number, below: number): readonly [number, number] {
  if (Number.isInteger(above / below)) return [above / below, 1];
  return Number.isInteger(below / above) ? [1, below / above] : [above, below];
}

import type { Expression } from "../../../src/formula/expression.ts";

/** The numbers of every name in the tests' formulas but s_p and s_n and what is made of them. */
export const PARAMETERS = { gamma: 1.7, m: 0.3 } as const;
export const COUNTS = { K: 3, L: 5 } as const;
export const NAMES = ["s_p", "s_n", "theta_p", "theta_n", "d_p", "d_n", "K", "L", ...Object.keys(PARAMETERS)];

export type Scope = Readonly<Record<string, number>>;

export const scopeAt = (sp: number, sn: number): Scope => ({
  ...PARAMETERS,
  ...COUNTS,
  s_p: sp,
  s_n: sn,
  theta_p: Math.acos(sp),
  theta_n: Math.acos(sn),
  d_p: Math.sqrt(2 - 2 * sp),
  d_n: Math.sqrt(2 - 2 * sn),
});

const clamped = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
const logSumExp = (...x: readonly number[]): number => {
  const top = Math.max(...x);
  return top + Math.log(x.reduce((sum, each) => sum + Math.exp(each - top), 0));
};

/** The language's own functions, once more and in the plainest way; also what mathjs is given under these names. */
export const OWN_FUNCTIONS = {
  relu: (x: number) => Math.max(x, 0),
  step: (x: number) => Number(x > 0),
  clamp: clamped,
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
  logSumExp,
  detach: (x: number) => x,
} as const;

const COMPARISONS: Readonly<Record<string, (a: number, b: number) => number>> = {
  less: (a, b) => Number(a < b),
  lessEqual: (a, b) => Number(a <= b),
  greater: (a, b) => Number(a > b),
  greaterEqual: (a, b) => Number(a >= b),
};

const FUNCTIONS: Readonly<Record<string, (...args: number[]) => number>> = {
  ...OWN_FUNCTIONS,
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => -a,
  power: Math.pow,
  ...COMPARISONS,
  select: (condition, a, b) => (condition === 1 ? a : b),
  min: Math.min,
  max: Math.max,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
};

/** Which way every function with a kink went: equal texts mean that no kink lies between two points. */
const SWITCHES: Readonly<Record<string, (...args: number[]) => number>> = {
  relu: (x) => Math.sign(x),
  abs: (x) => Math.sign(x),
  sign: (x) => Math.sign(x),
  step: (x) => Math.sign(x),
  floor: (x) => Math.floor(x),
  min: (...x) => x.indexOf(Math.min(...x)),
  max: (...x) => x.indexOf(Math.max(...x)),
  clamp: (x, low, high) => Math.sign(x - low) + 3 * Math.sign(x - high) + 9 * Math.sign(high - low),
  ...COMPARISONS,
};

export interface Seen {
  readonly value: number;
  /** A bound of what rounding may have done to the value. */
  readonly error: number;
}

/** The value of an expression by plain recursion, without a graph, sharing or folding. */
export function seenAt(expression: Expression, scope: Scope, path: number[] = []): Seen {
  if (expression.kind === "number") return { value: expression.value, error: 0 };
  if (expression.kind === "name") {
    const value = scope[expression.name];
    return { value, error: 2 ** -52 * Math.abs(value) };
  }
  const { function: name } = expression;
  const apply = FUNCTIONS[name];
  const args = expression.args.map((arg) => seenAt(arg, scope, path));
  const values = args.map(({ value }) => value);
  if (Object.hasOwn(SWITCHES, name)) path.push(SWITCHES[name](...values));
  const value = apply(...values);
  const moved = (i: number, by: number): number =>
    Math.abs(apply(...values.map((x, j) => (i === j ? x + by : x))) - value);
  const inherited = args.reduce(
    (sum, { error }, i) => (error === 0 ? sum : sum + Math.max(moved(i, error), moved(i, -error))),
    0,
  );
  // a comparison does not round
  const own = name in COMPARISONS ? 0 : 2 ** -52 * Math.abs(value);
  return { value, error: inherited + own };
}

export const valueAt = (expression: Expression, sp: number, sn: number): number =>
  seenAt(expression, scopeAt(sp, sn)).value;

export const pathAt = (expression: Expression, sp: number, sn: number): string => {
  const path: number[] = [];
  seenAt(expression, scopeAt(sp, sn), path);
  return path.join();
};

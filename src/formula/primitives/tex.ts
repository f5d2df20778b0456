import { applied, type Expression, isVariadic, numeral, type Variadic } from "../expression.ts";
import type { PrimitiveName } from "./table.ts";

type Name = PrimitiveName | Variadic;

/** Functions that read better as other ones. */
const REWRITTEN: Readonly<Partial<Record<Name, (...args: readonly Expression[]) => Expression>>> = {
  log1p: (x) => applied("log", applied("add", numeral(1), x)),
  expm1: (x) => applied("subtract", applied("exp", x), numeral(1)),
  logSoftplus: (x) => applied("log", applied("softplus", x)),
  logAddExp: (...args) => logOfSum(args),
  logSumExp: (...args) => logOfSum(args),
  sine: (s) => applied("sin", applied("angle", s)),
  multipleCosine: (s, m) => applied("cos", applied("multiply", m, applied("angle", s))),
  multipleSine: (s, m) => multipleSine(s, m),
  multipleSineRatio: (s, m) => applied("divide", multipleSine(s, m), applied("sine", s)),
  inverseSine: (s) => applied("divide", numeral(1), applied("sine", s)),
  inverseChord: (s) => applied("divide", numeral(1), applied("chord", s)),
};

const multipleSine = (s: Expression, m: Expression): Expression =>
  applied("sin", applied("multiply", m, applied("angle", s)));

const logOfSum = (args: readonly Expression[]): Expression =>
  applied(
    "log",
    args.map((x) => applied("exp", x)).reduce((a, b) => applied("add", a, b)),
  );

/** The expression that stands for a call in TeX; undefined where the call has a form of its own. */
export function rewritten(name: Name, args: readonly Expression[]): Expression | undefined {
  const [s] = args;
  if (name === "angle" && similaritySuffix(s) === undefined) return applied("acos", s);
  if (name === "chord" && similaritySuffix(s) === undefined)
    return applied("sqrt", applied("subtract", numeral(2), applied("multiply", numeral(2), s)));
  return REWRITTEN[name]?.(...args);
}

/** `_p`, `_n` or nothing of the similarities `s_p`, `s_n`, `s`; undefined for anything else. */
export const similaritySuffix = (expression: Expression): string | undefined =>
  expression.kind === "name" ? /^s(|_p|_n)$/.exec(expression.name)?.[1] : undefined;

const bracketed = (name: string, args: readonly string[]): string =>
  `${name}\\left(${args.join(",\\,")}\\right)`;

const NAMES: Readonly<Partial<Record<Name, string>>> = {
  softplus: "\\operatorname{sp}",
  sigmoid: "\\sigma",
  asin: "\\arcsin",
  acos: "\\arccos",
  atan: "\\arctan",
  ...Object.fromEntries(
    ["sin", "cos", "tan", "sinh", "cosh", "tanh", "min", "max"].map((name) => [name, `\\${name}`]),
  ),
};

/** A call with brackets of its own, so that it may stand anywhere and take an exponent. */
export function callTex(name: Name, args: readonly string[]): string {
  const [x] = args;
  switch (name) {
    case "relu":
      return `\\left[${x}\\right]_{+}`;
    case "abs":
      return `\\left|${x}\\right|`;
    case "step":
      return indicatorTex(`${x}>0`);
    case "floor":
      return `\\left\\lfloor ${x}\\right\\rfloor`;
    case "detach":
      return `\\operatorname{sg}\\left[${x}\\right]`;
    default:
      return bracketed(NAMES[name] ?? `\\operatorname{${name}}`, args);
  }
}

export const indicatorTex = (condition: string): string => `\\mathbb{1}\\left[${condition}\\right]`;

const RELATIONS = { less: "<", lessEqual: "\\le", greater: ">", greaterEqual: "\\ge" } as const;
type Relation = keyof typeof RELATIONS;

export const isRelation = (name: Name): name is Relation =>
  !isVariadic(name) && Object.hasOwn(RELATIONS, name);
export const relationTex = (name: Relation): string => RELATIONS[name];

export const OPPOSITE = {
  less: "greaterEqual",
  lessEqual: "greater",
  greater: "lessEqual",
  greaterEqual: "less",
} as const satisfies Record<Relation, Relation>;

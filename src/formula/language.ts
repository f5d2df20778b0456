import type { Variadic } from "./expression.ts";
import type { PrimitiveName } from "./primitives/table.ts";

/** The id that every typed loss has; its text tells them apart. */
export const TYPED = "formula";

/** How many arguments a function takes. */
export interface Arity {
  readonly least: number;
  readonly most: number;
}

const fixed = (count: number): Arity => ({ least: count, most: count });

/** What may be called in a formula. */
export const FUNCTIONS = {
  exp: fixed(1),
  log: fixed(1),
  log1p: fixed(1),
  expm1: fixed(1),
  sqrt: fixed(1),
  abs: fixed(1),
  sign: fixed(1),
  sin: fixed(1),
  cos: fixed(1),
  tan: fixed(1),
  asin: fixed(1),
  acos: fixed(1),
  atan: fixed(1),
  sinh: fixed(1),
  cosh: fixed(1),
  tanh: fixed(1),
  min: { least: 2, most: 16 },
  max: { least: 2, most: 16 },
  clamp: fixed(3),
  relu: fixed(1),
  step: fixed(1),
  floor: fixed(1),
  softplus: fixed(1),
  sigmoid: fixed(1),
  logSumExp: { least: 1, most: 16 },
  detach: fixed(1),
} as const satisfies Partial<Record<PrimitiveName | Variadic, Arity>>;

export type FunctionName = keyof typeof FUNCTIONS;

export const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);

/** Variables of a loss on the plane, of a transform A(s), and of a link φ(z). */
export const PLANE_VARIABLES = ["s_p", "s_n", "theta_p", "theta_n", "d_p", "d_n", "K", "L"] as const;
export const TRANSFORM_VARIABLES = ["s", "theta", "d"] as const;
export const LINK_VARIABLES = ["z"] as const;
export const CONSTANTS: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E };

/** Greek letters as people type them. */
export const GREEK: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  Δ: "Delta",
  ε: "epsilon",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "phi",
  ω: "omega",
};

/** What a formula may at most be, so that no text can keep a machine busy. */
export const LIMITS = {
  characters: 2000,
  tokens: 1000,
  /** Of one name or number */
  word: 64,
  /** Brackets open at once */
  nesting: 64,
  nodes: 500,
  depth: 128,
  names: 32,
} as const;

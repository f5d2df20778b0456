import { clamp, logAddExp, logSoftplus, relu, sigmoid, softplus } from "../../numerics/scalar.ts";
import {
  angleOf,
  chordOf,
  inverseChordOf,
  inverseSineOf,
  multipleCosineOf,
  multipleSineOf,
  multipleSineRatioOf,
  sineOf,
} from "../../numerics/sphere.ts";

/**
 * What an expression is made of, as double-precision functions. A condition is 1 or 0. Every back end (derivatives,
 * tiles, WGSL, TeX, Python) has a table of its own with these same names.
 */
export const PRIMITIVES = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  negate: (a) => -a,
  power: (a, b) => a ** b,
  less: (a, b) => (a < b ? 1 : 0),
  lessEqual: (a, b) => (a <= b ? 1 : 0),
  greater: (a, b) => (a > b ? 1 : 0),
  greaterEqual: (a, b) => (a >= b ? 1 : 0),
  select: (condition, a, b) => (condition !== 0 ? a : b),
  min: (a, b) => (b < a ? b : a),
  max: (a, b) => (b > a ? b : a),
  clamp,
  exp: Math.exp,
  expm1: Math.expm1,
  log: Math.log,
  log1p: Math.log1p,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: (a) => (a > 0 ? 1 : a < 0 ? -1 : 0),
  step: (a) => (a > 0 ? 1 : 0),
  floor: Math.floor,
  relu,
  softplus,
  sigmoid,
  /** ln(eᵃ + eᵇ) */
  logAddExp,
  /** ln softplus(a) */
  logSoftplus,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  /** θ = arccos s */
  angle: angleOf,
  /** sin θ */
  sine: sineOf,
  /** cos(mθ) of s and m */
  multipleCosine: multipleCosineOf,
  /** sin(mθ) of s and m */
  multipleSine: multipleSineOf,
  /** sin(mθ) / sin θ of s and m */
  multipleSineRatio: multipleSineRatioOf,
  /** d = √(2 − 2s) */
  chord: chordOf,
  /** 1 / sin θ, finite at s = ±1 */
  inverseSine: inverseSineOf,
  /** 1 / d, finite at s = 1 */
  inverseChord: inverseChordOf,
  /** The value itself, without a derivative. */
  detach: (a) => a,
} as const satisfies Record<string, (...args: [number, number, number]) => number>;

export type PrimitiveName = keyof typeof PRIMITIVES;

import { fc } from "../../numerics/seeded.ts";

/** Texts with X and Y for parts; tamed, so that a few of them within one another stay finite. */
const SMOOTH = [
  "exp(0.4 * X)",
  "log(1.5 + X^2)",
  "log1p(X^2)",
  "expm1(0.3 * X)",
  "sqrt(1.2 + X^2)",
  "sin(X)",
  "cos(X)",
  "tan(0.3 * sin(X))",
  "asin(0.8 * sin(X))",
  "acos(0.8 * cos(X))",
  "atan(X)",
  "sinh(0.3 * X)",
  "cosh(0.3 * X)",
  "tanh(X)",
  "-X",
  "-X^2",
  "X^3 / 7",
  "(1.1 + X^2)^0.7",
  "2^(0.5 * X)",
  "X + Y",
  "X - Y",
  "X * Y",
  "X / (1.5 + Y^2)",
  "(1.5 + X^2)^Y",
];
const STABLE = [
  "softplus(X)",
  "sigmoid(X)",
  "logSumExp(X, Y)",
  "logSumExp(X, Y, 1)",
  "log(1 + exp(X))",
  "log1p(L * exp(X))",
  "log(exp(X) / L + K * exp(Y) + 2)",
  "1 / (1 + exp(-X))",
  "Y / (1 + exp(X))",
  "exp(X) / (exp(X) + L * exp(Y))",
  "-log(exp(X) / (K * exp(Y)))",
  "1 - sigmoid(X)",
  "log(sigmoid(X))",
  "log(softplus(X))",
  "e^(0.5 * X)",
];
const ANGLES = [
  "cos(theta_p + m)",
  "cos(3 * theta_n - m)",
  "sin(gamma * theta_p)",
  "sin(m - 2 * theta_n)",
  "cos(acos(s_p) + m)",
  "theta_p * X",
  "d_n^2 + X",
  "X * sqrt(d_p)",
];
const KINKED = [
  "relu(X)",
  "sqrt(relu(X))",
  "abs(X)",
  "sign(X) * Y",
  "step(X) * Y",
  "floor(3.7 * sin(X)) * Y",
  "clamp(X, -0.4, 0.6)",
  "clamp(X, Y, 0.5)",
  "clamp(0.2, X, Y)",
  "min(X, Y)",
  "max(X, Y, 0.1)",
  "(X < Y ? X : Y^2)",
  "(X >= 0.2 ? sin(X) : Y)",
];

const LEAVES = [
  "s_p",
  "s_n",
  "gamma * s_p",
  "m",
  "0.5",
  "2",
  "d_p",
  "d_n",
  "theta_n",
  "K",
  "s_p - s_n",
  "pi",
];

const textOf = (templates: readonly string[], depth: number): fc.Arbitrary<string> =>
  fc.letrec<{ tree: string; call: string }>((tie) => ({
    tree: fc.oneof({ maxDepth: depth, depthSize: "large" }, fc.constantFrom(...LEAVES), {
      weight: 4,
      arbitrary: tie("call"),
    }),
    call: fc
      .tuple(fc.constantFrom(...templates), tie("tree"), tie("tree"))
      .map(([template, x, y]) => template.replace(/[XY]/g, (part) => `(${part === "X" ? x : y})`)),
  })).call;

/** Legal formulas of the elementary functions that any computer algebra differentiates. */
export const elementaryText = textOf(SMOOTH, 4);

/** Legal formulas without a kink. */
export const smoothText = textOf([...SMOOTH, ...STABLE, ...ANGLES], 4);

/** Legal formulas of everything that the language has but `detach`. */
export const legalText = textOf([...SMOOTH, ...STABLE, ...ANGLES, ...KINKED, ...KINKED], 4);

/** Legal formulas with detached parts. */
export const detachedText = textOf([...SMOOTH, ...STABLE, ...KINKED, "detach(X) * Y", "Y - detach(X)^2"], 3);

/** The same ones every time. */
export const drawn = <T>(arbitrary: fc.Arbitrary<T>, count: number, seed = 20200224): T[] =>
  fc.sample(arbitrary, { numRuns: count, seed });

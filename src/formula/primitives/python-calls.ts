import type { PrimitiveName } from "./table.ts";

/** A function that a module defines for itself, with the functions that it calls in turn. */
export interface Helper {
  readonly name: string;
  readonly needs: readonly string[];
  readonly text: string;
}

export const helper = (text: string, ...needs: string[]): Helper => ({
  name: /(?:def|class) (\w+)/.exec(text)?.[1] ?? "",
  text: text.trim(),
  needs,
});

/** The smallest sin θ, and the smallest chord, of doubles beside s = ±1 (`numerics/sphere.ts`). */
export const SMALLEST = "2.0**-26";

/** What a call is written as, `{0}` its first argument; nothing for those that are signs or conditionals. */
export type Calls = Readonly<Partial<Record<PrimitiveName, string>>>;

/** Functions that go by the same name in every module; `inverse` is what stands before `sin` for its inverse. */
export const elementwise = (module: string, inverse: string): Calls => ({
  ...Object.fromEntries(
    ["exp", "expm1", "log", "log1p", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh"].map((name) => [
      name,
      `${module}.${name}({0})`,
    ]),
  ),
  asin: `${module}.${inverse}sin({0})`,
  acos: `${module}.${inverse}cos({0})`,
  atan: `${module}.${inverse}tan({0})`,
});

/** Calls of helpers that both kinds of module define. */
export const OWN: Calls = {
  softplus: "softplus({0})",
  logSoftplus: "log_softplus({0})",
  angle: "angle({0})",
  sine: "sine({0})",
  chord: "chord({0})",
  inverseSine: "inverse_sine({0})",
  inverseChord: "inverse_chord({0})",
  multipleCosine: "multiple_cosine({0}, {1})",
  multipleSine: "multiple_sine({0}, {1})",
  multipleSineRatio: "multiple_sine_ratio({0}, {1})",
};

import type { PrimitiveName } from "./primitives/table.ts";

/**
 * On what a step depends: on parameters and counts alone, on s_p, on s_n, or on both. An engine computes the first
 * once, the next two once for every node of an axis, and only the last for every cell.
 */
export type Stage = "constant" | "positive" | "negative" | "cell";

export type Input = "s_p" | "s_n" | "K" | "L";

/** One operation. `args` are indices of earlier steps. */
export type Step =
  | { readonly kind: "number"; readonly stage: "constant"; readonly value: number }
  | { readonly kind: "parameter"; readonly stage: "constant"; readonly name: string }
  | { readonly kind: "input"; readonly stage: Stage; readonly name: Input }
  | {
      readonly kind: "call";
      readonly stage: Stage;
      readonly primitive: PrimitiveName;
      readonly args: readonly number[];
    };

/** What a program can be asked for; the names of the plane's channels. */
export type Output = "value" | "logValue" | "z" | "dSp" | "dSn" | "paceRatio" | "curl" | "curvature";

/**
 * An expression as a list of steps in an order in which each can be computed from those before it; a shared
 * subexpression is one step. Parameters stay open: a new value needs no new program.
 */
export interface Program {
  readonly steps: readonly Step[];
  /** The step that each output is. */
  readonly outputs: Readonly<Partial<Record<Output, number>>>;
}

import type { Loss } from "../losses/types.ts";
import type { NumberParam, Params } from "../losses/params.ts";
import { InputError } from "../losses/errors.ts";
import type { Similarity } from "./axes.ts";

/** What multiplies the logits of a side: its size now, and the parameter as a reader knows it. */
export interface LossScale {
  readonly id: string;
  readonly symbol: string;
  /** γ itself, or 1/τ. */
  readonly value: number;
  readonly inverse: boolean;
}

const words = (formula: string): ReadonlySet<string> => new Set(formula.match(/[A-Za-z]\w*/g) ?? []);

/**
 * The scale of one side of a loss: the first parameter on a logarithmic scale that its transform uses (any such
 * parameter where the sides have no transforms). A temperature counts by its inverse. Undefined where there is none.
 */
export function scaleOf(loss: Loss, params: Params, side: Similarity): LossScale | undefined {
  const formula = loss.formula(params);
  const used = formula.coupling === "pointwise" ? undefined : words(formula[side]);
  const found = Object.entries(loss.params).find(
    (entry): entry is [string, NumberParam] =>
      entry[1].kind === "number" && entry[1].scale === "log" && (used === undefined || used.has(entry[0])),
  );
  if (found === undefined) return undefined;
  const [id, { symbol, label }] = found;
  const size = Number(params[id]);
  const inverse = label === "temperature";
  return { id, symbol, value: inverse ? 1 / size : size, inverse };
}

/** The same where there must be one. Throws `InputError`. */
export function knownScale(loss: Loss, params: Params, side: Similarity, path = "perScale"): LossScale {
  const scale = scaleOf(loss, params, side);
  if (scale === undefined)
    throw new InputError(`invalid ${path}: true; expected false, ${loss.id} has no scale`);
  return scale;
}

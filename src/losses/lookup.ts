import { unknownName } from "./errors.ts";
import { LOSSES } from "./index.ts";
import { completeParams, type Params } from "./params.ts";
import type { GradientMode, Loss } from "./types.ts";

const BY_NAME = new Map(
  LOSSES.flatMap((loss) => [loss.id, ...loss.aliases].map((name) => [name, loss] as const)),
);

/** A loss with the parameters and the gradient that its name chooses: `circle`, `circle:attached`, `cosface`. */
export interface NamedLoss {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
}

/** The loss of an id or alias. Throws `InputError` with the nearest name. */
export function findLoss(id: string): Loss {
  const loss = BY_NAME.get(id);
  if (loss === undefined) throw unknownName("loss", id, BY_NAME.keys());
  return loss;
}

/**
 * `id` or `id:variant`, with `params` over the variant's and the loss's own defaults, all checked; `gradient`
 * overrides the variant's. Throws `InputError` naming what is unknown or out of range.
 */
export function namedLoss(
  name: string,
  params: Params = {},
  gradient?: GradientMode,
  path?: string,
): NamedLoss {
  const colon = name.indexOf(":");
  const loss = findLoss(colon < 0 ? name : name.slice(0, colon));
  const variantName = colon < 0 ? undefined : name.slice(colon + 1);
  if (variantName !== undefined && !Object.hasOwn(loss.variants, variantName)) {
    throw unknownName(`variant of ${loss.id}`, variantName, Object.keys(loss.variants));
  }
  const variant = variantName === undefined ? undefined : loss.variants[variantName];
  return {
    loss,
    params: completeParams(loss.params, { ...variant?.params, ...params }, path),
    gradient: gradient ?? variant?.gradient ?? loss.gradient,
  };
}

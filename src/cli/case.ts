import { TYPED } from "../formula/language.ts";
import { InputError } from "../losses/errors.ts";
import { type NamedLoss, namedLoss } from "../losses/lookup.ts";
import type { Params } from "../losses/params.ts";
import type { GradientMode } from "../losses/types.ts";
import { chosenLoss } from "../spec/figure-loss.ts";
import { GRADIENTS } from "../spec/entries.ts";
import { typedCase } from "./typed-case.ts";

/** One case of `marginscape eval`, as it was given. */
export type Case = Readonly<Record<string, unknown>>;

/** The loss a case names by `loss` or `id`, and `variant`, with its `params` and `gradient`. Throws `InputError`. */
export function lossOf(each: Case): NamedLoss {
  const formula = each["formula"];
  const name = each["loss"] ?? each["id"] ?? (formula === undefined ? undefined : TYPED);
  if (typeof name !== "string")
    throw new InputError(`invalid id: ${JSON.stringify(name)}; expected the id of a loss, or a formula`);
  const variant = each["variant"];
  if (variant !== undefined && typeof variant !== "string")
    throw new InputError(`invalid variant: ${JSON.stringify(variant)}; expected the name of a variant`);
  const params = each["params"] ?? {};
  if (typeof params !== "object" || Array.isArray(params)) {
    throw new InputError(`invalid params: ${JSON.stringify(params).slice(0, 60)}; expected an object`);
  }
  const gradient = each["gradient"];
  if (gradient !== undefined && !GRADIENTS.includes(gradient as GradientMode)) {
    throw new InputError(
      `invalid gradient: ${JSON.stringify(gradient)}; expected one of ${GRADIENTS.join(", ")}`,
    );
  }
  if (formula !== undefined) {
    if (name !== TYPED || variant !== undefined)
      throw new InputError("invalid case: formula beside a loss or a variant; expected one of them");
    const { text, numbers } = typedCase(formula, params);
    return chosenLoss({
      id: TYPED,
      formula: text,
      params: numbers,
      ...(gradient !== undefined && { gradient: gradient as GradientMode }),
    });
  }
  const whole = variant === undefined ? name : `${name}:${variant}`;
  return namedLoss(whole, params as Params, gradient as GradientMode | undefined);
}

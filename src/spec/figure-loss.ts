import { formulas } from "../formula/formulas.ts";
import { TYPED } from "../formula/language.ts";
import { InputError } from "../losses/errors.ts";
import { findLoss, type NamedLoss, namedLoss } from "../losses/lookup.ts";
import { completeParams, type Params } from "../losses/params.ts";
import type { GradientMode, Loss } from "../losses/types.ts";

/** Which loss a figure, a case or a command names: one of the catalogue by its id, or a typed one by its text. */
export interface LossChoice {
  readonly id: string;
  readonly formula?: string;
  readonly params?: Params;
  readonly gradient?: GradientMode;
}

/** The loss itself. Throws `InputError` for an id that does not exist, `FormulaError` for text that is no loss. */
export function figureLoss({ id, formula, params = {} }: LossChoice): Loss {
  if (formula !== undefined) {
    if (id !== TYPED) throw new InputError(`invalid loss.id: ${id}; expected ${TYPED} beside a formula`);
    return formulas.now.typedLoss(formula, params);
  }
  if (id === TYPED) throw new InputError("missing loss.formula; expected the text of a loss");
  return findLoss(id.split(":")[0]);
}

/** The loss with every parameter filled in and its gradient chosen. Throws as `figureLoss`, and for illegal numbers. */
export function chosenLoss(choice: LossChoice, path = "params"): NamedLoss {
  if (choice.formula === undefined && choice.id !== TYPED)
    return namedLoss(choice.id, choice.params, choice.gradient, path);
  const loss = figureLoss(choice);
  return {
    loss,
    params: completeParams(loss.params, choice.params ?? {}, path),
    gradient: choice.gradient ?? loss.gradient,
  };
}

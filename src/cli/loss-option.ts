import { formulas } from "../formula/formulas.ts";
import { TYPED } from "../formula/language.ts";
import { namedLoss, type NamedLoss } from "../losses/lookup.ts";
import type { Params } from "../losses/params.ts";
import type { GradientMode } from "../losses/types.ts";
import { chosenLoss } from "../spec/figure-loss.ts";
import type { LandscapeSpec } from "../spec/landscape-schema.ts";
import { nameAndValue, parametersOf } from "./settings.ts";
import { UsageError } from "./streams.ts";

/** The two ways to name a loss on the command line. */
export const LOSS_OPTIONS = { loss: { type: "string" }, formula: { type: "string" } } as const;

export interface LossFlags {
  readonly loss?: string | undefined;
  readonly formula?: string | undefined;
  readonly set?: readonly string[] | undefined;
}

/**
 * The loss of `--loss` (or `name`, a word of its own) or of `--formula`, with its `--set`s; of a formula a `--set`
 * also declares what its text leaves open. Throws `UsageError` where there is none or both.
 */
export function lossOption(
  { loss, formula, set = [] }: LossFlags,
  name: string | undefined = loss,
  gradient?: GradientMode,
): NamedLoss {
  if (formula === undefined) {
    if (name === undefined)
      throw new UsageError(
        "missing --loss or --formula; expected for example --loss circle, or --formula 'softplus(32 * (s_n - s_p))'",
      );
    return namedLoss(name, parametersOf(namedLoss(name).loss, set), gradient);
  }
  if (name !== undefined) throw new UsageError(`--formula beside ${name}; expected one loss`);
  const numbers: Params = Object.fromEntries(
    set
      .map(nameAndValue)
      .map(([id, text]) => [id, text !== "" && Number.isFinite(Number(text)) ? Number(text) : text]),
  );
  const { text = formula } = formulas.now.typedLoss(formula, numbers);
  return chosenLoss({ id: TYPED, formula: text, params: numbers, ...(gradient && { gradient }) });
}

/** A figure of the loss that the flags name, every other choice left to `--set`; undefined where they name none. */
export function figureOfLoss({ loss, formula }: LossFlags): LandscapeSpec | undefined {
  if (loss !== undefined && formula !== undefined)
    throw new UsageError("--formula beside --loss; expected one loss");
  if (loss !== undefined) return { version: 1, loss: { id: loss } };
  return formula === undefined ? undefined : { version: 1, loss: { id: TYPED, formula } };
}

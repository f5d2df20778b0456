import { formulas } from "../../formula/formulas.ts";
import { TYPED } from "../../formula/language.ts";
import type { NumberParam, Params } from "../../losses/params.ts";
import type { Loss } from "../../losses/types.ts";
import { figureLoss, type LossChoice } from "../../spec/figure-loss.ts";

/**
 * Of the parameters of the loss before, those that the new text declares with the same default and in whose range
 * they lie: a slider keeps its place while the text is changed elsewhere, and a new default in the text moves it.
 * Throws `FormulaError` for text that is no loss.
 */
export function carriedParams(before: LossChoice, text: string): Params {
  const after = formulas.now.typedLoss(text);
  if (before.id !== TYPED) return {};
  const old = figureLoss(before);
  return Object.fromEntries(
    Object.entries(before.params ?? {}).filter(([name, value]) => {
      const spec = numberParam(after, name);
      return (
        spec !== undefined &&
        spec.default === numberParam(old, name)?.default &&
        Number(value) >= spec.min &&
        Number(value) <= spec.max
      );
    }),
  );
}

function numberParam({ params }: Loss, name: string): NumberParam | undefined {
  const spec = Object.hasOwn(params, name) ? params[name] : undefined;
  return spec?.kind === "number" ? spec : undefined;
}

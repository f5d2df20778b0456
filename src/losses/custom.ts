import { checkedCounts, checkedSet } from "./checks.ts";
import type { Curve } from "./curves.ts";
import { type Description, ONE_EACH, USUAL } from "./define.ts";
import { completeParams, type Params, type ParamSpecs, type ValuesOf } from "./params.ts";
import type { Counts, GradientMode, Loss, LossFormula, PlaneForm, SetResult } from "./types.ts";

type CheckedSet = ReturnType<typeof checkedSet>;

export interface CustomDefinition<S extends ParamSpecs> extends Description<S> {
  /** Which sides of a set must not be empty. */
  readonly needs: "both" | "either";
  readonly detaches?: boolean;
  readonly formula: (values: ValuesOf<S>) => LossFormula;
  readonly evaluate: (set: CheckedSet, values: ValuesOf<S>, gradient: GradientMode) => SetResult;
  readonly plane: (values: ValuesOf<S>, counts: Counts, gradient: GradientMode) => PlaneForm;
  readonly boundary?: (values: ValuesOf<S>, counts: Counts) => readonly Curve[] | undefined;
}

/** A loss that is not a link over two aggregated transforms: it states value and gradient itself. */
export function customLoss<const S extends ParamSpecs>(definition: CustomDefinition<S>): Loss {
  const { needs, formula, evaluate, plane, boundary, detaches = false, ...described } = definition;
  const usual = described.gradient ?? "attached";
  const valuesOf = (params: Params): ValuesOf<S> => completeParams(described.params, params) as ValuesOf<S>;
  return {
    ...USUAL,
    ...described,
    detaches,
    formula: (params) => formula(valuesOf(params)),
    evaluate: (set, params = {}, gradient = usual) =>
      evaluate(checkedSet(set, needs), valuesOf(params), gradient),
    plane: (params = {}, counts = ONE_EACH, gradient = usual) =>
      plane(valuesOf(params), checkedCounts(counts), gradient),
    ...(boundary && {
      boundary: (params: Params, counts: Counts) => boundary(valuesOf(params), checkedCounts(counts)),
    }),
  };
}

import { planePoint } from "../losses/plane-form.ts";
import type { Aggregator, BoundTransform, Loss } from "../losses/types.ts";
import type { Params } from "../losses/params.ts";
import { logSumExp, maximum } from "../numerics/scalar.ts";

/**
 * z of one set, the argument of the link: what it is on the plane, with the members of each side met as the loss lets
 * them meet inside the link; the larger one of the two sides where they are decoupled. Null where the loss has a term
 * for every member instead, and where it knows nothing but whole points.
 */
export function setMargin(
  loss: Loss,
  params: Params,
  positives: readonly number[],
  negatives: readonly number[],
): number | null {
  const form = loss.plane(params, { K: 1, L: 1 });
  const formula = loss.formula(params);
  if (positives.length === 1 && negatives.length === 1) return planePoint(form, positives[0], negatives[0]).z;
  if (form.coupling === "pointwise" || formula.coupling === "pointwise") return null;
  const { aggregate } = formula;
  const pooledP = pooled(aggregate.positive, positives, form.positive, -1);
  const pooledN = pooled(aggregate.negative, negatives, form.negative, 1);
  if (pooledP === null || pooledN === null) return null;
  return form.coupling === "coupled"
    ? pooledP + pooledN + form.offset
    : Math.max(pooledP + form.positive.offset, pooledN + form.negative.offset);
}

function pooled(
  aggregate: Aggregator,
  similarities: readonly number[],
  transform: BoundTransform,
  sign: 1 | -1,
): number | null {
  const logits = similarities.map((s) => sign * transform.value(s));
  if (logits.length === 1) return logits[0];
  switch (aggregate) {
    case "logSumExp":
      return logSumExp(logits);
    case "mass":
      return -logSumExp(logits.map((logit) => -logit));
    case "hardest":
      return maximum(logits);
    default:
      return null;
  }
}

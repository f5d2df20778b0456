import type { BatchRule } from "../losses/batch-rule.ts";
import type { Loss } from "../losses/types.ts";
import type { Batch } from "./batch.ts";
import { rowGradients, type RowGradients } from "./gradients.ts";
import type { Matrix } from "./matrix.ts";
import { type BatchOptions, planned } from "./plan.ts";
import { reduced } from "./tally.ts";

/** A loss over a batch. */
export interface BatchResult extends RowGradients {
  readonly value: number;
  /** How the batch was cut and averaged. */
  readonly rule: Pick<BatchRule, "anchors" | "reduction" | "norms">;
  /** Cosines: N × N, or N × P against proxies. */
  readonly similarities: Matrix;
  /** Derivatives with respect to the cosines, each counted where it was used: row the anchor, unless proxies are. */
  readonly dSimilarities: Matrix;
}

/**
 * The loss of a batch: the batch is cut into sets, `loss.evaluate` answers each, and a reduction makes one number of
 * them. Derivatives are with respect to the rows as given, unit or not. Throws `InputError` on a batch, parameters,
 * anchors or a reduction that do not fit the loss.
 */
export function evaluateBatch(loss: Loss, batch: Batch, options: BatchOptions = {}): BatchResult {
  const plan = planned(loss, batch, options);
  const found = reduced(plan, plan.cut());
  const { anchors, reduction, norms } = plan.rule;
  return {
    value: found.value,
    rule: { anchors, reduction, norms },
    similarities: plan.similarities,
    dSimilarities: { ...plan.similarities, values: found.slopes },
    ...rowGradients(plan, found),
  };
}

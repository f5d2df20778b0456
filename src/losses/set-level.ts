import { logSumExp, maximum, softmax } from "../numerics/scalar.ts";
import type { BoundTransform, Link, PairSet, SetResult } from "./types.ts";

/**
 * How the members of one side meet. Inside the link: `logSumExp` (soft maximum of the logits), `mass`
 * (positives share the numerator, as in NCA), `hardest` (the largest logit). Outside it, every member has a
 * term of its own: their `mean`, their mean over the terms above zero (`active`), or their `sum`.
 */
export type Aggregator = "logSumExp" | "mass" | "hardest" | "mean" | "active" | "sum";

/** One side of a set: its similarities, its transform, and how its members meet. */
export interface Side extends BoundTransform {
  readonly aggregate: Aggregator;
}

/** What an aggregator makes of equal members: a shift of the logit by `offset` and a factor on the loss. */
export function equalMembers(aggregate: Aggregator, count: number): { offset: number; factor: number } {
  switch (aggregate) {
    case "logSumExp":
      return { offset: Math.log(count), factor: 1 };
    case "mass":
      return { offset: -Math.log(count), factor: 1 };
    case "sum":
      return { offset: 0, factor: count };
    default:
      return { offset: 0, factor: 1 };
  }
}

/** Logits of one side after pooling; `share` tells each member's part of the one pooled logit. */
interface Pool {
  readonly logits: ArrayLike<number>;
  readonly share?: Float64Array;
}

function pool(aggregate: Aggregator, logits: Float64Array): Pool {
  switch (aggregate) {
    case "logSumExp":
      return { logits: [logSumExp(logits)], share: softmax(logits) };
    case "mass": {
      const mirrored = logits.map((x) => -x);
      return { logits: [-logSumExp(mirrored)], share: softmax(mirrored) };
    }
    case "hardest": {
      const top = maximum(logits);
      const share = new Float64Array(logits.length);
      share[logits.indexOf(top)] = 1;
      return { logits: [top], share };
    }
    default:
      return { logits };
  }
}

const divisor = (aggregates: readonly Aggregator[], terms: number, active: number): number =>
  aggregates.includes("active") ? Math.max(1, active) : aggregates.includes("sum") ? 1 : terms;

/** Derivative of each member's logit, from the weight that its pool (or its own term) received. */
function spread(
  similarities: ArrayLike<number>,
  slope: (s: number) => number,
  pooled: Pool,
  weights: Float64Array,
) {
  const { share } = pooled;
  return Float64Array.from({ length: similarities.length }, (_, i) => {
    const weight = share ? share[i] * weights[0] : weights[i];
    return weight === 0 ? 0 : weight * slope(similarities[i]);
  });
}

const logitsOf = (similarities: ArrayLike<number>, transform: (s: number) => number): Float64Array =>
  Float64Array.from({ length: similarities.length }, (_, i) => transform(similarities[i]));

/** φ(agg A_n + agg(−A_p)), averaged over the terms that the aggregators leave apart. */
export function evaluateCoupled(set: PairSet, positive: Side, negative: Side, link: Link): SetResult {
  const p = pool(
    positive.aggregate,
    logitsOf(set.positives, (s) => -positive.value(s)),
  );
  const n = pool(negative.aggregate, logitsOf(set.negatives, negative.value));
  const weightsP = new Float64Array(p.logits.length);
  const weightsN = new Float64Array(n.logits.length);
  let total = 0;
  let active = 0;
  for (let i = 0; i < p.logits.length; i++) {
    for (let j = 0; j < n.logits.length; j++) {
      const z = p.logits[i] + n.logits[j];
      const value = link.value(z);
      const slope = link.slope(z);
      total += value;
      if (value > 0) active++;
      weightsP[i] += slope;
      weightsN[j] += slope;
    }
  }
  const by = divisor([positive.aggregate, negative.aggregate], p.logits.length * n.logits.length, active);
  return {
    value: total / by,
    positives: spread(set.positives, (s) => -positive.slope(s) / by, p, weightsP),
    negatives: spread(set.negatives, (s) => negative.slope(s) / by, n, weightsN),
  };
}

export interface WeightedSide extends Side {
  readonly link: Link;
  readonly weight: number;
}

/** w_p φ_p(agg(−A_p)) + w_n φ_n(agg A_n); a side without members contributes nothing. */
export function evaluateDecoupled(set: PairSet, positive: WeightedSide, negative: WeightedSide): SetResult {
  const p = evaluateSide(set.positives, positive, -1);
  const n = evaluateSide(set.negatives, negative, 1);
  return { value: p.value + n.value, positives: p.slopes, negatives: n.slopes };
}

function evaluateSide(similarities: ArrayLike<number>, side: WeightedSide, sign: 1 | -1) {
  if (similarities.length === 0) return { value: 0, slopes: new Float64Array(0) };
  const pooled = pool(
    side.aggregate,
    logitsOf(similarities, (s) => sign * side.value(s)),
  );
  const weights = new Float64Array(pooled.logits.length);
  let total = 0;
  let active = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = side.link.value(pooled.logits[i]);
    weights[i] = side.link.slope(pooled.logits[i]);
    total += value;
    if (value > 0) active++;
  }
  const factor = side.weight / divisor([side.aggregate], weights.length, active);
  return {
    value: total * factor,
    slopes: spread(similarities, (s) => sign * factor * side.slope(s), pooled, weights),
  };
}

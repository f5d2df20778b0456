import { logSumExp, maximum, softmax } from "../numerics/scalar.ts";
import type { Aggregator, BoundTransform, Link, PairSet, SetResult } from "./types.ts";

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

/** The same as text, in a count `K` or `L`. */
export function equalMembersText(aggregate: Aggregator, count: string): { offset: string; factor: string } {
  switch (aggregate) {
    case "logSumExp":
      return { offset: `log(${count})`, factor: "1" };
    case "mass":
      return { offset: `-log(${count})`, factor: "1" };
    case "sum":
      return { offset: "0", factor: count };
    default:
      return { offset: "0", factor: "1" };
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

/** Logits of one side's members, each times its norm where there are norms. */
function logitsOf(
  similarities: ArrayLike<number>,
  sign: 1 | -1,
  transform: (s: number) => number,
  norms?: ArrayLike<number>,
): Float64Array {
  const logits = new Float64Array(similarities.length);
  for (let i = 0; i < logits.length; i++) {
    logits[i] = sign * (norms ? norms[i] : 1) * transform(similarities[i]);
  }
  return logits;
}

/** Derivatives with respect to each member's similarity and norm, from the weight its pool or own term received. */
function spread(
  similarities: ArrayLike<number>,
  factor: number,
  { value, slope }: BoundTransform,
  { share }: Pool,
  weights: Float64Array,
  norms?: ArrayLike<number>,
) {
  const slopes = new Float64Array(similarities.length);
  const toNorms = norms && new Float64Array(similarities.length);
  for (let i = 0; i < slopes.length; i++) {
    const weight = (share ? share[i] * weights[0] : weights[i]) * factor;
    if (weight === 0) continue;
    slopes[i] = weight * (norms ? norms[i] : 1) * slope(similarities[i]);
    if (toNorms) toNorms[i] = weight * value(similarities[i]);
  }
  return { slopes, norms: toNorms };
}

/** φ(agg A_n + agg(−A_p)), averaged over the terms that the aggregators leave apart. */
export function evaluateCoupled(set: PairSet, positive: Side, negative: Side, link: Link): SetResult {
  const p = pool(positive.aggregate, logitsOf(set.positives, -1, positive.value, set.norms?.positives));
  const n = pool(negative.aggregate, logitsOf(set.negatives, 1, negative.value, set.norms?.negatives));
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
  const count = p.logits.length * n.logits.length;
  const by = divisor([positive.aggregate, negative.aggregate], count, active);
  const toP = spread(set.positives, -1 / by, positive, p, weightsP, set.norms?.positives);
  const toN = spread(set.negatives, 1 / by, negative, n, weightsN, set.norms?.negatives);
  return {
    value: total / by,
    positives: toP.slopes,
    negatives: toN.slopes,
    terms: { count, active, divisor: by },
    ...(toP.norms && toN.norms && { norms: { positives: toP.norms, negatives: toN.norms } }),
  };
}

export interface WeightedSide extends Side {
  readonly link: Link;
  readonly weight: number;
}

/** w_p φ_p(agg(−A_p)) + w_n φ_n(agg A_n); a side without members contributes nothing. */
export function evaluateDecoupled(set: PairSet, positive: WeightedSide, negative: WeightedSide): SetResult {
  const p = evaluateSide(set.positives, positive, -1, set.norms?.positives);
  const n = evaluateSide(set.negatives, negative, 1, set.norms?.negatives);
  const terms = set.negatives.length === 0 ? p.terms : set.positives.length === 0 ? n.terms : undefined;
  return {
    value: p.value + n.value,
    positives: p.slopes,
    negatives: n.slopes,
    ...(terms && { terms }),
    ...(p.norms && n.norms && { norms: { positives: p.norms, negatives: n.norms } }),
  };
}

function evaluateSide(
  similarities: ArrayLike<number>,
  side: WeightedSide,
  sign: 1 | -1,
  norms?: ArrayLike<number>,
) {
  const count = similarities.length;
  if (count === 0) {
    return { value: 0, slopes: new Float64Array(0), norms: norms && new Float64Array(0), terms: undefined };
  }
  const pooled = pool(side.aggregate, logitsOf(similarities, sign, side.value, norms));
  const weights = new Float64Array(pooled.logits.length);
  let total = 0;
  let active = 0;
  for (let i = 0; i < weights.length; i++) {
    const value = side.link.value(pooled.logits[i]);
    weights[i] = side.link.slope(pooled.logits[i]);
    total += value;
    if (value > 0) active++;
  }
  const by = divisor([side.aggregate], weights.length, active);
  return {
    value: (total * side.weight) / by,
    ...spread(similarities, (sign * side.weight) / by, side, pooled, weights, norms),
    terms: { count: weights.length, active, divisor: by },
  };
}

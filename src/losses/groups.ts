import { InputError } from "./errors.ts";
import type { PairSet, SetResult } from "./types.ts";

/** One number for the centres of a class, and its derivative with respect to each of them. */
export interface Merged {
  readonly value: number;
  readonly slopes: Float64Array;
}

type Merge = (similarities: Float64Array) => Merged;

/**
 * A loss on one similarity a class, evaluated on several centres a class: the positives are the centres of the
 * target class, the negatives those of the others, class after class, `size` to a class.
 */
export function evaluateMerged(
  { positives, negatives }: { positives: Float64Array; negatives: Float64Array },
  size: number,
  merge: Merge,
  evaluate: (set: PairSet) => SetResult,
): SetResult {
  if (negatives.length % size !== 0) {
    throw new InputError(
      `invalid negatives: ${negatives.length} centres; expected a multiple of ${size}, the centres of a class`,
    );
  }
  const target = merge(positives);
  const others = Array.from({ length: negatives.length / size }, (_, c) =>
    merge(negatives.subarray(c * size, (c + 1) * size)),
  );
  const result = evaluate({ positives: [target.value], negatives: others.map(({ value }) => value) });
  const byNegative = new Float64Array(negatives.length);
  others.forEach(({ slopes }, c) =>
    byNegative.set(
      slopes.map((slope) => slope * result.negatives[c]),
      c * size,
    ),
  );
  return {
    value: result.value,
    positives: target.slopes.map((slope) => slope * result.positives[0]),
    negatives: byNegative,
  };
}

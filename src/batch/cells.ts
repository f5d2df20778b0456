import type { CheckedBatch } from "./batch.ts";

/** One set of a batch: cells of the matrix of similarities, each row · columns + column. */
export interface CellSet {
  /** A sample or proxy; none where the set is the whole batch. */
  readonly anchor?: number;
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
  /** Cells between the positives and the negatives, one row for each positive. */
  readonly thirds?: Int32Array;
}

/** A batch cut into sets; `count` is the number of anchors, with or without members. */
export interface Cut {
  readonly count: number;
  readonly sets: Iterable<CellSet>;
}

/** Ordered pairs of samples that count: entry i · N + j is not 0 where j counts for anchor i. */
export type Mask = ArrayLike<number>;

/** Positives and negatives of one row or column. */
export interface Sides {
  readonly positives: Int32Array;
  readonly negatives: Int32Array;
}

/** `count` cells, sorted by whether their partner has the anchor's label; cells that do not count are left out. */
export function sidesOf(
  count: number,
  cellAt: (index: number) => number,
  isPositive: (index: number) => boolean,
  counts: (index: number) => boolean,
): Sides {
  const positives = new Int32Array(count);
  const negatives = new Int32Array(count);
  let [p, n] = [0, 0];
  for (let index = 0; index < count; index++) {
    if (!counts(index)) continue;
    if (isPositive(index)) positives[p++] = cellAt(index);
    else negatives[n++] = cellAt(index);
  }
  return { positives: positives.subarray(0, p), negatives: negatives.subarray(0, n) };
}

/** Positives and negatives of sample i among the samples; without a mask all but itself count. */
export function sampleSides({ labels }: CheckedBatch, i: number, mask?: Mask): Sides {
  const N = labels.length;
  return sidesOf(
    N,
    (j) => i * N + j,
    (j) => labels[j] === labels[i],
    (j) => (mask === undefined ? j !== i : Boolean(mask[i * N + j])),
  );
}

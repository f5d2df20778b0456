import type { Batch } from "../../src/batch/batch.ts";
import { InputError } from "../../src/losses/errors.ts";
import { expect } from "vitest";

/** Numbers between −1 and 1, the same on every run (xorshift). */
export function numbers(count: number, seed: number): Float64Array {
  let state = seed * 2654435 + 1;
  return Float64Array.from({ length: count + 8 }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  }).slice(8);
}

/** Every row scaled to norm `norm(row)`. */
export function scaledRows(
  values: ArrayLike<number>,
  dimension: number,
  norm: (row: number) => number,
): Float64Array {
  const out = Float64Array.from(values);
  for (let row = 0; row * dimension < out.length; row++) {
    const part = out.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.hypot(...part);
    part.forEach((x, k) => (part[k] = (x / length) * norm(row)));
  }
  return out;
}

/** Ten samples of four classes, one of them with a single sample, and five proxies: a class has none here. */
export const LABELS = [0, 1, 2, 0, 1, 2, 3, 0, 1, 2];

export interface BatchShape {
  readonly seed?: number;
  readonly unit?: boolean;
  readonly labels?: readonly number[];
  readonly centres?: number;
  readonly dimension?: number;
}

export function batchOf({
  seed = 1,
  unit = false,
  labels = LABELS,
  centres = 1,
  dimension = 4,
}: BatchShape = {}): Batch {
  const rows = (count: number, salt: number) =>
    scaledRows(numbers(count * dimension, seed + salt), dimension, (row) =>
      unit ? 1 : 0.5 + ((row * 7) % 5) / 2,
    );
  return {
    embeddings: rows(labels.length, 0),
    dimension,
    labels,
    proxies: rows(5 * centres, 100),
    centres,
  };
}

/** Cosines between the rows of two lists, by the plain formula. */
export function plainCosines(a: ArrayLike<number>, b: ArrayLike<number>, dimension: number): number[][] {
  const rows = (values: ArrayLike<number>) =>
    Array.from({ length: values.length / dimension }, (_, i) =>
      Array.from({ length: dimension }, (__, k) => values[i * dimension + k]),
    );
  const dot = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, value, k) => sum + value * y[k], 0);
  return rows(a).map((x) => rows(b).map((y) => dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))));
}

/** The message of the `InputError` that `f` throws. */
export function messageOf(f: () => unknown): string {
  try {
    f();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message;
  }
  return "nothing thrown";
}

/** Largest difference of two lists over max(1, largest of the second). */
export function deviation(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  expect(actual.length).toBe(expected.length);
  let [top, off] = [1, 0];
  for (let i = 0; i < expected.length; i++) {
    top = Math.max(top, Math.abs(expected[i]));
    off = Math.max(off, Math.abs(actual[i] - expected[i]));
    if (Number.isNaN(actual[i] - expected[i])) return NaN;
  }
  return off / top;
}

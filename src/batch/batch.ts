import { InputError, shown } from "../losses/errors.ts";
import type { Matrix } from "./matrix.ts";

/** Labelled samples, and one or more proxies for each class where the loss has them. */
export interface Batch {
  /** N × d, row after row; of any norm but zero. */
  readonly embeddings: ArrayLike<number>;
  /** d */
  readonly dimension: number;
  /** N whole numbers; with proxies from 0 to C − 1. */
  readonly labels: ArrayLike<number>;
  /** C · M × d, class after class: rows c·M … c·M + M − 1 belong to label c. */
  readonly proxies?: ArrayLike<number>;
  /** M; 1, or what the loss's own parameter says, unless given. */
  readonly centres?: number;
  /** Claims that all rows are unit vectors; rows off by more than 1e-6 are then refused. */
  readonly unit?: boolean;
}

/** Rows taken apart into directions and lengths. */
export interface Rows {
  readonly units: Matrix;
  readonly norms: Float64Array;
}

/** A batch that has been checked. */
export interface CheckedBatch {
  readonly samples: Rows;
  readonly labels: Float64Array;
  readonly proxies?: Rows;
  /** The label of each proxy. */
  readonly proxyLabels: Float64Array;
}

const UNIT = 1e-6;

/**
 * The batch with every number checked and every row normalised; its proxies, `centres` to a class, unless that is left
 * out. Throws `InputError` naming what is wrong.
 */
export function checkedBatch(batch: Batch, centres?: number): CheckedBatch {
  const { dimension } = batch;
  if (!Number.isInteger(dimension) || dimension < 1)
    throw new InputError(`invalid dimension: ${shown(dimension)}; expected a whole number from 1`);
  const samples = checkedRows(batch.embeddings, "embeddings", batch);
  if (samples.norms.length === 0)
    throw new InputError("invalid embeddings: empty; expected at least one row");
  const count = samples.norms.length;
  if (batch.labels.length !== count) {
    throw new InputError(
      `invalid labels: ${batch.labels.length} given; expected ${count}, one for each embedding`,
    );
  }
  if (batch.proxies === undefined || centres === undefined)
    return { samples, labels: checkedLabels(batch.labels), proxyLabels: new Float64Array(0) };
  const proxies = checkedRows(batch.proxies, "proxies", batch);
  const classes = proxies.norms.length / centres;
  if (!Number.isInteger(classes) || classes < 1) {
    throw new InputError(
      `invalid proxies: ${proxies.norms.length} rows; expected a multiple of ${centres}, the centres of a class`,
    );
  }
  return {
    samples,
    proxies,
    labels: checkedLabels(batch.labels, classes),
    proxyLabels: Float64Array.from(proxies.norms, (_, i) => Math.floor(i / centres)),
  };
}

function checkedRows(given: ArrayLike<number>, name: string, { dimension, unit }: Batch): Rows {
  const rows = given.length / dimension;
  if (!Number.isInteger(rows)) {
    throw new InputError(
      `invalid ${name}: ${given.length} numbers; expected a multiple of ${dimension}, the dimension`,
    );
  }
  const values = new Float64Array(given.length);
  const norms = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const start = row * dimension;
    let squares = 0;
    for (let i = start; i < start + dimension; i++) {
      const x = given[i];
      if (typeof x !== "number" || !Number.isFinite(x))
        throw new InputError(`invalid ${name}[${row}][${i - start}]: ${shown(x)}; expected a finite number`);
      squares += x * x;
    }
    const norm = Math.sqrt(squares);
    if (!(norm > 0 && norm < Infinity))
      throw new InputError(`invalid ${name}[${row}]: norm ${norm}; expected a row of finite norm above 0`);
    if (unit && Math.abs(norm - 1) > UNIT)
      throw new InputError(`invalid ${name}[${row}]: norm ${norm}; expected a unit vector`);
    norms[row] = norm;
    for (let i = start; i < start + dimension; i++) values[i] = given[i] / norm;
  }
  return { units: { rows, columns: dimension, values }, norms };
}

function checkedLabels(labels: ArrayLike<number>, classes?: number): Float64Array {
  return Float64Array.from({ length: labels.length }, (_, i) => {
    const label = labels[i];
    if (!Number.isInteger(label))
      throw new InputError(`invalid labels[${i}]: ${shown(label)}; expected a whole number`);
    if (classes !== undefined && !(label >= 0 && label < classes))
      throw new InputError(
        `invalid labels[${i}]: ${label}; expected 0 to ${classes - 1}, a class with proxies`,
      );
    return label;
  });
}

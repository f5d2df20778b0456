import type { Batch } from "../batch/batch.ts";
import { evaluateBatch } from "../batch/evaluate.ts";
import type { BatchOptions } from "../batch/plan.ts";
import { InputError, shown } from "../losses/errors.ts";
import { type Case, lossOf } from "./case.ts";

const OPTIONS = ["anchors", "reduction", "norms"] as const;

/** A case with `embeddings`: value and derivatives by the rows as they were given. Throws `InputError`. */
export function batchResult(each: Case): object {
  const { loss, params, gradient } = lossOf(each);
  const embeddings = rowsOf(each, "embeddings");
  const dimension = embeddings[0].length;
  const proxies = each["proxies"] == null ? undefined : rowsOf(each, "proxies", dimension);
  const labels = each["labels"];
  if (!Array.isArray(labels))
    throw new InputError(`invalid labels: ${shown(labels)}; expected an array of whole numbers`);
  const batch: Batch = {
    embeddings: embeddings.flat(),
    dimension,
    labels: labels as number[],
    ...(proxies && { proxies: proxies.flat() }),
    ...(each["centres"] !== undefined && { centres: each["centres"] as number }),
  };
  const chosen = Object.fromEntries(
    OPTIONS.flatMap((key) => (each[key] === undefined ? [] : [[key, each[key]]])),
  );
  const result = evaluateBatch(loss, batch, { ...(chosen as BatchOptions), params, gradient });
  return {
    value: result.value,
    dEmbeddings: intoRows(result.dEmbeddings, dimension),
    ...(result.dProxies && { dProxies: intoRows(result.dProxies, dimension) }),
  };
}

/** An array of arrays of numbers, all of one length. */
function rowsOf(each: Case, name: string, expected?: number): number[][] {
  const rows = each[name];
  if (!Array.isArray(rows) || rows.length === 0)
    throw new InputError(`invalid ${name}: ${shown(rows)}; expected an array of rows`);
  let length = expected;
  rows.forEach((row: unknown, i) => {
    if (!Array.isArray(row) || row.length === 0)
      throw new InputError(`invalid ${name}[${i}]: ${shown(row)}; expected an array of numbers`);
    length ??= row.length;
    if (row.length !== length)
      throw new InputError(`invalid ${name}[${i}]: ${row.length} numbers; expected ${length}, the dimension`);
  });
  return rows as number[][];
}

const intoRows = (values: Float64Array, dimension: number): number[][] =>
  Array.from({ length: values.length / dimension }, (_, row) => [
    ...values.subarray(row * dimension, (row + 1) * dimension),
  ]);

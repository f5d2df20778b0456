import type { Rows } from "./batch.ts";
import { type Matrix, product, transposed } from "./matrix.ts";
import type { Plan } from "./plan.ts";
import type { Reduced } from "./tally.ts";

/** Derivatives with respect to the rows as given, N × d and P × d. */
export interface RowGradients {
  readonly dEmbeddings: Float64Array;
  readonly dProxies?: Float64Array;
}

/**
 * From derivatives G by the cosines to derivatives by the rows, through the normalisation:
 * ∂/∂e_i = Σ_j G_ij (ê_j − s_ij ê_i) / ‖e_i‖, plus the derivative by ‖e_i‖ along ê_i.
 */
export function rowGradients({ batch, similarities }: Plan, found: Reduced): RowGradients {
  const { rows, columns } = similarities;
  const slopes: Matrix = { rows, columns, values: found.slopes };
  const { samples, proxies } = batch;
  if (proxies === undefined) {
    const pairs = bothWays(slopes);
    return { dEmbeddings: towards(samples, pairs, samples, similarities, found.normsOfSamples) };
  }
  return {
    dEmbeddings: towards(samples, slopes, proxies, similarities, found.normsOfSamples),
    dProxies: towards(proxies, transposed(slopes), samples, transposed(similarities), found.normsOfProxies),
  };
}

/** G + Gᵀ: s_ij and s_ji are one number. A sample's similarity to itself is always 1 and moves nothing. */
function bothWays({ rows, columns, values }: Matrix): Matrix {
  const sums = new Float64Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      sums[i * columns + j] = sums[j * columns + i] = values[i * columns + j] + values[j * columns + i];
    }
  }
  return { rows, columns, values: sums };
}

function towards(
  own: Rows,
  slopes: Matrix,
  others: Rows,
  similarities: Matrix,
  byNorm: Float64Array,
): Float64Array {
  const { rows, columns } = slopes;
  const { values: gradient, columns: dimension } = product(slopes, others.units);
  const [weights, cosines, units] = [slopes.values, similarities.values, own.units.values];
  for (let i = 0; i < rows; i++) {
    let along = 0;
    for (let k = i * columns; k < (i + 1) * columns; k++) along += weights[k] * cosines[k];
    const norm = own.norms[i];
    const outward = byNorm[i];
    for (let k = i * dimension; k < (i + 1) * dimension; k++) {
      gradient[k] = (gradient[k] - along * units[k]) / norm + outward * units[k];
    }
  }
  return gradient;
}

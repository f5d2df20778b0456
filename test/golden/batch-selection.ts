/** Which pairs and triplets the reference libraries pick before the loss sees them: mining, not part of any loss. */

type Labels = readonly number[];

const filled = (N: number, counts: (i: number, j: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: N * N }, (_, cell) => (counts(Math.floor(cell / N), cell % N) ? 1 : 0));

const hasPositive = (labels: Labels, i: number): boolean =>
  labels.some((label, j) => j !== i && label === labels[i]);

/** GeneralizedLiftedStructureLoss: an anchor without positives keeps LSE⁺ = 0, as if it were its own positive. */
export const withLoneAnchors = (labels: Labels): Uint8Array =>
  filled(labels.length, (i, j) => i !== j || !hasPositive(labels, i));

/** PNPLoss: every anchor that has a positive is one of its own positives. */
export const withOwnSelves = (labels: Labels): Uint8Array =>
  filled(labels.length, (i, j) => i !== j || hasPositive(labels, i));

/**
 * MultiSimilarityMiner: a positive counts with s − ε below the anchor's largest negative, a negative with s + ε above
 * its smallest positive.
 */
export function minedPairs(labels: Labels, similarities: Float64Array, epsilon: number): Uint8Array {
  const N = labels.length;
  const of = (i: number, same: boolean): number[] =>
    labels.flatMap((label, j) =>
      j !== i && (label === labels[i]) === same ? [similarities[i * N + j]] : [],
    );
  const hardest = labels.map((_, i) => ({
    negative: Math.max(...of(i, false)),
    positive: Math.min(...of(i, true)),
  }));
  return filled(N, (i, j) => {
    if (i === j) return false;
    const s = similarities[i * N + j];
    return labels[i] === labels[j] ? s - epsilon < hardest[i].negative : s + epsilon > hardest[i].positive;
  });
}

/** Triplets with 0 < d_an − d_ap ≤ margin, three sample numbers each. */
export function semihardTriplets(labels: Labels, distances: Float64Array, margin: number): number[] {
  const N = labels.length;
  const samples = Array.from(labels.keys());
  return samples.flatMap((a) =>
    samples.flatMap((p) =>
      samples.flatMap((n) => {
        if (a === p || labels[a] !== labels[p] || labels[a] === labels[n]) return [];
        const gap = distances[a * N + n] - distances[a * N + p];
        return gap > 0 && gap <= margin ? [a, p, n] : [];
      }),
    ),
  );
}

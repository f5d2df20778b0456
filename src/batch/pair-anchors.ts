import type { CheckedBatch } from "./batch.ts";
import { type CellSet, type Cut, type Mask, sampleSides } from "./cells.ts";

/** One set for each ordered positive pair; the negatives are those of the first end, of both, or the closer cells. */
export function positivePairs(
  ends: "first" | "both" | "closer",
  batch: CheckedBatch,
  similarities: Float64Array,
  mask?: Mask,
): Cut {
  const N = batch.labels.length;
  const sides = Array.from({ length: N }, (_, i) => sampleSides(batch, i, mask));
  const closer = (cell: number, other: number): number =>
    similarities[other] > similarities[cell] ? other : cell;
  function* sets(): Iterable<CellSet> {
    for (let anchor = 0; anchor < N; anchor++) {
      const { positives, negatives } = sides[anchor];
      for (const cell of positives) {
        const positive = cell % N;
        const thirds = negatives.map((other) => positive * N + (other % N));
        yield {
          anchor,
          positives: Int32Array.of(cell),
          negatives:
            ends === "first"
              ? negatives
              : ends === "both"
                ? joined(negatives, sides[positive].negatives)
                : negatives.map((other, j) => closer(other, thirds[j])),
          thirds,
        };
      }
    }
  }
  return { count: sides.reduce((sum, { positives }) => sum + positives.length, 0), sets: sets() };
}

/** N-pairs: of each class with at least two samples the first is an anchor and the second its positive. */
export function classPairs({ labels }: CheckedBatch): Cut {
  const N = labels.length;
  const members = new Map<number, number[]>();
  labels.forEach((label, i) => {
    const known = members.get(label);
    if (known) known.push(i);
    else members.set(label, [i]);
  });
  const pairs = [...members.values()].filter(({ length }) => length > 1);
  const sets = pairs.map(([anchor, positive]) => ({
    anchor,
    positives: Int32Array.of(anchor * N + positive),
    negatives: Int32Array.from(
      pairs.filter(([other]) => other !== anchor),
      ([, second]) => anchor * N + second,
    ),
  }));
  return { count: sets.length, sets };
}

/** All unordered pairs in one set; with a mask those that count for either end. */
export function pairsAtOnce({ labels }: CheckedBatch, mask?: Mask): Cut {
  const N = labels.length;
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let i = 0; i < N; i++) {
    for (let j = i + 1; j < N; j++) {
      if (mask !== undefined && !mask[i * N + j] && !mask[j * N + i]) continue;
      (labels[i] === labels[j] ? positives : negatives).push(i * N + j);
    }
  }
  const set = { positives: Int32Array.from(positives), negatives: Int32Array.from(negatives) };
  return { count: 1, sets: [set] };
}

/** One set for each chosen triplet (anchor, positive, negative), three sample numbers each. */
export function chosenTriplets({ labels }: CheckedBatch, triplets: ArrayLike<number>): Cut {
  const N = labels.length;
  const sets = Array.from({ length: triplets.length / 3 }, (_, t) => {
    const [anchor, positive, negative] = [triplets[3 * t], triplets[3 * t + 1], triplets[3 * t + 2]];
    return {
      anchor,
      positives: Int32Array.of(anchor * N + positive),
      negatives: Int32Array.of(anchor * N + negative),
    };
  });
  return { count: sets.length, sets };
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

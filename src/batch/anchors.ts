import type { Anchors } from "../losses/batch-rule.ts";
import type { CheckedBatch } from "./batch.ts";
import { type CellSet, type Cut, type Mask, sampleSides, type Sides, sidesOf } from "./cells.ts";
import { classPairs, pairsAtOnce, positivePairs } from "./pair-anchors.ts";

interface AnchorKind {
  readonly meaning: string;
  /** What the samples are compared with: the columns of the matrix. */
  readonly against: "samples" | "proxies";
  /** Whether the anchor is the column of its cells rather than the row. */
  readonly byColumn?: boolean;
  readonly cut: (batch: CheckedBatch, similarities: Float64Array, mask?: Mask) => Cut;
}

/** Every way to cut a batch, by its name. */
export const ANCHORS: Readonly<Record<Anchors, AnchorKind>> = {
  samples: {
    meaning: "each sample against the other samples",
    against: "samples",
    cut: (batch, _, mask) => oneEach(batch.labels.length, (i) => sampleSides(batch, i, mask)),
  },
  "positive-pairs": {
    meaning: "each ordered positive pair with the negatives of its first end",
    against: "samples",
    cut: (batch, similarities, mask) => positivePairs("first", batch, similarities, mask),
  },
  "pair-both-ends": {
    meaning: "each ordered positive pair with the negatives of both ends",
    against: "samples",
    cut: (batch, similarities, mask) => positivePairs("both", batch, similarities, mask),
  },
  "pair-closer-end": {
    meaning: "each ordered positive pair, each negative seen from the closer end",
    against: "samples",
    cut: (batch, similarities, mask) => positivePairs("closer", batch, similarities, mask),
  },
  "class-pairs": {
    meaning: "the first two samples of each class, against the second samples of the others",
    against: "samples",
    cut: classPairs,
  },
  pairs: {
    meaning: "all unordered pairs of the batch in one set",
    against: "samples",
    cut: (batch, _, mask) => pairsAtOnce(batch, mask),
  },
  "class-weights": {
    meaning: "each sample against the proxies of all classes",
    against: "proxies",
    cut: ({ labels, proxyLabels }) =>
      oneEach(labels.length, (i) =>
        sidesOf(
          proxyLabels.length,
          (p) => i * proxyLabels.length + p,
          (p) => proxyLabels[p] === labels[i],
          () => true,
        ),
      ),
  },
  proxies: {
    meaning: "each proxy against the samples",
    against: "proxies",
    byColumn: true,
    cut: ({ labels, proxyLabels }) =>
      oneEach(proxyLabels.length, (p) =>
        sidesOf(
          labels.length,
          (i) => i * proxyLabels.length + p,
          (i) => proxyLabels[p] === labels[i],
          () => true,
        ),
      ),
  },
};

/** One set for each of `count` anchors. */
function oneEach(count: number, sides: (anchor: number) => Sides): Cut {
  function* sets(): Iterable<CellSet> {
    for (let anchor = 0; anchor < count; anchor++) yield { anchor, ...sides(anchor) };
  }
  return { count, sets: sets() };
}

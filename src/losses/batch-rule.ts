/**
 * What a batch of samples is cut into; each piece is one set of positives and negatives.
 *
 * - `samples`: each sample against all other samples of the batch
 * - `positive-pairs`: each ordered positive pair, with the negatives of its first end
 * - `pair-both-ends`: each ordered positive pair, with the negatives of both ends
 * - `pair-closer-end`: each ordered positive pair, each negative seen from the end that it is closer to
 * - `class-pairs`: the first two samples of each class, with the second samples of the other classes as negatives
 * - `pairs`: one set of all unordered pairs of the batch
 * - `class-weights`: each sample against the proxies of all classes
 * - `proxies`: each proxy against the samples
 */
export type Anchors =
  | "samples"
  | "positive-pairs"
  | "pair-both-ends"
  | "pair-closer-end"
  | "class-pairs"
  | "pairs"
  | "class-weights"
  | "proxies";

/**
 * How the values of the sets meet in one number. A term is what a set averages: a pair, or a triplet.
 *
 * - `sum`: their sum
 * - `mean`: over the sets that there are; an anchor that lacks a side the loss needs has none
 * - `anchors`: their sum over the number of anchors, with or without a set
 * - `active-anchors`: over the sets whose value is above zero
 * - `terms`: over all terms of all sets
 * - `active-terms`: over the terms above zero
 * - `active-triplets`: as `active-terms`, each pair counted once for every triplet that it stands in
 * - `sides`: the positive sides' sum over the anchors with positives, the negative sides' over all anchors
 * - `active-sides`: positive and negative terms apart, each side over its terms above zero
 */
export type Reduction =
  | "sum"
  | "mean"
  | "anchors"
  | "active-anchors"
  | "terms"
  | "active-terms"
  | "active-triplets"
  | "sides"
  | "active-sides";

/**
 * Which norms multiply the logits, where a loss sees inner products: none (cosines), the anchor's, those of both
 * ends, or, on negatives only, the partner's.
 */
export type Norms = "none" | "anchor" | "both" | "negatives";

/** What a loss makes of a batch unless asked otherwise. */
export interface BatchRule {
  readonly anchors: Anchors;
  readonly reduction: Reduction;
  /** Sides that must have members: `both` for coupled and pointwise losses, `either` for decoupled, unless given. */
  readonly needs?: "both" | "positives" | "either";
  /** `none` unless given. */
  readonly norms?: Norms;
  /** The parameter that holds the number of proxies of a class. */
  readonly centres?: string;
  /** Whether it takes the cosines between positives and negatives as well. */
  readonly positiveNegative?: boolean;
}

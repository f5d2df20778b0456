import type { Reduction } from "../losses/batch-rule.ts";
import type { SetResult } from "../losses/types.ts";

/** What one set brings: its result, and how many members the other side has where only one was evaluated. */
export interface Counted {
  readonly result: SetResult;
  readonly others: number;
}

interface ReductionKind {
  readonly meaning: string;
  /** Whether the sides are evaluated apart: always, or for losses whose sides do not see each other. */
  readonly split: "never" | "decoupled" | "always";
  /** Whether both sides share one divisor. */
  readonly shared: boolean;
  /** Whether it needs to know the terms of a set. */
  readonly termwise: boolean;
  readonly weight: (each: Counted) => number;
  /** What each set adds to the divisor; `anchors` and `one` are divisors by themselves. */
  readonly count: { readonly positives: Count; readonly negatives: Count };
}

type Count = "anchors" | "one" | ((each: Counted) => number);

const once = () => 1;
const undivided = ({ result }: Counted): number => result.terms?.divisor ?? 1;
const active = ({ result }: Counted): number => result.terms?.active ?? 0;
const both = (count: Count) => ({ positives: count, negatives: count });

const bySet = { split: "never", shared: true, termwise: false, weight: once } as const;
const byTerm = { split: "decoupled", shared: true, termwise: true, weight: undivided } as const;

/** Every way to average a batch's sets, by its name. */
export const REDUCTIONS: Readonly<Record<Reduction, ReductionKind>> = {
  sum: { ...bySet, meaning: "the sum over the sets", count: both("one") },
  mean: { ...bySet, meaning: "the mean over the sets", count: both(once) },
  anchors: { ...bySet, meaning: "the sum over the number of anchors", count: both("anchors") },
  "active-anchors": {
    ...bySet,
    meaning: "the mean over sets above zero",
    count: both(({ result }) => (result.value > 0 ? 1 : 0)),
  },
  terms: {
    ...byTerm,
    meaning: "the mean over all pairs or triplets",
    count: both(({ result }) => result.terms?.count ?? 0),
  },
  "active-terms": { ...byTerm, meaning: "the mean over pairs or triplets above zero", count: both(active) },
  "active-triplets": {
    ...byTerm,
    meaning: "the mean over pairs above zero, each as often as it is in a triplet",
    weight: (each) => undivided(each) * each.others,
    count: both((each) => active(each) * each.others),
  },
  sides: {
    meaning: "positive sides over the anchors with positives, negative sides over all anchors",
    split: "always",
    shared: false,
    termwise: false,
    weight: once,
    count: { positives: once, negatives: "anchors" },
  },
  "active-sides": {
    ...byTerm,
    meaning: "positive pairs over those above zero, negative pairs likewise",
    split: "always",
    shared: false,
    count: both(active),
  },
};

import { clamp } from "../numerics/scalar.ts";
import { InputError, shown } from "./errors.ts";
import type { Counts, PairSet } from "./types.ts";

/** How far beyond ±1 a similarity may lie and still count as rounding: single-precision embeddings do that. */
const ROUNDING = 1e-6;

const MOST = 1e9;

/** Both counts, each a whole number from 1 to 1e9. */
export function checkedCounts(counts: Counts): Counts {
  for (const name of ["K", "L"] as const) {
    const count = counts[name];
    if (!Number.isInteger(count) || count < 1 || count > MOST) {
      throw new InputError(`invalid ${name}: ${shown(count)}; expected a whole number from 1 to ${MOST}`);
    }
  }
  return counts;
}

/** One similarity, held to [−1, 1]. */
export function checkedSimilarity(value: unknown, path: string): number {
  if (typeof value === "number" && Math.abs(value) <= 1 + ROUNDING) return clamp(value, -1, 1);
  throw new InputError(`invalid ${path}: ${shown(value)}; expected a similarity from -1 to 1`);
}

interface CheckedSet {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly norms?: { readonly positives: Float64Array; readonly negatives: Float64Array };
}

/** The set with every similarity and norm checked; `needs` says which sides must not be empty. */
export function checkedSet(set: PairSet, needs: "both" | "either"): CheckedSet {
  const checked = { positives: checkedSide(set, "positives"), negatives: checkedSide(set, "negatives") };
  const sizes = [checked.positives.length, checked.negatives.length];
  if (needs === "both" ? sizes.includes(0) : sizes[0] + sizes[1] === 0) {
    const empty = sizes[0] === 0 ? "positives" : "negatives";
    throw new InputError(`invalid ${empty}: empty; expected at least one similarity`);
  }
  if (set.norms === undefined) return checked;
  const norms = {
    positives: checkedNorms(set.norms.positives, "positives", sizes[0]),
    negatives: checkedNorms(set.norms.negatives, "negatives", sizes[1]),
  };
  return { ...checked, norms };
}

function checkedNorms(norms: ArrayLike<number>, side: "positives" | "negatives", length: number) {
  if (norms.length !== length) {
    throw new InputError(
      `invalid norms.${side}: ${norms.length} given; expected ${length}, one for each similarity`,
    );
  }
  const checked = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    if (!(norms[i] >= 0 && norms[i] < Infinity))
      throw new InputError(`invalid norms.${side}[${i}]: ${shown(norms[i])}; expected a number from 0`);
    checked[i] = norms[i];
  }
  return checked;
}

function checkedSide(set: PairSet, side: "positives" | "negatives"): Float64Array {
  const given: unknown = set[side];
  if (typeof given !== "object" || given === null || !("length" in given)) {
    throw new InputError(`invalid ${side}: ${shown(given)}; expected an array of similarities`);
  }
  const similarities = set[side];
  const checked = new Float64Array(similarities.length);
  for (let i = 0; i < checked.length; i++) {
    const s = similarities[i];
    checked[i] = typeof s === "number" && s >= -1 && s <= 1 ? s : checkedSimilarity(s, `${side}[${i}]`);
  }
  return checked;
}

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

/** The set with every similarity checked; `needs` says which sides must not be empty. */
export function checkedSet(
  set: PairSet,
  needs: "both" | "either",
): { positives: Float64Array; negatives: Float64Array } {
  const checked = { positives: checkedSide(set, "positives"), negatives: checkedSide(set, "negatives") };
  const sizes = [checked.positives.length, checked.negatives.length];
  if (needs === "both" ? sizes.includes(0) : sizes[0] + sizes[1] === 0) {
    const empty = sizes[0] === 0 ? "positives" : "negatives";
    throw new InputError(`invalid ${empty}: empty; expected at least one similarity`);
  }
  return checked;
}

function checkedSide(set: PairSet, side: "positives" | "negatives"): Float64Array {
  const given: unknown = set[side];
  if (typeof given !== "object" || given === null || !("length" in given)) {
    throw new InputError(`invalid ${side}: ${shown(given)}; expected an array of similarities`);
  }
  const similarities = set[side];
  return Float64Array.from({ length: similarities.length }, (_, i) =>
    checkedSimilarity(similarities[i], `${side}[${i}]`),
  );
}

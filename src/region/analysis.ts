import type { Params } from "../losses/params.ts";
import type { Counts, Loss } from "../losses/types.ts";
import { type Ambiguity, ambiguityOf } from "./ambiguity.ts";
import { decisionBoundary } from "./boundary.ts";
import { type CountsEffect, countsEffect } from "./counts-effect.ts";
import { describeRegion, type Region } from "./describe.ts";
import { type GradientFacts, gradientFacts } from "./gradients.ts";
import { COARSE, FINE } from "./measure.ts";
import type { Frame } from "./pieces.ts";
import type { RestingPlace } from "./resting-place.ts";
import { restingPlaces } from "./resting.ts";

/** What one field of a loss does: what it is like over the frame, and where on the plane it leads. */
export interface FieldFacts {
  readonly gradient: GradientFacts;
  readonly rests: readonly RestingPlace[];
}

/** All that can be said of where a loss pulls and where it stops. */
export interface RegionAnalysis {
  readonly region: Region;
  /** How wide a stretch of each similarity the boundary takes in the frame; null where none of it lies there. */
  readonly ambiguity: Ambiguity | null;
  /** Null for one of each. */
  readonly counts: CountsEffect | null;
  readonly attached: FieldFacts;
  /** Null of a loss that holds no weight constant: its only field is the attached one. */
  readonly detached: FieldFacts | null;
}

/**
 * The analysis in small steps, from the region itself where that is `known` already: whoever drains the generator may stop, or do something else, after each. Throws
 * `InputError` on illegal parameters or counts.
 */
export function* analysing(
  loss: Loss,
  params: Params,
  counts: Counts,
  frame: Frame,
  known?: Region,
): Generator<void, RegionAnalysis> {
  const region = known ?? describeRegion(loss, params, counts, frame);
  yield;
  const ambiguity = ambiguityOf(decisionBoundary(loss, params, counts, frame).pieces);
  yield;
  const isOne = counts.K === 1 && counts.L === 1;
  const effect = isOne ? null : yield* countsEffect(loss, params, counts, frame, region.targetArea);
  yield;
  const detail = loss.scope === "set" ? COARSE : FINE;
  const factsOf = function* (mode: "attached" | "detached"): Generator<void, FieldFacts> {
    const form = loss.plane(params, counts, mode);
    return {
      gradient: yield* gradientFacts(form, frame, { detail }),
      rests: yield* restingPlaces(form, detail),
    };
  };
  return {
    region,
    ambiguity,
    counts: effect,
    attached: yield* factsOf("attached"),
    detached: loss.detaches ? yield* factsOf("detached") : null,
  };
}

/** The whole analysis at once: tens of milliseconds for most losses, seconds for a rank loss. */
export function analyseRegion(loss: Loss, params: Params, counts: Counts, frame: Frame): RegionAnalysis {
  const steps = analysing(loss, params, counts, frame);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

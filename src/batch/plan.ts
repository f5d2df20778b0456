import type { Anchors, BatchRule, Norms, Reduction } from "../losses/batch-rule.ts";
import { InputError, shown, unknownName } from "../losses/errors.ts";
import { completeParams, type Params } from "../losses/params.ts";
import type { GradientMode, Loss } from "../losses/types.ts";
import { ANCHORS } from "./anchors.ts";
import { type Batch, type CheckedBatch, checkedBatch } from "./batch.ts";
import type { Cut, Mask } from "./cells.ts";
import { NORMS } from "./norms.ts";
import { cosines, cosinesBetween, type Matrix } from "./matrix.ts";
import { chosenTriplets } from "./pair-anchors.ts";
import { REDUCTIONS } from "./reductions.ts";
import { checkSelection } from "./selection.ts";

/** How a batch is to be evaluated; what is left out is what the loss says itself. */
export interface BatchOptions {
  readonly params?: Params;
  readonly gradient?: GradientMode;
  readonly anchors?: Anchors;
  readonly reduction?: Reduction;
  readonly norms?: Norms;
  /** Ordered pairs of samples that count, N × N; on its diagonal a sample may be its own positive. */
  readonly mask?: Mask;
  /** Chosen triplets, three sample numbers each: anchor, positive, negative. They take the place of the anchors. */
  readonly triplets?: ArrayLike<number>;
}

/** A loss, a checked batch, its similarities, and how the one takes the other. */
export interface Plan {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
  readonly rule: Required<Omit<BatchRule, "centres">>;
  /** Whether the sides of the loss do not see each other. */
  readonly decoupled: boolean;
  readonly batch: CheckedBatch;
  /** Cosines: N × N, or N × P against proxies. */
  readonly similarities: Matrix;
  readonly cut: () => Cut;
}

/** How a loss takes a batch: what its definition says, or what is usual in its family. */
export function batchRule(loss: Loss, params: Params = {}): BatchRule {
  const { batch } = loss;
  if (batch !== undefined)
    return typeof batch === "function" ? batch(completeParams(loss.params, params)) : batch;
  const byWeights = loss.family === "classification" || loss.family === "proxy";
  return { anchors: byWeights ? "class-weights" : "samples", reduction: "mean" };
}

/** Throws `InputError` on whatever does not fit together. */
export function planned(loss: Loss, given: Batch, options: BatchOptions): Plan {
  const asked = completeParams(loss.params, options.params ?? {});
  const usual = batchRule(loss, asked);
  const { coupling } = loss.formula(asked);
  const rule = {
    anchors: named(ANCHORS, "anchors", options.anchors ?? usual.anchors),
    reduction: named(REDUCTIONS, "reduction", options.reduction ?? usual.reduction),
    norms: named(NORMS, "norms", options.norms ?? usual.norms ?? "none"),
    needs: usual.needs ?? (coupling === "decoupled" ? "either" : "both"),
    positiveNegative: usual.positiveNegative ?? false,
  };
  const centres = given.centres ?? (usual.centres === undefined ? 1 : Number(asked[usual.centres]));
  if (!Number.isInteger(centres) || centres < 1)
    throw new InputError(`invalid centres: ${shown(centres)}; expected a whole number from 1`);
  const params = usual.centres === undefined ? asked : { ...asked, [usual.centres]: centres };
  if (REDUCTIONS[rule.reduction].split === "always" && coupling !== "decoupled") {
    throw new InputError(
      `invalid reduction: ${rule.reduction}; expected one over whole sets, since the sides of ${loss.id} see each other`,
    );
  }
  const { against, cut } = ANCHORS[rule.anchors];
  if (against === "proxies" && given.proxies === undefined)
    throw new InputError(
      `missing proxies; expected rows for each class, since ${loss.id} compares with them`,
    );
  const batch = checkedBatch(given, against === "proxies" ? centres : undefined);
  checkSelection(batch, options, against);
  const { units } = batch.samples;
  const similarities = batch.proxies ? cosinesBetween(units, batch.proxies.units) : cosines(units);
  const { mask, triplets } = options;
  return {
    loss,
    params,
    gradient: options.gradient ?? loss.gradient,
    rule,
    decoupled: coupling === "decoupled",
    batch,
    similarities,
    cut: () => (triplets ? chosenTriplets(batch, triplets) : cut(batch, similarities.values, mask)),
  };
}

function named<T extends string>(table: Readonly<Record<T, unknown>>, kind: string, name: T): T {
  if (typeof name === "string" && Object.hasOwn(table, name)) return name;
  throw unknownName(kind, typeof name === "string" ? name : shown(name), Object.keys(table));
}

import { InputError } from "../losses/errors.ts";
import type { PairSet, SetResult } from "../losses/types.ts";
import { ANCHORS } from "./anchors.ts";
import type { CellSet, Cut } from "./cells.ts";
import { type NormFactors, normFactors } from "./norms.ts";
import type { Plan } from "./plan.ts";
import { REDUCTIONS } from "./reductions.ts";

type Part = "whole" | "positives" | "negatives";

/** A batch's loss, and its derivatives by every similarity (as `Plan.similarities`) and every norm. */
export interface Reduced {
  readonly value: number;
  readonly slopes: Float64Array;
  readonly normsOfSamples: Float64Array;
  readonly normsOfProxies: Float64Array;
}

/** Sums of one part of the sets, before any division. */
interface Tally extends Omit<Reduced, "normsOfSamples" | "normsOfProxies"> {
  readonly factors: NormFactors;
  readonly divisor: number;
}

/** All sets of a cut evaluated and averaged as the plan says. */
export function reduced(plan: Plan, cut: Cut): Reduced {
  const { split, shared } = REDUCTIONS[plan.rule.reduction];
  const apart = split === "always" || (split === "decoupled" && plan.decoupled);
  const sets = apart ? [...cut.sets] : cut.sets;
  const parts: readonly Part[] = apart ? ["positives", "negatives"] : ["whole"];
  const tallies = parts.map((part) => tallied(plan, { count: cut.count, sets }, part));
  const total = tallies.reduce((sum, { divisor }) => sum + divisor, 0);
  const scaled = tallies.map((tally) => divided(tally, shared ? total : tally.divisor));
  return scaled.length === 1 ? scaled[0] : added(scaled[0], scaled[1]);
}

function tallied(plan: Plan, cut: Cut, part: Part): Tally {
  const { rule, similarities } = plan;
  const reduction = REDUCTIONS[rule.reduction];
  const count = reduction.count[part === "negatives" ? "negatives" : "positives"];
  const slopes = new Float64Array(similarities.values.length);
  const factors = normFactors(rule.norms, plan.batch, ANCHORS[rule.anchors].byColumn ?? false);
  let value = 0;
  let counted = 0;
  for (const set of cut.sets) {
    if (!hasNeeded(set, rule.needs)) continue;
    const cells = partOf(set, part);
    if (cells.positives.length + cells.negatives.length === 0) continue;
    const result = evaluated(plan, cells, factors);
    if (reduction.termwise && result.terms === undefined) throw notTermwise(plan);
    const others = part === "whole" ? 1 : set[part === "positives" ? "negatives" : "positives"].length;
    const weight = reduction.weight({ result, others });
    if (typeof count === "function") counted += count({ result, others });
    value += weight * result.value;
    scatter(slopes, cells.positives, result.positives, weight);
    scatter(slopes, cells.negatives, result.negatives, weight);
    if (cells.thirds && result.positiveNegative)
      scatter(slopes, cells.thirds, result.positiveNegative, weight);
    if (result.norms) {
      factors.add("positives", cells.positives, result.norms.positives, weight);
      factors.add("negatives", cells.negatives, result.norms.negatives, weight);
    }
  }
  return { value, slopes, factors, divisor: count === "anchors" ? cut.count : count === "one" ? 1 : counted };
}

const NONE = new Int32Array(0);

const partOf = (set: CellSet, part: Part): CellSet =>
  part === "whole"
    ? set
    : {
        positives: part === "positives" ? set.positives : NONE,
        negatives: part === "negatives" ? set.negatives : NONE,
      };

const hasNeeded = ({ positives, negatives }: CellSet, needs: Plan["rule"]["needs"]): boolean =>
  needs === "either"
    ? positives.length + negatives.length > 0
    : positives.length > 0 && (needs === "positives" || negatives.length > 0);

function evaluated(
  { loss, params, gradient, rule, similarities }: Plan,
  cells: CellSet,
  factors: NormFactors,
): SetResult {
  const gathered = (of: Int32Array): Float64Array => {
    const values = new Float64Array(of.length);
    for (let k = 0; k < of.length; k++) values[k] = similarities.values[of[k]];
    return values;
  };
  const set: PairSet = {
    positives: gathered(cells.positives),
    negatives: gathered(cells.negatives),
    ...(rule.positiveNegative && cells.thirds && { positiveNegative: gathered(cells.thirds) }),
    ...(rule.norms !== "none" && {
      norms: {
        positives: factors.of("positives", cells.positives),
        negatives: factors.of("negatives", cells.negatives),
      },
    }),
  };
  const result = loss.evaluate(set, params, gradient);
  if (set.norms && !result.norms)
    throw new InputError(`invalid norms: ${rule.norms}; expected none, since ${loss.id} sees cosines`);
  return result;
}

function scatter(slopes: Float64Array, cells: Int32Array, values: Float64Array, weight: number): void {
  for (let k = 0; k < cells.length; k++) slopes[cells[k]] += weight * values[k];
}

/** A sum over its divisor; where nothing was counted the loss is 0. */
function divided({ value, slopes, factors }: Tally, divisor: number): Reduced {
  const factor = divisor === 0 ? 0 : 1 / divisor;
  const scaled = (sums: Float64Array): Float64Array => {
    for (let i = 0; i < sums.length; i++) sums[i] *= factor;
    return sums;
  };
  return {
    value: divisor === 0 ? 0 : value / divisor,
    slopes: scaled(slopes),
    normsOfSamples: scaled(factors.toSamples),
    normsOfProxies: scaled(factors.toProxies),
  };
}

function added(a: Reduced, b: Reduced): Reduced {
  const sum = (x: Float64Array, y: Float64Array) => x.map((number, i) => number + y[i]);
  return {
    value: a.value + b.value,
    slopes: sum(a.slopes, b.slopes),
    normsOfSamples: sum(a.normsOfSamples, b.normsOfSamples),
    normsOfProxies: sum(a.normsOfProxies, b.normsOfProxies),
  };
}

const notTermwise = ({ loss, rule }: Plan): InputError =>
  new InputError(
    `invalid reduction: ${rule.reduction}; expected one over whole sets, since ${loss.id} is no mean of terms`,
  );

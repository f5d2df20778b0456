import { checkedCounts, checkedSet } from "./checks.ts";
import type { Curve } from "./curves.ts";
import { softplusLink } from "./links.ts";
import { completeParams, type Params, type ParamSpecs, type ValuesOf } from "./params.ts";
import {
  equalMembers,
  equalMembersText,
  evaluateCoupled,
  evaluateDecoupled,
  type Side,
} from "./set-level.ts";
import type { Aggregator, Counts, GradientMode, Link, Loss, PairSet, SetResult } from "./types.ts";

/** Given as it is, or found from the parameters. */
type Given<T, V> = T | ((values: V) => T);

const found = <T, V>(given: Given<T, V>, values: V): T =>
  typeof given === "function" ? (given as (values: V) => T)(values) : given;

/** A(s) and its derivative; `pace` stands in for the derivative where the published code detaches a weight. */
export interface Transform<V> {
  /** Text in `s`, `theta`, `d` and the parameters' ids. */
  readonly formula: Given<string, V>;
  readonly value: (s: number, values: V) => number;
  readonly slope: (s: number, values: V) => number;
  readonly pace?: (s: number, values: V) => number;
  /** How the members of the side meet; `logSumExp` unless given. */
  readonly aggregate?: Given<Aggregator, V>;
}

type Described = Omit<Loss, "aliases" | "variants" | "pitfalls" | "scope" | "gradient"> &
  Partial<Pick<Loss, "aliases" | "variants" | "pitfalls" | "scope" | "gradient">>;
/** What every definition says beside its mathematics. */
export type Description<S extends ParamSpecs> = Omit<
  Described,
  "params" | "formula" | "evaluate" | "plane" | "boundary" | "detaches"
> & { readonly params: S };

export interface CoupledDefinition<S extends ParamSpecs> extends Description<S> {
  readonly positive: Transform<ValuesOf<S>>;
  readonly negative: Transform<ValuesOf<S>>;
  /** φ; softplus unless given. */
  readonly link?: Given<Link, ValuesOf<S>>;
  /** z = A_n − A_p + offset = 0; the offset is what K and L add (0 for K = L = 1). */
  readonly boundary?: (values: ValuesOf<S>, offset: number) => readonly Curve[] | undefined;
}

export interface DecoupledTransform<V> extends Transform<V> {
  readonly link?: Given<Link, V>;
  /** The coefficient before φ; its text may use K and L. */
  readonly weight?: {
    readonly formula: Given<string, V>;
    readonly value: (values: V, count: number) => number;
  };
}

export interface DecoupledDefinition<S extends ParamSpecs> extends Description<S> {
  readonly positive: DecoupledTransform<ValuesOf<S>>;
  readonly negative: DecoupledTransform<ValuesOf<S>>;
  readonly boundary?: (
    values: ValuesOf<S>,
    offsets: { readonly positive: number; readonly negative: number },
  ) => readonly Curve[];
}

/** φ(agg A_n + agg(−A_p)): one link over both sides (Sun et al. 2020, Eq. 1, with any transforms). */
export function coupledLoss<const S extends ParamSpecs>(definition: CoupledDefinition<S>): Loss {
  const { positive, negative, link = softplusLink, boundary, ...described } = definition;
  const valuesOf = (params: Params): ValuesOf<S> => completeParams(described.params, params) as ValuesOf<S>;
  const offsetOf = (values: ValuesOf<S>, { K, L }: Counts): number =>
    equalMembers(aggregatorOf(positive, values), K).offset +
    equalMembers(aggregatorOf(negative, values), L).offset;
  return {
    ...withDefaults(described, positive, negative),
    formula(params) {
      const values = valuesOf(params);
      const text = found(link, values).formula;
      return {
        positive: found(positive.formula, values),
        negative: found(negative.formula, values),
        link: { positive: text, negative: text },
        aggregate: { positive: aggregatorOf(positive, values), negative: aggregatorOf(negative, values) },
        offset: {
          positive: equalMembersText(aggregatorOf(positive, values), "K").offset,
          negative: equalMembersText(aggregatorOf(negative, values), "L").offset,
        },
        weight: { positive: "1", negative: "1" },
        coupling: "coupled",
      };
    },
    evaluate(set, params = {}, gradient = described.gradient ?? "attached"): SetResult {
      const values = valuesOf(params);
      return evaluateCoupled(
        checkedSet(set, "both"),
        bound(positive, values, gradient),
        bound(negative, values, gradient),
        found(link, values),
      );
    },
    plane(params = {}, counts = ONE_EACH, gradient = described.gradient ?? "attached") {
      const values = valuesOf(params);
      return {
        coupling: "coupled",
        positive: bound(positive, values, gradient),
        negative: bound(negative, values, gradient),
        link: found(link, values),
        offset: offsetOf(values, checkedCounts(counts)),
      };
    },
    ...(boundary && {
      boundary(params: Params, counts: Counts) {
        const values = valuesOf(params);
        return boundary(values, offsetOf(values, checkedCounts(counts)));
      },
    }),
  };
}

/** w_p φ_p(agg(−A_p)) + w_n φ_n(agg A_n): two sides that do not see each other. */
export function decoupledLoss<const S extends ParamSpecs>(definition: DecoupledDefinition<S>): Loss {
  const { positive, negative, boundary, ...described } = definition;
  type V = ValuesOf<S>;
  const valuesOf = (params: Params): V => completeParams(described.params, params) as V;
  const weighted = (side: DecoupledTransform<V>, values: V, gradient: GradientMode, count: number) => ({
    ...bound(side, values, gradient),
    link: found(side.link ?? softplusLink, values),
    weight: side.weight?.value(values, count) ?? 1,
  });
  const onPlane = (side: DecoupledTransform<V>, values: V, gradient: GradientMode, count: number) => {
    const { aggregate, weight, ...rest } = weighted(side, values, gradient, count);
    const { offset, factor } = equalMembers(aggregate, count);
    return { ...rest, offset, weight: weight * factor };
  };
  return {
    ...withDefaults(described, positive, negative),
    formula(params) {
      const values = valuesOf(params);
      const linkOf = (side: DecoupledTransform<V>) => found(side.link ?? softplusLink, values).formula;
      const membersOf = (side: DecoupledTransform<V>, count: string) => {
        const { offset, factor } = equalMembersText(aggregatorOf(side, values), count);
        const weight = side.weight ? found(side.weight.formula, values) : "1";
        return {
          offset,
          weight: factor === "1" ? weight : weight === "1" ? factor : `${factor} * ${weight}`,
        };
      };
      const members = { positive: membersOf(positive, "K"), negative: membersOf(negative, "L") };
      return {
        positive: found(positive.formula, values),
        negative: found(negative.formula, values),
        link: { positive: linkOf(positive), negative: linkOf(negative) },
        aggregate: { positive: aggregatorOf(positive, values), negative: aggregatorOf(negative, values) },
        offset: { positive: members.positive.offset, negative: members.negative.offset },
        weight: { positive: members.positive.weight, negative: members.negative.weight },
        coupling: "decoupled",
      };
    },
    evaluate(set: PairSet, params = {}, gradient = described.gradient ?? "attached") {
      const values = valuesOf(params);
      const checked = checkedSet(set, "either");
      return evaluateDecoupled(
        checked,
        weighted(positive, values, gradient, checked.positives.length),
        weighted(negative, values, gradient, checked.negatives.length),
      );
    },
    plane(params = {}, counts = ONE_EACH, gradient = described.gradient ?? "attached") {
      const values = valuesOf(params);
      const { K, L } = checkedCounts(counts);
      return {
        coupling: "decoupled",
        positive: onPlane(positive, values, gradient, K),
        negative: onPlane(negative, values, gradient, L),
      };
    },
    ...(boundary && {
      boundary(params: Params, counts: Counts) {
        const values = valuesOf(params);
        const { K, L } = checkedCounts(counts);
        return boundary(values, {
          positive: equalMembers(aggregatorOf(positive, values), K).offset,
          negative: equalMembers(aggregatorOf(negative, values), L).offset,
        });
      },
    }),
  };
}

export const ONE_EACH: Counts = { K: 1, L: 1 };

const aggregatorOf = <V>(transform: Transform<V>, values: V): Aggregator =>
  found(transform.aggregate ?? "logSumExp", values);

function bound<V>(transform: Transform<V>, values: V, gradient: GradientMode): Side {
  const slope = (gradient === "detached" && transform.pace) || transform.slope;
  return {
    value: (s) => transform.value(s, values),
    slope: (s) => slope(s, values),
    aggregate: aggregatorOf(transform, values),
  };
}

/** What a definition need not say. */
export const USUAL = {
  aliases: [],
  variants: {},
  pitfalls: [],
  scope: "plane",
  gradient: "attached",
} as const satisfies Partial<Loss>;

const withDefaults = <S extends ParamSpecs>(
  described: Description<S>,
  positive: { readonly pace?: unknown },
  negative: { readonly pace?: unknown },
) => ({
  ...USUAL,
  ...described,
  detaches: positive.pace !== undefined || negative.pace !== undefined,
});

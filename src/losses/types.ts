import type { BatchRule } from "./batch-rule.ts";
import type { Curve } from "./curves.ts";
import type { ParamSpecs, Params } from "./params.ts";

export type Family = "classification" | "pair" | "proxy" | "contrastive" | "binary" | "rank";

export interface Citation {
  readonly authors: readonly string[];
  readonly title: string;
  readonly venue: string;
  readonly year: number;
  readonly arxiv?: string;
  readonly url?: string;
  /** Where in the source the formula stands, e.g. "Eq. 6". */
  readonly equation?: string;
}

/** K positives share s_p, L negatives share s_n. Both are counts, at least 1. */
export interface Counts {
  readonly K: number;
  readonly L: number;
}

/**
 * `attached`: the true derivative of the value. `detached`: weights that the published code holds constant are
 * held constant, so the field is what an optimiser follows and need not be the slope of the surface.
 */
export type GradientMode = "attached" | "detached";

/** Similarities of one anchor, each in [−1, 1]. */
export interface PairSet {
  readonly positives: ArrayLike<number>;
  readonly negatives: ArrayLike<number>;
  /** Cosines between positive i and negative j at i · L + j, for the losses that see them (angular). */
  readonly positiveNegative?: ArrayLike<number>;
  /** A factor on each member's logit: norms, where a loss sees inner products. All 1 unless given. */
  readonly norms?: { readonly positives: ArrayLike<number>; readonly negatives: ArrayLike<number> };
}

/** Terms that a set's value sums up: how many, how many of them above zero, and what the sum was divided by. */
export interface Terms {
  readonly count: number;
  readonly active: number;
  readonly divisor: number;
}

/** Loss of one set and its derivative with respect to every similarity, in the order given. */
export interface SetResult {
  readonly value: number;
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  readonly positiveNegative?: Float64Array;
  /** Derivatives with respect to the norms, where they were given. */
  readonly norms?: { readonly positives: Float64Array; readonly negatives: Float64Array };
  /** Absent where the value is no sum of terms of one kind. */
  readonly terms?: Terms;
}

/** A point of the plane. The derivatives are with respect to the value that all K (all L) similarities share. */
export interface PlanePoint {
  readonly value: number;
  /** ln value, stable where the value underflows; −∞ or NaN where the value is 0 or negative. */
  readonly logValue: number;
  /** The argument of the link; its zero line is the decision boundary, negative is the target side. */
  readonly z: number;
  readonly dSp: number;
  readonly dSn: number;
}

/** φ: turns the margin term z into a loss. */
export interface Link {
  /** Text in the variable `z`. */
  readonly formula: string;
  readonly value: (z: number) => number;
  readonly slope: (z: number) => number;
  /** ln φ(z), stable. */
  readonly log: (z: number) => number;
}

/** One transform with its parameters put in. `slope` is already the pace where the gradient is detached. */
export interface BoundTransform {
  readonly value: (s: number) => number;
  readonly slope: (s: number) => number;
}

/** φ(A_n(s_n) − A_p(s_p) + offset): what a coupled loss is on the plane. */
export interface CoupledForm {
  readonly coupling: "coupled";
  readonly positive: BoundTransform;
  readonly negative: BoundTransform;
  readonly link: Link;
  readonly offset: number;
}

/** One side of a decoupled loss: weight · φ(A_n(s) + offset), or weight · φ(−A_p(s) + offset). */
export interface DecoupledSide extends BoundTransform {
  readonly link: Link;
  readonly weight: number;
  readonly offset: number;
}

export interface DecoupledForm {
  readonly coupling: "decoupled";
  readonly positive: DecoupledSide;
  readonly negative: DecoupledSide;
}

/** A loss whose two sides cannot be told apart (CurricularFace, rank losses): only whole points. */
export interface PointwiseForm {
  readonly coupling: "pointwise";
  readonly at: (sp: number, sn: number) => PlanePoint;
  /** z alone, where it is cheaper than the whole point. */
  readonly z?: (sp: number, sn: number) => number;
}

export type PlaneForm = CoupledForm | DecoupledForm | PointwiseForm;

/** A named set of parameters: a distance, a paper's or a library's defaults, or the other gradient. */
export interface Variant {
  readonly note: string;
  readonly params?: Params;
  readonly gradient?: GradientMode;
}

/**
 * How the members of one side meet. Inside the link: `logSumExp` (soft maximum of the logits), `mass`
 * (positives share the numerator, as in NCA), `hardest` (the largest logit). Outside it, every member has a
 * term of its own: their `mean`, their mean over the terms above zero (`active`), or their `sum`.
 */
export type Aggregator = "logSumExp" | "mass" | "hardest" | "mean" | "active" | "sum";

/** The loss as text, in its own parameters; transforms use `s`, `theta`, `d`, links use `z`, all K and L. */
export type LossFormula =
  | {
      readonly coupling: "coupled" | "decoupled";
      readonly positive: string;
      readonly negative: string;
      readonly link: { readonly positive: string; readonly negative: string };
      /** How the members of a side meet; `offset` and `weight` say what that makes of equal ones. */
      readonly aggregate: { readonly positive: Aggregator; readonly negative: Aggregator };
      /** What K and L add to each side's z, e.g. `log(K)`. */
      readonly offset: { readonly positive: string; readonly negative: string };
      /** The coefficient before each side's link, in the parameters, K and L; `1` where coupled. */
      readonly weight: { readonly positive: string; readonly negative: string };
    }
  | {
      readonly coupling: "pointwise";
      /** Names for parts, each in what `plane` may use and the names before it. */
      readonly definitions?: Readonly<Record<string, string>>;
      /** The loss on the plane in `s_p`, `s_n`, `theta_p`, `theta_n`, `d_p`, `d_n`, `K`, `L`. */
      readonly plane: string;
      /** z, where it cannot be read off the formula as the argument of its outermost link. */
      readonly z?: string;
    };

/** What the catalogue knows of one loss. Everything else (sliders, flags, docs, tests) is derived from it. */
export interface Loss {
  /** kebab-case, stable for ever: links carry it. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly family: Family;
  readonly source: Citation;
  /** What the two similarities are, e.g. "sample–class weight". */
  readonly similarity: string;
  readonly params: ParamSpecs;
  readonly variants: Readonly<Record<string, Variant>>;
  /** What surprises people, a sentence each; mathematics between dollar signs. */
  readonly pitfalls: readonly string[];
  readonly scope: "plane" | "set";
  /** Whether attached and detached gradients differ, and which one is shown unless asked otherwise. */
  readonly detaches: boolean;
  readonly gradient: GradientMode;
  /** What it was typed as; absent for the losses of the catalogue. */
  readonly text?: string;
  /** How it takes a batch; by family unless given: classification and proxy losses see class weights. */
  readonly batch?: BatchRule | ((params: Params) => BatchRule);
  formula(params: Params): LossFormula;
  /** One anchor's loss. Throws `InputError` on parameters, similarities or set sizes that are not legal. */
  evaluate(set: PairSet, params?: Params, gradient?: GradientMode): SetResult;
  /** The loss on the plane with K equal positives and L equal negatives. */
  plane(params?: Params, counts?: Counts, gradient?: GradientMode): PlaneForm;
  /** Closed-form decision boundary z = 0 in (s_n, s_p); undefined: none known, trace it; empty: there is none. */
  boundary?(params: Params, counts: Counts): readonly Curve[] | undefined;
}

import type { Params } from "../../losses/params.ts";
import type { GradientMode, Loss } from "../../losses/types.ts";

/** The loss whose numbers are to be chosen, and how it will be used. */
export interface Situation {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
  /** How many negatives stand against one positive; with C class weights C − 1. */
  readonly negatives: number;
  /** The probability of the right class that training is to reach, 0 to 1, neither included. */
  readonly probability: number;
  /** By how much of a cosine the hardest negative lies above the others. */
  readonly gap: number;
}

/** One side of a decoupled loss, or the positive of a coupled one: similarities, null beyond the plane. */
export interface Band {
  /** The link's slope is 0.999 of its largest. */
  readonly full: number | null;
  readonly threshold: number | null;
  /** It is 0.001 of it. */
  readonly gone: number | null;
}

/** A similarity as cosine, angle and chord. */
export interface Threshold {
  readonly cosine: number;
  readonly degrees: number;
  readonly chord: number;
}

/** The margins that people quote, each as the gap s_p − s_n that it asks for at s_p = 0.8. */
export interface UsualMargin {
  readonly source: "facenet" | "pml" | "pml-miner" | "re-id";
  readonly distance: "squared" | "euclidean";
  readonly margin: number;
  readonly gap: number;
}

/** What each question is answered with. Whoever adds a question adds its numbers, their units and its words. */
export interface AnswerNumbers {
  /** How far `negatives` of them move the boundary. */
  readonly "effective-margin": {
    readonly negatives: number;
    readonly scale: number;
    /** Its inverse, where the loss has a temperature instead of a scale; else null. */
    readonly temperature: number | null;
    /** ln L, and ln L / γ. */
    readonly logit: number;
    readonly shift: number;
    /** s_p − s_n at the boundary, against one and against all, where that is the same everywhere; else null. */
    readonly margin: number | null;
    readonly effective: number | null;
    /** s_p of the boundary at s_n = 0; null where no s_p is enough. */
    readonly one: number | null;
    readonly all: number | null;
    readonly oneDegrees: number | null;
    readonly allDegrees: number | null;
  };
  /** The scale that a probability needs, on a positive at its centre among C centres as far apart as can be. */
  readonly "scale-bound": {
    readonly classes: number;
    readonly probability: number;
    /** (C − 1)/C · ln((C − 1)P/(1 − P)), as CosFace's Eq. 6 has it: without a margin. */
    readonly bound: number;
    /** The same with this loss's margin; null where the margin cannot be met at any scale. */
    readonly own: number | null;
    readonly scale: number;
    /** Probability and loss there at the present scale: NormFace's lower bound of the loss. */
    readonly reached: number;
    readonly lowestLoss: number;
    /** C/(C − 1) of CosFace, for a margin on the cosine; else null. */
    readonly largestMargin: number | null;
  };
  /** √2 ln(C − 1), at which a positive at 45° among orthogonal negatives has probability ½. */
  readonly adacos: { readonly classes: number; readonly scale: number; readonly present: number };
  /** Two classes alone. */
  readonly "between-classes": {
    /** How far a sample may be from its own centre where the two centres are at right angles. */
    readonly own: number | null;
    /** How far apart the centres must be at least, for a sample at its centre to be in the target. */
    readonly centres: number | null;
  };
  readonly angles: { readonly symbol: string; readonly radians: number; readonly degrees: number };
  readonly "hard-negatives": {
    readonly negatives: number;
    readonly scale: number;
    readonly temperature: number;
    readonly gap: number;
    /** e^(γ·gap), and the hardest's share where all others are `gap` lower. */
    readonly ratio: number;
    readonly share: number;
    /** The gap at which a negative counts a tenth of the hardest. */
    readonly tenth: number;
    /** (Σw)²/Σw² of negatives spread evenly from −1 to 1. */
    readonly effective: number;
  };
  readonly "gradient-band": {
    readonly negatives: number;
    /** Along s_n at a given s_p, from 0.999 to 0.001; null where the transform is not straight. */
    readonly width: number | null;
    /** At s_n = 0 where the two sides share a link. */
    readonly coupled: boolean;
    readonly positive: Band;
    readonly negative: Band | null;
  };
  readonly thresholds: {
    readonly negatives: number;
    readonly positive: Threshold | null;
    readonly negative: Threshold | null;
  };
  readonly active: { readonly negatives: number; readonly frame: number; readonly plane: number };
  /** A margin on a distance as a gap s_p − s_n; null where no negative is far enough. */
  readonly "margin-as-gap": {
    readonly distance: string;
    readonly margin: number;
    readonly near: number | null;
    readonly usual: number | null;
    readonly far: number | null;
    readonly known: readonly UsualMargin[];
  };
  readonly circle: {
    readonly negatives: number;
    readonly radius: number;
    readonly counted: number | null;
    readonly tangent: { readonly sn: number; readonly sp: number } | null;
    /** O_p, O_n, Δ_p, Δ_n, where the weights are those of the paper. */
    readonly optima: {
      readonly Op: number;
      readonly On: number;
      readonly Dp: number;
      readonly Dn: number;
    } | null;
    /** Below it no pair of the plane reaches the target; null where K and L do not shrink the circle. */
    readonly leastScale: number | null;
  };
  readonly bias: {
    readonly negatives: number;
    readonly bias: number;
    readonly threshold: number;
    /** −ln L: at s = 0 every pair then has the probability 1/(L + 1) of being positive. */
    readonly balanced: number;
    readonly prior: number;
  };
}

export type AnswerId = keyof AnswerNumbers;

/** A number that can be put in: a parameter of the loss, or how many negatives there are. */
export type Setting =
  | { readonly param: string; readonly symbol: string; readonly value: number }
  | { readonly count: "L"; readonly value: number };

export type Answer = {
  readonly [Id in AnswerId]: {
    readonly id: Id;
    readonly numbers: AnswerNumbers[Id];
    readonly settings: readonly Setting[];
  };
}[AnswerId];

/** Asked of every loss; null where it makes no sense of this one. */
export type Question = (situation: Situation) => Answer | readonly Answer[] | null;

/** Of each number of an answer, or of all below its name. */
export const UNITS: {
  readonly [Id in AnswerId]: Readonly<Partial<Record<keyof AnswerNumbers[Id], string>>>;
} = {
  "effective-margin": {
    negatives: "count",
    scale: "logit per cosine",
    temperature: "cosine per logit",
    logit: "logit",
    shift: "cosine",
    margin: "cosine",
    effective: "cosine",
    one: "cosine",
    all: "cosine",
    oneDegrees: "degrees",
    allDegrees: "degrees",
  },
  "scale-bound": {
    classes: "count",
    probability: "0 to 1",
    bound: "logit per cosine",
    own: "logit per cosine",
    scale: "logit per cosine",
    reached: "0 to 1",
    lowestLoss: "loss",
    largestMargin: "cosine",
  },
  adacos: { classes: "count", scale: "logit per cosine", present: "logit per cosine" },
  "between-classes": { own: "degrees", centres: "degrees" },
  angles: { radians: "radians", degrees: "degrees" },
  "hard-negatives": {
    negatives: "count",
    scale: "logit per cosine",
    temperature: "cosine per logit",
    gap: "cosine",
    ratio: "weight per weight",
    share: "0 to 1",
    tenth: "cosine",
    effective: "count",
  },
  "gradient-band": { negatives: "count", width: "cosine", positive: "cosine", negative: "cosine" },
  thresholds: { negatives: "count" },
  active: { negatives: "count", frame: "of s_n, s_p from 0 to 1", plane: "of s_n, s_p from −1 to 1" },
  "margin-as-gap": {
    margin: "of the distance",
    near: "cosine",
    usual: "cosine",
    far: "cosine",
    known: "cosine",
  },
  circle: {
    negatives: "count",
    radius: "cosine",
    counted: "cosine",
    tangent: "cosine",
    optima: "cosine",
    leastScale: "logit per squared cosine",
  },
  bias: { negatives: "count", bias: "logit", threshold: "cosine", balanced: "logit", prior: "0 to 1" },
};

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GradientMode } from "../../src/losses/types.ts";
import type { Params } from "../../src/losses/params.ts";

/** One case of plane.json, as its README describes it. */
export interface GoldenCase {
  readonly id: string;
  readonly loss: string;
  readonly distance: string;
  readonly params: Readonly<Record<string, number | boolean | string>>;
  readonly K: number;
  readonly L: number;
  readonly sp: readonly number[];
  readonly sn: readonly number[];
  readonly value: number;
  readonly dSp: readonly (number | null)[];
  readonly dSn: readonly (number | null)[];
  readonly dSpFull?: readonly number[];
  readonly dSnFull?: readonly number[];
  readonly flags?: readonly string[];
  readonly extra?: { readonly spn: readonly number[] };
  readonly dExtra?: { readonly spn: readonly number[] };
  readonly setup?: { readonly embeddingNorm: number; readonly weightNorm?: number };
}

export interface GoldenPlane {
  readonly losses: Readonly<Record<string, { readonly tolerance: number }>>;
  readonly cases: readonly GoldenCase[];
}

export const goldenDirectory = process.env["GOLDEN_DIR"] ?? fileURLToPath(new URL(".", import.meta.url));

export const goldenPlane = (): GoldenPlane =>
  JSON.parse(readFileSync(join(goldenDirectory, "plane.json"), "utf8")) as GoldenPlane;

/** Ours for one of theirs: the loss by name, and its parameters. */
export interface Ours {
  readonly name: string;
  readonly params: Params;
  readonly gradient?: GradientMode;
  /** What our value is to be multiplied by. */
  readonly factor?: number;
  /** Similarities that the library counts among the positives beside those of the case. */
  readonly morePositives?: readonly number[];
}

const numberOf = (golden: GoldenCase, id: string): number => Number(golden.params[id]);
const distanceOf = (golden: GoldenCase): string =>
  golden.distance === "euclidean_squared" ? "squared" : golden.distance;

const radians = (golden: GoldenCase, id: string): number => (numberOf(golden, id) * Math.PI) / 180;

/** pytorch-metric-learning's classes in the catalogue's words. */
export const MAPPING: Readonly<Record<string, (golden: GoldenCase) => Ours>> = {
  CircleLoss: (golden) => ({
    name: "circle",
    params: { gamma: numberOf(golden, "gamma"), margin: numberOf(golden, "m") },
    gradient: "detached",
  }),
  MultiSimilarityLoss: (golden) => ({
    name: "multi-similarity",
    params: {
      alpha: numberOf(golden, "alpha"),
      beta: numberOf(golden, "beta"),
      lambda: numberOf(golden, "base"),
    },
  }),
  TripletMarginLoss: (golden) =>
    golden.params["smooth_loss"] === true
      ? {
          name: "soft-triplet",
          params: { gamma: 1, margin: numberOf(golden, "margin"), distance: distanceOf(golden) },
        }
      : {
          name: "triplet",
          params: { margin: numberOf(golden, "margin"), distance: distanceOf(golden), reduction: "active" },
        },
  LiftedStructureLoss: (golden) => ({
    name: "lifted-structure",
    params: {
      margin: numberOf(golden, "neg_margin"),
      posMargin: numberOf(golden, "pos_margin"),
      distance: distanceOf(golden),
    },
  }),
  NPairsLoss: () => ({ name: "n-pair", params: { gamma: 1 } }),
  NormalizedSoftmaxLoss: (golden) => ({
    name: "normface",
    params: { gamma: 1 / numberOf(golden, "temperature") },
  }),
  CosFaceLoss: (golden) => ({
    name: "am-softmax",
    params: { gamma: numberOf(golden, "scale"), margin: numberOf(golden, "margin") },
  }),
  ProxyNCALoss: (golden) => ({
    name: "proxy-nca",
    params: {
      gamma: numberOf(golden, "softmax_scale") * (golden.distance === "cosine" ? 1 : 2),
      ownProxy: "included",
    },
  }),
  ProxyAnchorLoss: (golden) => ({
    name: "proxy-anchor",
    params: { alpha: numberOf(golden, "alpha"), delta: numberOf(golden, "margin") },
  }),
  "ProxyAnchorLoss:sample": (golden) => ({
    name: "proxy-anchor:sample",
    params: { alpha: numberOf(golden, "alpha"), delta: numberOf(golden, "margin") },
  }),
  NTXentLoss: (golden) => ({ name: "info-nce", params: { tau: numberOf(golden, "temperature") } }),
  SupConLoss: (golden) => ({ name: "sup-con", params: { tau: numberOf(golden, "temperature") } }),
  ContrastiveLoss: (golden) => ({
    name: "contrastive",
    params: {
      mPos: numberOf(golden, "pos_margin"),
      mNeg: numberOf(golden, "neg_margin"),
      distance: distanceOf(golden),
      reduction: "active",
    },
  }),
  // on zero-mean unit vectors the distance is 2 − 2s: twice the cosine form
  SignalToNoiseRatioContrastiveLoss: (golden) => ({
    name: "contrastive:cosine",
    params: {
      mPos: 1 - numberOf(golden, "pos_margin") / 2,
      mNeg: 1 - numberOf(golden, "neg_margin") / 2,
      reduction: "active",
    },
    factor: 2,
  }),
  MarginLoss: (golden) => ({
    name: "margin",
    params: {
      alpha: numberOf(golden, "margin"),
      beta: numberOf(golden, "beta"),
      distance: distanceOf(golden),
      reduction: "active",
    },
  }),
  GeneralizedLiftedStructureLoss: (golden) => ({
    name: "generalized-lifted",
    params: {
      margin: numberOf(golden, "neg_margin"),
      posMargin: numberOf(golden, "pos_margin"),
      distance: distanceOf(golden),
    },
  }),
  TupletMarginLoss: (golden) => ({
    name: "tuplet-margin",
    params: { beta: radians(golden, "margin"), gamma: numberOf(golden, "scale") },
  }),
  IntraPairVarianceLoss: (golden) => ({
    name: "intra-pair-variance",
    params: { epsPos: numberOf(golden, "pos_eps"), epsNeg: numberOf(golden, "neg_eps") },
  }),
  NCALoss: (golden) => ({
    name: "nca",
    params: { gamma: numberOf(golden, "softmax_scale") * (golden.distance === "cosine" ? 1 : 2) },
  }),
  FastAPLoss: (golden) => ({ name: "fast-ap", params: { bins: numberOf(golden, "num_bins") } }),
  RankedListLoss: (golden) => ({
    name: "ranked-list",
    params: {
      margin: numberOf(golden, "margin"),
      alpha: numberOf(golden, "alpha"),
      lambda: numberOf(golden, "imbalance"),
      Tp: numberOf(golden, "Tp"),
      Tn: numberOf(golden, "Tn"),
      epsilon: 1e-5 * (1 + golden.K + golden.L),
    },
  }),
  HistogramLoss: (golden) => ({ name: "histogram", params: { bins: numberOf(golden, "n_bins") } }),
  PNPLoss: (golden) => ({
    name: "pnp",
    params: {
      variant: String(golden.params["variant"]),
      alpha: numberOf(golden, "alpha"),
      b: numberOf(golden, "b"),
      anneal: numberOf(golden, "anneal"),
    },
    morePositives: [1],
  }),
  ThresholdConsistentMarginLoss: (golden) => ({
    name: "tcm",
    params: {
      mPos: numberOf(golden, "margin_plus"),
      mNeg: numberOf(golden, "margin_minus"),
      lambdaPos: numberOf(golden, "lambda_plus"),
      lambdaNeg: numberOf(golden, "lambda_minus"),
    },
  }),
  AngularLoss: (golden) => ({ name: "angular", params: { alphaDeg: numberOf(golden, "alpha") } }),
  ArcFaceLoss: (golden) => ({
    name: "arcface",
    params: { gamma: numberOf(golden, "scale"), margin: radians(golden, "margin"), easy: "monotone" },
  }),
  SubCenterArcFaceLoss: (golden) => ({
    name: "subcenter-arcface",
    params: {
      gamma: numberOf(golden, "scale"),
      margin: radians(golden, "margin"),
      subCenters: numberOf(golden, "sub_centers"),
    },
  }),
  SphereFaceLoss: (golden) => ({
    name: "sphereface",
    params: {
      gamma: numberOf(golden, "scale") * (golden.setup?.embeddingNorm ?? 1),
      m: numberOf(golden, "margin"),
    },
  }),
  LargeMarginSoftmaxLoss: (golden) => ({
    name: "l-softmax",
    params: {
      gamma: numberOf(golden, "scale") * (golden.setup?.embeddingNorm ?? 1),
      m: numberOf(golden, "margin"),
      wp: golden.setup?.weightNorm ?? 1,
      wn: golden.setup?.weightNorm ?? 1,
    },
  }),
  SoftTripleLoss: (golden) => ({
    name: "soft-triple",
    params: {
      lambda: numberOf(golden, "la"),
      margin: numberOf(golden, "margin"),
      gamma: numberOf(golden, "gamma"),
      centers: numberOf(golden, "centers_per_class"),
    },
  }),
  // the library takes the mean over batch and classes, the catalogue half the sum
  P2SGradLoss: (golden) => ({ name: "p2sgrad", params: {}, factor: 2 / (golden.L + 1) }),
};

/** Classes and single cases that are not compared, each with its reason; there are no others. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  DynamicSoftMarginLoss:
    "not a function of one anchor's similarities: its margin comes from a running histogram",
  "NTXentLoss/15":
    "the library caps a pair at 708.396 by a constant inside the logarithm; the exact value is 1000",
  "NCALoss/19": "the library drops the anchor because its positive mass underflows; the exact value is 1200",
};

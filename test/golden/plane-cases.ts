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
  readonly params: Readonly<Record<string, number | boolean>>;
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
}

const numberOf = (golden: GoldenCase, id: string): number => Number(golden.params[id]);
const distanceOf = (golden: GoldenCase): string =>
  golden.distance === "euclidean_squared" ? "squared" : golden.distance;

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
};

/** Classes whose loss is not in the catalogue yet. */
export const NOT_YET: readonly string[] = [
  "NTXentLoss",
  "SupConLoss",
  "ContrastiveLoss",
  "MarginLoss",
  "GeneralizedLiftedStructureLoss",
  "TupletMarginLoss",
  "IntraPairVarianceLoss",
  "SignalToNoiseRatioContrastiveLoss",
  "NCALoss",
  "FastAPLoss",
  "RankedListLoss",
  "HistogramLoss",
  "DynamicSoftMarginLoss",
  "PNPLoss",
  "ThresholdConsistentMarginLoss",
  "AngularLoss",
  "ArcFaceLoss",
  "SubCenterArcFaceLoss",
  "SphereFaceLoss",
  "LargeMarginSoftmaxLoss",
  "SoftTripleLoss",
  "P2SGradLoss",
];

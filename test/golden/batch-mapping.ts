import type { BatchOptions } from "../../src/batch/plan.ts";
import type { Matrix } from "../../src/batch/matrix.ts";
import { chordOf } from "../../src/numerics/sphere.ts";
import type { GoldenBatch, GoldenBatchCase } from "./batch-cases.ts";
import { minedPairs, semihardTriplets, withLoneAnchors, withOwnSelves } from "./batch-selection.ts";

/** Ours for one of theirs: a loss by name, how it takes the batch, and what stands between the two values. */
export interface OursOfBatch extends BatchOptions {
  readonly name: string;
  /** Theirs is `factor` times ours plus `plus`. */
  readonly factor?: number;
  readonly plus?: number;
  /** The parameter whose derivative the case records as dBeta. */
  readonly learned?: string;
  /** Their derivative by the (unit) proxies is not projected on the tangent. */
  readonly unprojected?: boolean;
}

type Mapped = (each: GoldenBatchCase, batch: GoldenBatch, similarities: Matrix) => OursOfBatch;

const number = (each: GoldenBatchCase, id: string): number => Number(each.params[id]);
const degrees = (each: GoldenBatchCase, id: string): number => (number(each, id) * Math.PI) / 180;
const distance = (each: GoldenBatchCase): string =>
  each.distance === "euclidean_squared" ? "squared" : each.distance;
/** The scale on cosines that a scale on their default squared distance 2 − 2s, or on a cosine, comes to. */
const onCosines = (each: GoldenBatchCase, id: string): number =>
  number(each, id) * (each.distance === "cosine" ? 1 : 2);

const triplet: Mapped = (each) => ({
  name: each.params["smooth_loss"] === true ? "soft-triplet" : "triplet",
  params: {
    margin: number(each, "margin"),
    distance: distance(each),
    ...(each.params["smooth_loss"] !== true && { reduction: "active" }),
  },
  ...(each.params["swap"] === true && { anchors: "pair-closer-end" }),
  reduction: "active-terms",
});

const marginLoss: Mapped = (each) => ({
  name: "margin",
  params: { alpha: number(each, "margin"), beta: number(each, "beta"), distance: distance(each) },
  anchors: "samples",
  reduction: "active-triplets",
});

const lifted = (each: GoldenBatchCase) => ({
  margin: number(each, "neg_margin"),
  posMargin: number(each, "pos_margin"),
  distance: distance(each),
});

const contrastive = (distanceName: string, mPos: number, mNeg: number): OursOfBatch => ({
  name: "contrastive",
  params: { distance: distanceName, mPos, mNeg, reduction: "active" },
});

const proxyAnchor = (alpha: number, delta: number): OursOfBatch => ({
  name: "proxy-anchor",
  params: { alpha, delta },
});

/** The classes of both libraries in the catalogue's words. */
export const BATCH_MAPPING: Readonly<Record<string, Mapped>> = {
  CircleLoss: (each) => ({
    name: "circle",
    params: { gamma: number(each, "gamma"), margin: number(each, "m") },
    gradient: "detached",
    reduction: "active-anchors",
  }),
  MultiSimilarityLoss: (each) => ({
    name: "multi-similarity",
    params: { alpha: number(each, "alpha"), beta: number(each, "beta"), lambda: number(each, "base") },
  }),
  NTXentLoss: (each) => ({ name: "info-nce", params: { tau: number(each, "temperature") } }),
  SupConLoss: (each) => ({
    name: "sup-con",
    params: { tau: number(each, "temperature") },
    reduction: "active-anchors",
  }),
  ContrastiveLoss: (each) =>
    contrastive(distance(each), number(each, "pos_margin"), number(each, "neg_margin")),
  TripletMarginLoss: triplet,
  MarginLoss: marginLoss,
  "MarginLoss:learned-beta": (...given) => ({
    ...marginLoss(...given),
    plus: number(given[0], "nu") * number(given[0], "beta"),
    learned: "beta",
  }),
  LiftedStructureLoss: (each) => ({ name: "lifted-structure", params: lifted(each) }),
  GeneralizedLiftedStructureLoss: (each, batch) => ({
    name: "generalized-lifted",
    params: lifted(each),
    reduction: "anchors",
    mask: withLoneAnchors(batch.labels),
  }),
  NPairsLoss: (each) => ({
    name: "n-pair",
    params: { gamma: 1 },
    norms: each.distance === "dot_raw" ? "both" : "none",
  }),
  NCALoss: (each) => ({ name: "nca", params: { gamma: onCosines(each, "softmax_scale") } }),
  FastAPLoss: (each) => ({ name: "fast-ap", params: { bins: number(each, "num_bins") } }),
  RankedListLoss: (each, { N }) => ({
    name: "ranked-list",
    params: {
      margin: number(each, "margin"),
      alpha: number(each, "alpha"),
      lambda: number(each, "imbalance"),
      Tp: number(each, "Tp"),
      Tn: number(each, "Tn"),
      epsilon: N * 1e-5,
    },
  }),
  HistogramLoss: (each) => ({ name: "histogram", params: { bins: number(each, "n_bins") } }),
  PNPLoss: (each, { labels }) => ({
    name: "pnp",
    params: {
      anneal: number(each, "anneal"),
      variant: String(each.params["variant"]),
      alpha: number(each, "alpha"),
      b: number(each, "b"),
    },
    mask: withOwnSelves(labels),
  }),
  ThresholdConsistentMarginLoss: () => ({ name: "tcm:pml" }),
  TupletMarginLoss: (each) => ({
    name: "tuplet-margin",
    params: { gamma: number(each, "scale"), beta: degrees(each, "margin") },
  }),
  IntraPairVarianceLoss: (each) => ({
    name: "intra-pair-variance",
    params: { epsPos: number(each, "pos_eps"), epsNeg: number(each, "neg_eps") },
  }),
  AngularLoss: (each) => ({
    name: "angular",
    params: { alphaDeg: number(each, "alpha") },
    norms: "negatives",
  }),
  NormalizedSoftmaxLoss: (each) => ({
    name: "normface",
    params: { gamma: 1 / number(each, "temperature") },
  }),
  CosFaceLoss: (each) => ({
    name: "am-softmax",
    params: { gamma: number(each, "scale"), margin: number(each, "margin") },
  }),
  ArcFaceLoss: (each) => ({
    name: "arcface",
    params: { gamma: number(each, "scale"), margin: degrees(each, "margin"), easy: "monotone" },
  }),
  SubCenterArcFaceLoss: (each) => ({
    name: "subcenter-arcface",
    params: {
      gamma: number(each, "scale"),
      margin: degrees(each, "margin"),
      easy: "monotone",
      subCenters: number(each, "sub_centers"),
    },
  }),
  SphereFaceLoss: (each) => ({
    name: "sphereface",
    params: { gamma: number(each, "scale"), m: number(each, "margin"), lambda: 0 },
    norms: "anchor",
  }),
  LargeMarginSoftmaxLoss: (each) => ({
    name: "l-softmax",
    params: { gamma: number(each, "scale"), m: number(each, "margin") },
    norms: "both",
  }),
  SoftTripleLoss: (each) => ({
    name: "soft-triple",
    params: {
      lambda: number(each, "la"),
      gamma: number(each, "gamma"),
      margin: number(each, "margin"),
      centers: number(each, "centers_per_class"),
    },
  }),
  ProxyNCALoss: (each) => ({ name: "proxy-nca-pp", params: { T: 2 / onCosines(each, "softmax_scale") } }),
  ProxyAnchorLoss: (each) => proxyAnchor(number(each, "alpha"), number(each, "margin")),
  P2SGradLoss: (_, { numClasses }) => ({ name: "p2sgrad", factor: 2 / numClasses, unprojected: true }),
  "official:Proxy_Anchor": (each) => proxyAnchor(number(each, "alpha"), number(each, "mrg")),
  "official:Proxy_NCA": (each) => ({ name: "proxy-nca-pp", params: { T: 1 / number(each, "scale") } }),
  "official:MultiSimilarityLoss": (_, { labels }, { values }) => ({
    name: "multi-similarity",
    params: { alpha: 2, beta: 50, lambda: 0.5 },
    mask: minedPairs(labels, values, 0.1),
  }),
  "official:ContrastiveLoss": (each) => contrastive("euclidean", 0, number(each, "margin")),
  "official:TripletLoss": (each, { labels }, { values }) => ({
    name: "triplet",
    params: { margin: number(each, "margin"), distance: "euclidean", reduction: "active" },
    triplets: semihardTriplets(labels, values.map(chordOf), number(each, "margin")),
  }),
  "official:NPairLoss": () => ({ name: "n-pair", params: { gamma: 1 }, norms: "both" }),
};

/** Classes whose loss is not in the catalogue yet. */
export const BATCH_NOT_YET: readonly string[] = [];

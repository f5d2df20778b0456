import { readFileSync } from "node:fs";
import { join } from "node:path";
import { goldenDirectory } from "./plane-cases.ts";

type Rows = readonly (readonly number[])[];

/** One batch of batch.json, as its README describes it. */
export interface GoldenBatch {
  readonly N: number;
  readonly d: number;
  readonly numClasses: number;
  readonly labels: readonly number[];
  readonly embeddings: Rows;
  readonly proxySets: Readonly<Record<string, Rows>>;
}

/** One case of batch.json. */
export interface GoldenBatchCase {
  readonly id: string;
  readonly loss: string;
  readonly batch: string;
  readonly params: Readonly<Record<string, number | boolean | string>>;
  readonly distance: string;
  readonly proxies?: string | null;
  readonly proxiesNormalized?: boolean;
  readonly value: number;
  readonly dEmbeddings: Rows;
  readonly dEmbeddingsFull?: Rows;
  readonly dProxies?: Rows;
  readonly dBeta?: readonly number[];
}

export interface GoldenBatches {
  readonly losses: Readonly<Record<string, { readonly tolerance: number }>>;
  readonly batches: Readonly<Record<string, GoldenBatch>>;
  readonly cases: readonly GoldenBatchCase[];
}

export const goldenBatches = (): GoldenBatches =>
  JSON.parse(readFileSync(join(goldenDirectory, "batch.json"), "utf8")) as GoldenBatches;

/** Classes and single cases that are not compared, each with its reason; nowhere else is a case left out. */
export const EXCEPTIONS: Readonly<Record<string, string>> = {
  VICRegLoss: "variance and covariance of features; there are no pair similarities (losses.md 7)",
  ManifoldLoss:
    "a random walk on the whole batch graph, not a function of an anchor's similarities (losses.md 7)",
  InstanceLoss: "its target is a sample picked by using the label as a column index, not a positive",
  DynamicSoftMarginLoss: "its margin is a running histogram, a state outside the batch (losses.md 7)",
  SignalToNoiseRatioContrastiveLoss:
    "var(a − x)/var(a) of rows that are not zero-mean depends on means and norms, not on cosines (losses.md 7)",
  SelfSupervisedLoss: "a wrapper that makes labels for another loss (losses.md 7)",
  CrossBatchMemory: "a wrapper with a memory of earlier batches (losses.md 7)",
};

import type { Norms } from "../losses/batch-rule.ts";
import type { CheckedBatch } from "./batch.ts";

type End = "anchor" | "partner";

interface NormKind {
  readonly meaning: string;
  readonly positives: readonly End[];
  readonly negatives: readonly End[];
}

/** Whose norms multiply the logits of each side, by name. */
export const NORMS: Readonly<Record<Norms, NormKind>> = {
  none: { meaning: "cosines as they are", positives: [], negatives: [] },
  anchor: { meaning: "the anchor's norm", positives: ["anchor"], negatives: ["anchor"] },
  both: {
    meaning: "both norms: inner products",
    positives: ["anchor", "partner"],
    negatives: ["anchor", "partner"],
  },
  negatives: { meaning: "on negatives the partner's norm", positives: [], negatives: ["partner"] },
};

/** Factors of cells from the norms of their rows and columns, and the way back for their derivatives. */
export interface NormFactors {
  of(side: "positives" | "negatives", cells: Int32Array): Float64Array;
  /** Adds `weight · slopes` of the factors of `cells` to the derivatives by the norms. */
  add(side: "positives" | "negatives", cells: Int32Array, slopes: Float64Array, weight: number): void;
  readonly toSamples: Float64Array;
  readonly toProxies: Float64Array;
}

/** `byColumn`: the anchor of a cell is its column. */
export function normFactors(kind: Norms, batch: CheckedBatch, byColumn: boolean): NormFactors {
  const rows = batch.samples.norms;
  const columns = batch.proxies?.norms ?? rows;
  const toSamples = new Float64Array(rows.length);
  const toProxies = new Float64Array(batch.proxies ? columns.length : 0);
  const toColumns = batch.proxies ? toProxies : toSamples;
  const ends = (side: "positives" | "negatives") => {
    const used = NORMS[kind][side];
    return {
      row: used.includes(byColumn ? "partner" : "anchor"),
      column: used.includes(byColumn ? "anchor" : "partner"),
    };
  };
  return {
    of(side, cells) {
      const { row, column } = ends(side);
      return Float64Array.from(cells, (cell) => {
        const j = cell % columns.length;
        return (row ? rows[(cell - j) / columns.length] : 1) * (column ? columns[j] : 1);
      });
    },
    add(side, cells, slopes, weight) {
      const { row, column } = ends(side);
      for (let k = 0; k < cells.length; k++) {
        const j = cells[k] % columns.length;
        const i = (cells[k] - j) / columns.length;
        const slope = weight * slopes[k];
        if (row) toSamples[i] += slope * (column ? columns[j] : 1);
        if (column) toColumns[j] += slope * (row ? rows[i] : 1);
      }
    },
    toSamples,
    toProxies,
  };
}

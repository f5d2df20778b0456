import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/batch/batch.ts";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import type { BatchOptions } from "../../src/batch/plan.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { batchOf } from "./support.ts";

const H = 1e-5;

interface Case {
  readonly name: string;
  readonly options?: BatchOptions;
  readonly centres?: number;
}

/** Every loss as it takes a batch by itself, and what else touches the way back to the rows. */
const CASES: readonly Case[] = [
  ...LOSSES.map(({ id }) => ({ name: id })),
  { name: "subcenter-arcface", centres: 3 },
  { name: "soft-triple", centres: 3 },
  { name: "proxy-anchor:sample" },
  { name: "triplet:euclidean", options: { anchors: "pair-closer-end" } },
  { name: "circle", options: { anchors: "class-weights" } },
  { name: "circle", options: { anchors: "proxies" } },
  { name: "contrastive:euclidean", options: { anchors: "samples", reduction: "active-sides" } },
  { name: "n-pair", options: { norms: "both" } },
  { name: "multi-similarity", options: { norms: "negatives" } },
  { name: "l-softmax", options: { norms: "both" } },
  { name: "sphereface", options: { norms: "anchor", params: { gamma: 1 } } },
  { name: "normface", options: { anchors: "proxies", norms: "anchor", params: { gamma: 2 } } },
  { name: "proxy-anchor", options: { norms: "both", params: { alpha: 2 } } },
  { name: "angular", options: { norms: "negatives" } },
];

/** The batch with one number of its rows moved. */
function moved(batch: Batch, rows: "embeddings" | "proxies", at: number, by: number): Batch {
  const changed = Float64Array.from(batch[rows] ?? []);
  changed[at] += by;
  return { ...batch, [rows]: changed };
}

describe.each([true, false])("derivatives by the rows as given, unit rows: %s", (unit) => {
  it.each(CASES)("$name $options $centres", ({ name, options = {}, centres = 1 }) => {
    const { loss, params } = namedLoss(name, options.params);
    const batch = batchOf({ seed: 3, unit, centres });
    const at = (given: Batch) => evaluateBatch(loss, given, { ...options, params, gradient: "attached" });
    const found = at(batch);
    const rounding = loss.scope === "set" ? 1e-9 : 1e-15;
    let [compared, kinks] = [0, 0];
    for (const [rows, slopes] of [
      ["embeddings", found.dEmbeddings],
      ["proxies", found.dProxies],
    ] as const) {
      if (slopes === undefined) continue;
      expect(slopes.length).toBe(batch[rows]?.length);
      const scale = Math.max(...slopes.map(Math.abs));
      slopes.forEach((slope, k) => {
        const value = (by: number) => at(moved(batch, rows, k, by)).value;
        const [low, high, lower, higher] = [value(-H), value(H), value(-2 * H), value(2 * H)];
        const difference = (8 * (high - low) - (higher - lower)) / (12 * H);
        const allowed = 1e-6 * scale + 1e-9 * Math.abs(found.value) + rounding;
        const jump = Math.abs(higher - 2 * found.value + lower) / (2 * H);
        if (Math.abs(difference - slope) > allowed && jump > 0.01 * scale) kinks++;
        else {
          expect(Math.abs(difference - slope), `${rows} ${k}: ${slope} against ${difference}`).toBeLessThan(
            allowed,
          );
          compared++;
        }
      });
    }
    expect(compared).toBeGreaterThan(0);
    expect(kinks).toBeLessThan(0.2 * (compared + kinks));
  });
});

describe("rows of any norm", () => {
  it("a scaled row leaves the value and shrinks its own derivative; without norms no derivative points along a row", () => {
    for (const { id } of LOSSES) {
      const { loss, params, gradient } = namedLoss(id);
      const [unit, scaled] = [true, false].map((each) => batchOf({ seed: 5, unit: each }));
      const run = (batch: Batch) => evaluateBatch(loss, batch, { params, gradient });
      const [a, b] = [run(unit), run(scaled)];
      expect(Math.abs(a.value - b.value), id).toBeLessThan(1e-9 * Math.max(1, Math.abs(a.value)));
      const { dimension: d, embeddings } = scaled;
      const scale = Math.max(1, ...b.dEmbeddings.map(Math.abs));
      for (let row = 0; row < a.dEmbeddings.length / d; row++) {
        const coordinates = Array.from({ length: d }, (_, k) => row * d + k);
        const norm = Math.hypot(...coordinates.map((k) => embeddings[k]));
        const along = coordinates.reduce((sum, k) => sum + b.dEmbeddings[k] * embeddings[k], 0);
        expect(Math.abs(along), id).toBeLessThan(1e-10 * scale);
        for (const k of coordinates)
          expect(Math.abs(b.dEmbeddings[k] * norm - a.dEmbeddings[k]), id).toBeLessThan(1e-7 * scale);
      }
    }
  });
});

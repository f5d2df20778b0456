import { describe, expect, it } from "vitest";
import { ANCHORS } from "../../src/batch/anchors.ts";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { REDUCTIONS } from "../../src/batch/reductions.ts";
import type { Anchors, Reduction } from "../../src/losses/batch-rule.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { fc } from "../numerics/seeded.ts";
import { plainBatch, plainSets } from "./naive.ts";
import { batchOf, deviation, messageOf, plainCosines } from "./support.ts";

const anchorNames = Object.keys(ANCHORS) as Anchors[];
const reductionNames = Object.keys(REDUCTIONS) as Reduction[];
const WHOLE: readonly Reduction[] = ["sum", "mean", "anchors", "active-anchors"];

/** Decoupled: hinges with a mean over active pairs, hinges with a mean over all, softplus over log-sum-exp. */
const DECOUPLED = ["contrastive:pml", "margin", "multi-similarity"] as const;

describe("a batch is the sum over its sets", () => {
  const labels = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 });

  it.each(anchorNames)("%s", (anchors) => {
    fc.assert(
      fc.property(
        labels,
        fc.integer({ min: 1, max: 1000 }),
        fc.boolean(),
        fc.constantFrom(...reductionNames),
        fc.constantFrom("circle", "triplet:euclidean", "sup-con", ...DECOUPLED),
        (given, seed, unit, reduction, name) => {
          const needsBoth = !DECOUPLED.some((each) => each === name);
          fc.pre(!needsBoth || WHOLE.includes(reduction));
          const batch = batchOf({ seed, unit, labels: given });
          const { proxies = [] } = batch;
          const s = plainCosines(
            batch.embeddings,
            ANCHORS[anchors].against === "proxies" ? proxies : batch.embeddings,
            batch.dimension,
          );
          const named = namedLoss(name);
          const { params, gradient } = named;
          const found = evaluateBatch(named.loss, batch, { params, gradient, anchors, reduction });
          const sets = plainSets(anchors, given, [0, 1, 2, 3, 4], s);
          const plain = plainBatch(named, sets, reduction, needsBoth, s);
          expect(found.rule).toEqual({ anchors, reduction, norms: "none" });
          expect(deviation(found.similarities.values, s.flat())).toBeLessThan(1e-12);
          expect(deviation([found.value], [plain.value])).toBeLessThan(1e-10);
          expect(deviation(found.dSimilarities.values, plain.slopes.flat())).toBeLessThan(1e-8);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("terms across sets", () => {
  // unit vectors at 0°, 60° | 90°, 180°: cosines ½ | 0, √3/2, −1, −½ and 0
  const at = (degrees: number) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const batch = { embeddings: [0, 60, 90, 180].flatMap(at), dimension: 2, labels: [5, 5, -7, -7] };
  const { loss } = namedLoss("triplet");
  const r = Math.sqrt(3) / 2;

  it("triplets above zero are averaged over the whole batch", () => {
    // margin 0, cosine: anchors 0°: 0 − ½, −1 − ½; 60°: r − ½, −½ − ½; 90°: 0 − 0, r − 0; 180°: −1 − 0, −½ − 0
    const params = { margin: 0, distance: "cosine", reduction: "active" };
    const found = evaluateBatch(loss, batch, { params });
    expect(found.rule).toEqual({ anchors: "samples", reduction: "active-terms", norms: "none" });
    expect(found.value).toBeCloseTo((r - 0.5 + r) / 2, 14);
    expect(evaluateBatch(loss, batch, { params, reduction: "terms" }).value).toBeCloseTo(
      (2 * r - 0.5) / 8,
      14,
    );
    expect(evaluateBatch(loss, batch, { params, reduction: "mean" }).value).toBeCloseTo(
      (2 * r - 0.5) / 4,
      14,
    );
  });

  it("chosen triplets take the place of the anchors", () => {
    const params = { margin: 1, distance: "cosine" };
    const found = evaluateBatch(loss, batch, { params, triplets: [1, 0, 2, 3, 2, 1] });
    expect(found.value).toBeCloseTo((r - 0.5 + 1 + (-0.5 - 0 + 1)) / 2, 14);
    expect([...found.dSimilarities.values]).toEqual([
      0, 0, 0, 0, -0.5, 0, 0.5, 0, 0, 0, 0, 0, 0, 0.5, -0.5, 0,
    ]);
  });

  it("a mask leaves pairs out, and may let a sample be its own positive", () => {
    const only = (...cells: number[]) =>
      Uint8Array.from({ length: 16 }, (_, cell) => Number(cells.includes(cell)));
    const params = { margin: 1, distance: "cosine" };
    // anchor 1 with positive 0 and negative 2
    expect(evaluateBatch(loss, batch, { params, mask: only(4, 6) }).value).toBeCloseTo(r - 0.5 + 1, 14);
    // anchor 1 with itself, s = 1, and negative 2; its own similarity moves nothing
    const self = evaluateBatch(loss, batch, { params, mask: only(5, 6) });
    expect(self.value).toBeCloseTo(r, 14);
    expect(self.dSimilarities.values[5]).toBe(-1);
    expect(Math.hypot(...self.dEmbeddings.subarray(0, 2))).toBe(0);
  });

  it("a loss that is no mean of terms refuses a mean over terms", () => {
    const message = (name: string, reduction: Reduction) =>
      messageOf(() => evaluateBatch(namedLoss(name).loss, batch, { reduction, anchors: "samples" }));
    expect(message("sup-con", "terms")).toBe(
      "invalid reduction: terms; expected one over whole sets, since sup-con is no mean of terms",
    );
    expect(message("triplet", "sides")).toBe(
      "invalid reduction: sides; expected one over whole sets, since the sides of triplet see each other",
    );
  });
});

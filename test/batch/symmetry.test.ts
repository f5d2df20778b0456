import { describe, expect, it } from "vitest";
import type { Batch } from "../../src/batch/batch.ts";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { batchRule } from "../../src/batch/plan.ts";
import { batchOf, deviation, LABELS } from "./support.ts";

const ORDER = [7, 2, 9, 0, 4, 1, 8, 3, 6, 5];

const rowsInOrder = (values: ArrayLike<number>, d: number, order: readonly number[]): Float64Array =>
  Float64Array.from({ length: order.length * d }, (_, k) => values[order[Math.floor(k / d)] * d + (k % d)]);

describe.each(LOSSES.map(({ id }) => id))("%s over a batch", (id) => {
  const { loss, params, gradient } = namedLoss(id);
  const run = (batch: Batch) => evaluateBatch(loss, batch, { params, gradient });
  const batch = batchOf({ seed: 11 });
  const { dimension: d } = batch;
  const found = run(batch);

  it("does not care for the order of the samples", () => {
    // of N-pairs the first two samples of a class are taken: there only the order of classes may change
    const order = batchRule(loss).anchors === "class-pairs" ? [2, 1, 0, 5, 4, 3, 6, 9, 8, 7] : ORDER;
    const permuted = run({
      ...batch,
      embeddings: rowsInOrder(batch.embeddings, d, order),
      labels: order.map((i) => LABELS[i]),
    });
    expect(deviation([permuted.value], [found.value])).toBeLessThan(1e-10);
    expect(deviation(permuted.dEmbeddings, rowsInOrder(found.dEmbeddings, d, order))).toBeLessThan(1e-8);
    if (found.dProxies) expect(deviation(permuted.dProxies ?? [], found.dProxies)).toBeLessThan(1e-8);
  });

  it("does not care what the classes are called", () => {
    const names = [3, 0, 4, 1, 2];
    const proxies = rowsInOrder(batch.proxies ?? [], d, [1, 3, 4, 0, 2]);
    const renamed = run({ ...batch, proxies, labels: LABELS.map((label) => names[label]) });
    expect(deviation([renamed.value], [found.value])).toBeLessThan(1e-10);
    expect(deviation(renamed.dEmbeddings, found.dEmbeddings)).toBeLessThan(1e-8);
  });

  it("is finite when a class has one sample, when all are of one class, and when each is of its own", () => {
    for (const labels of [LABELS, LABELS.map(() => 0), [0, 1, 2, 3, 4], [0]]) {
      const { value, dEmbeddings, dProxies = [] } = run(batchOf({ labels }));
      expect(Number.isFinite(value)).toBe(true);
      expect([...dEmbeddings, ...dProxies].every(Number.isFinite)).toBe(true);
    }
  });
});

import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { type Matrix, product, transposed } from "../../src/batch/matrix.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { table, timeInTurn, type Timing } from "./timing.ts";

/** Value and gradient to the embeddings of a batch, against the multiplications that nobody can avoid. */
const N = 500;
const d = 512;
const CLASSES = 10;
const ROUNDS = 15;

/** Numbers between −1 and 1, the same on every run (xorshift). */
function numbers(count: number, seed: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  });
}

const batch = {
  embeddings: numbers(N * d, 7),
  dimension: d,
  labels: Float64Array.from({ length: N }, (_, i) => i % CLASSES),
  proxies: numbers(CLASSES * d, 11),
};

const samples: Matrix = { rows: N, columns: d, values: batch.embeddings };
const proxies: Matrix = { rows: CLASSES, columns: d, values: batch.proxies };
const turnedSamples = transposed(samples);
const square: Matrix = { rows: N, columns: N, values: numbers(N * N, 13) };
const tall: Matrix = { rows: N, columns: CLASSES, values: numbers(N * CLASSES, 17) };
const flat = transposed(tall);

const evaluated = (name: string) => {
  const { loss, params, gradient } = namedLoss(name);
  return () => void evaluateBatch(loss, batch, { params, gradient });
};

/** Similarities and gradient of one batch: the products alone, as fast as this machine does them here. */
const multiplied = {
  "N·N·d": () => {
    product(samples, turnedSamples, true); // the upper half: cosines are symmetric
    product(square, samples);
  },
  "N·P·d": () => {
    product(proxies, turnedSamples);
    product(tall, proxies);
    product(flat, samples);
  },
};

const losses = { "proxy-anchor": "N·P·d", circle: "N·N·d", "multi-similarity": "N·N·d" } as const;

/** Value and gradient of whole batches, and the share of the products that nobody can do without. */
export function benchBatches() {
  const timings = timeInTurn(
    { ...multiplied, ...Object.fromEntries(Object.keys(losses).map((name) => [name, evaluated(name)])) },
    ROUNDS,
    3,
  );
  const timingOf = (name: string): Timing => {
    const found = timings.find((timing) => timing.name === name);
    if (found === undefined) throw new Error(`no timing of ${name}`);
    return found;
  };

  console.log(`N = ${N}, d = ${d}, ${CLASSES} classes; value and gradient with respect to the embeddings`);
  console.log(table(timings, timingOf("N·N·d")));
  for (const [name, products] of Object.entries(losses)) {
    const share = timingOf(products).median / timingOf(name).median;
    const terms = products === "N·N·d" ? N * N * d * 1.5 : N * CLASSES * d * 3;
    console.log(
      `${name}: ${timingOf(name).median.toFixed(1)} ms, of which the ${products} products take ${(share * 100).toFixed(0)} % ` +
        `(${(terms / 1e6).toFixed(0)} million multiplications)`,
    );
  }
  return timings.map((timing) => ({ ...timing, ratio: timing.median / timingOf("N·N·d").median }));
}

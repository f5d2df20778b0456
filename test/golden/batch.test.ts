import { afterAll, describe, expect, it } from "vitest";
import { type Batch, checkedBatch } from "../../src/batch/batch.ts";
import { evaluateBatch } from "../../src/batch/evaluate.ts";
import { cosines } from "../../src/batch/matrix.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { Family, GradientMode } from "../../src/losses/types.ts";
import { EXCEPTIONS, type GoldenBatch, type GoldenBatchCase, goldenBatches } from "./batch-cases.ts";
import { BATCH_MAPPING, BATCH_NOT_YET } from "./batch-mapping.ts";
import { goldenDirectory } from "./plane-cases.ts";

const golden = goldenBatches();
const compared = new Map<string, number>();
const skipped = new Map<string, number>();
/** Of each family: the largest deviation, and what part of its tolerance it is. */
const worst = new Map<Family, { deviation: number; part: number; id: string }>();

type Rows = readonly (readonly number[])[];

const largest = (numbers: ArrayLike<number>): number => {
  let top = 0;
  for (let i = 0; i < numbers.length; i++) top = Math.max(top, Math.abs(numbers[i]));
  return top;
};

/** The largest difference is at most tolerance · max(1, largest of theirs), as the files ask. */
function expectNear(
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  each: GoldenBatchCase,
  what: string,
  family: Family,
) {
  expect(ours.length, what).toBe(theirs.length);
  const { tolerance } = golden.losses[each.loss];
  const off = largest(Float64Array.from(ours, (x, i) => x - theirs[i])) / Math.max(1, largest(theirs));
  expect(off, `${each.id}: ${what}`).toBeLessThanOrEqual(tolerance);
  if (off > (worst.get(family)?.deviation ?? -1))
    worst.set(family, { deviation: off, part: off / tolerance, id: `${each.id}, ${what}` });
}

const normalised = (rows: Rows): Rows => rows.map((row) => row.map((x) => x / Math.hypot(...row)));

/** The part of each row of `gradient` that is orthogonal to the unit vector beside it. */
const projected = (gradient: Rows, units: Rows): Rows =>
  gradient.map((row, i) => {
    const along = row.reduce((sum, x, k) => sum + x * units[i][k], 0);
    return row.map((x, k) => x - along * units[i][k]);
  });

function evaluated(each: GoldenBatchCase, batch: GoldenBatch, proxies: Rows | undefined) {
  const given: Batch = {
    embeddings: batch.embeddings.flat(),
    dimension: batch.d,
    labels: batch.labels,
    ...(proxies && { proxies: proxies.flat() }),
  };
  const { samples } = checkedBatch(given);
  const ours = BATCH_MAPPING[each.loss](each, batch, cosines(samples.units));
  const { name, factor = 1, plus = 0, learned, unprojected, ...options } = ours;
  const { loss, params, gradient } = namedLoss(name, options.params, options.gradient);
  const run = (mode: GradientMode = gradient, changed: Params = {}) => {
    const result = evaluateBatch(loss, given, {
      ...options,
      gradient: mode,
      params: { ...params, ...changed },
    });
    const scaled = (slopes: Float64Array) => slopes.map((x) => x * factor);
    return {
      value: factor * result.value + plus,
      dEmbeddings: scaled(result.dEmbeddings),
      dProxies: result.dProxies && scaled(result.dProxies),
    };
  };
  return { run, params, learned, unprojected, family: loss.family };
}

/** The derivative with respect to one parameter; a loss that is linear in it between kinks leaves only rounding. */
function byParameter(value: (changed: Params) => number, params: Params, id: string): number {
  const at = Number(params[id]);
  const step = 1e-6;
  return (value({ [id]: at + step }) - value({ [id]: at - step })) / (2 * step);
}

function compare(each: GoldenBatchCase): void {
  const batch = golden.batches[each.batch];
  const set = each.proxies ? batch.proxySets[each.proxies] : undefined;
  const proxies = set && (each.proxiesNormalized ? normalised(set) : set);
  const { run, params, learned, unprojected, family } = evaluated(each, batch, proxies);
  const ours = run();
  expectNear([ours.value], [each.value], each, "value", family);
  expectNear(ours.dEmbeddings, each.dEmbeddings.flat(), each, "dEmbeddings", family);
  if (each.dEmbeddingsFull)
    expectNear(run("attached").dEmbeddings, each.dEmbeddingsFull.flat(), each, "dEmbeddingsFull", family);
  if (each.dProxies) {
    const theirs = unprojected && proxies ? projected(each.dProxies, proxies) : each.dProxies;
    expectNear(ours.dProxies ?? [], theirs.flat(), each, "dProxies", family);
  }
  if (each.dBeta && learned !== undefined) {
    const nu = Number(each.params["nu"]);
    const slope = nu + byParameter((changed) => run(undefined, changed).value, params, learned);
    expectNear([slope], each.dBeta, each, "dBeta", family);
  }
}

const reasonOf = ({ id, loss }: GoldenBatchCase): string | undefined => EXCEPTIONS[id] ?? EXCEPTIONS[loss];

describe("golden batch cases", () => {
  for (const name of Object.keys(golden.losses)) {
    if (!Object.hasOwn(BATCH_MAPPING, name)) continue;
    const cases = golden.cases.filter(({ loss }) => loss === name);
    it.each(cases.filter((each) => reasonOf(each) === undefined))("$id", (each) => {
      compare(each);
      compared.set(name, (compared.get(name) ?? 0) + 1);
    });
  }

  it("knows every class of the file", () => {
    const known = [...Object.keys(BATCH_MAPPING), ...Object.keys(EXCEPTIONS), ...BATCH_NOT_YET];
    expect(Object.keys(golden.losses).filter((name) => !known.includes(name))).toEqual([]);
  });

  it("counts every case once", () => {
    for (const each of golden.cases) {
      const reason = reasonOf(each);
      if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    }
    const notYet = golden.cases.filter(({ loss }) => BATCH_NOT_YET.includes(loss)).length;
    const total = [...compared.values(), ...skipped.values(), notYet].reduce((sum, n) => sum + n, 0);
    expect(total).toBe(golden.cases.length);
  });

  afterAll(() => {
    const sum = (counts: ReadonlyMap<string, number>) =>
      [...counts.values()].reduce((total, n) => total + n, 0);
    const left = golden.cases.filter(({ loss }) => BATCH_NOT_YET.includes(loss)).length;
    console.log(
      [
        `golden batch: compared ${sum(compared)} of ${golden.cases.length} cases, ${compared.size} of ` +
          `${Object.keys(golden.losses).length} classes, from ${goldenDirectory}; ` +
          `${left} cases belong to classes not in the catalogue yet`,
        ...[...worst].map(
          ([name, { deviation, part, id }]) =>
            `  largest deviation, ${name}: ${deviation.toExponential(2)}, ${part.toFixed(3)} of its tolerance (${id})`,
        ),
        `skipped ${sum(skipped)} cases:`,
        ...Object.entries(EXCEPTIONS).map(
          ([name, reason]) => `  ${skipped.get(reason) ?? 0} ${name}: ${reason}`,
        ),
      ].join("\n"),
    );
  });
});

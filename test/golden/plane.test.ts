import { afterAll, describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { EXCEPTIONS, goldenDirectory, type GoldenCase, goldenPlane, MAPPING } from "./plane-cases.ts";

const golden = goldenPlane();
const compared = new Map<string, number>();

const largest = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((top, x) => Math.max(top, Math.abs(x ?? 0)), 0);

/** Largest deviation, as a share of what the comparison is relative to, by family. */
const deviations = new Map<string, number>();

function note(name: string, deviation: number) {
  const { family } = namedLoss(
    MAPPING[name](golden.cases.find(({ loss }) => loss === name) as GoldenCase).name,
  ).loss;
  deviations.set(family, Math.max(deviations.get(family) ?? 0, deviation));
}

function expectDerivatives(
  { id, loss }: GoldenCase,
  ours: Float64Array,
  theirs: readonly (number | null)[],
  tolerance: number,
) {
  expect(ours.length).toBe(theirs.length);
  const scale = Math.max(1, largest(theirs));
  theirs.forEach((expected, i) => {
    if (expected === null) return;
    const deviation = Math.abs(ours[i] - expected) / scale;
    expect(deviation, `${id}: derivative ${i}: ${ours[i]} against ${expected}`).toBeLessThanOrEqual(
      tolerance,
    );
    note(loss, deviation);
  });
}

function compare(each: GoldenCase) {
  const { name, params, gradient, factor = 1, morePositives = [] } = MAPPING[each.loss](each);
  const { loss, params: complete, gradient: preset } = namedLoss(name, params, gradient);
  const { tolerance } = golden.losses[each.loss];
  const set = {
    positives: [...each.sp, ...morePositives],
    negatives: each.sn,
    ...(each.extra && { positiveNegative: each.extra.spn }),
  };
  const evaluated = (mode: GradientMode) => {
    const { value, positives, negatives, positiveNegative } = loss.evaluate(set, complete, mode);
    return {
      value: factor * value,
      positives: positives.slice(0, each.K).map((slope) => factor * slope),
      negatives: negatives.map((slope) => factor * slope),
      positiveNegative,
    };
  };
  const ours = evaluated(preset);
  const allowed = tolerance * Math.max(1, Math.abs(each.value));
  expect(
    Math.abs(ours.value - each.value),
    `${each.id}: ${ours.value} against ${each.value}`,
  ).toBeLessThanOrEqual(allowed);
  note(each.loss, Math.abs(ours.value - each.value) / Math.max(1, Math.abs(each.value)));
  if (!each.flags?.includes("kink")) {
    expectDerivatives(each, ours.positives, each.dSp, tolerance);
    expectDerivatives(each, ours.negatives, each.dSn, tolerance);
    if (each.dExtra)
      expectDerivatives(each, ours.positiveNegative ?? new Float64Array(), each.dExtra.spn, tolerance);
    if (each.dSpFull && each.dSnFull) {
      const full = evaluated("attached");
      expectDerivatives(each, full.positives, each.dSpFull, tolerance);
      expectDerivatives(each, full.negatives, each.dSnFull, tolerance);
    }
  }
  compared.set(each.loss, (compared.get(each.loss) ?? 0) + 1);
}

describe("golden plane cases", () => {
  for (const name of Object.keys(golden.losses)) {
    if (!Object.hasOwn(MAPPING, name)) continue;
    it(name, () => {
      const cases = golden.cases.filter((each) => each.loss === name && !Object.hasOwn(EXCEPTIONS, each.id));
      expect(cases.length).toBeGreaterThan(0);
      for (const each of cases) compare(each);
      expect(compared.get(name)).toBe(cases.length);
    });
  }

  it("knows every class of the file", () => {
    const unknown = Object.keys(golden.losses).filter(
      (name) => !Object.hasOwn(MAPPING, name) && !Object.hasOwn(EXCEPTIONS, name),
    );
    expect(unknown).toEqual([]);
  });

  afterAll(() => {
    const total = [...compared.values()].reduce((sum, n) => sum + n, 0);
    const skipped = Object.entries(EXCEPTIONS).map(([name, reason]) => {
      const count = golden.cases.filter(({ id, loss }) => id === name || loss === name).length;
      return `  skipped ${count}: ${name}: ${reason}`;
    });
    const worst = [...deviations].map(([family, deviation]) => `${family} ${deviation.toExponential(1)}`);
    console.log(
      [
        `golden plane: compared ${total} of ${golden.cases.length} cases, ${compared.size} of ` +
          `${Object.keys(golden.losses).length} classes, from ${goldenDirectory}`,
        ...skipped,
        `  largest deviation by family: ${worst.join(", ")}`,
      ].join("\n"),
    );
  });
});

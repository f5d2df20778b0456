import { afterAll, describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { GradientMode } from "../../src/losses/types.ts";
import { goldenDirectory, type GoldenCase, goldenPlane, MAPPING, NOT_YET } from "./plane-cases.ts";

const golden = goldenPlane();
const compared = new Map<string, number>();

const largest = (numbers: readonly (number | null)[]): number =>
  numbers.reduce<number>((top, x) => Math.max(top, Math.abs(x ?? 0)), 0);

function expectDerivatives(ours: Float64Array, theirs: readonly (number | null)[], tolerance: number) {
  expect(ours.length).toBe(theirs.length);
  const allowed = tolerance * Math.max(1, largest(theirs));
  theirs.forEach((expected, i) => {
    if (expected !== null)
      expect(Math.abs(ours[i] - expected), `derivative ${i}`).toBeLessThanOrEqual(allowed);
  });
}

function compare(each: GoldenCase) {
  const { name, params, gradient } = MAPPING[each.loss](each);
  const { loss, params: complete, gradient: preset } = namedLoss(name, params, gradient);
  const { tolerance } = golden.losses[each.loss];
  const evaluated = (mode: GradientMode) =>
    loss.evaluate({ positives: each.sp, negatives: each.sn }, complete, mode);
  const ours = evaluated(preset);
  expect(Math.abs(ours.value - each.value)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(each.value)),
  );
  if (!each.flags?.includes("kink")) {
    expectDerivatives(ours.positives, each.dSp, tolerance);
    expectDerivatives(ours.negatives, each.dSn, tolerance);
    if (each.dSpFull && each.dSnFull) {
      const full = evaluated("attached");
      expectDerivatives(full.positives, each.dSpFull, tolerance);
      expectDerivatives(full.negatives, each.dSnFull, tolerance);
    }
  }
  compared.set(each.loss, (compared.get(each.loss) ?? 0) + 1);
}

describe("golden plane cases", () => {
  for (const name of Object.keys(golden.losses)) {
    if (!Object.hasOwn(MAPPING, name)) continue;
    it(name, () => {
      const cases = golden.cases.filter((each) => each.loss === name);
      expect(cases.length).toBeGreaterThan(0);
      for (const each of cases) compare(each);
      expect(compared.get(name)).toBe(cases.length);
    });
  }

  it("knows every class of the file", () => {
    const unknown = Object.keys(golden.losses).filter(
      (name) => !Object.hasOwn(MAPPING, name) && !NOT_YET.includes(name),
    );
    expect(unknown).toEqual([]);
  });

  afterAll(() => {
    const total = [...compared.values()].reduce((sum, n) => sum + n, 0);
    const left = golden.cases.filter((each) => NOT_YET.includes(each.loss)).length;
    console.log(
      `golden plane: compared ${total} of ${golden.cases.length} cases, ${compared.size} of ` +
        `${Object.keys(golden.losses).length} classes, from ${goldenDirectory}; ` +
        `${left} cases belong to classes not in the catalogue yet`,
    );
  });
});

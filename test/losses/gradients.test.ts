import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { fc } from "../numerics/seeded.ts";
import { inner, offeredParams, side } from "./arbitraries.ts";
import { NAMES, oneCentre } from "./support.ts";

const H = 1e-5;

/** Fourth-order central difference of `f` at 0. */
const slopeOf = (f: (x: number) => number): number =>
  (8 * (f(H) - f(-H)) - (f(2 * H) - f(-2 * H))) / (12 * H);

const largest = (numbers: readonly number[]): number => Math.max(...numbers.map(Math.abs));

interface Sampled {
  readonly value: number;
  readonly slopes: readonly number[];
}

/**
 * Compares the slopes at a point with differences of the value. False where a slope jumps within the
 * differences: there is a kink, and nothing to compare.
 */
function agrees(at: (shifts: readonly number[]) => Sampled, size: number, rounding: number): boolean {
  const centre = at(Array.from({ length: size }, () => 0));
  const scale = largest(centre.slopes);
  const shifted = (i: number, x: number): Sampled =>
    at(Array.from({ length: size }, (_, j) => (i === j ? x : 0)));
  for (let i = 0; i < size; i++) {
    const [below, above] = [shifted(i, -2 * H), shifted(i, 2 * H)];
    const jumps = below.slopes.some((slope, j) => {
      const larger = Math.max(Math.abs(slope), Math.abs(above.slopes[j]));
      return larger > 1e-6 * scale && Math.abs(slope - above.slopes[j]) > 0.2 * larger;
    });
    if (jumps) return false;
  }
  for (let i = 0; i < size; i++) {
    const difference = slopeOf((x) => shifted(i, x).value);
    const allowed = 1e-6 * scale + 1e-8 * Math.abs(centre.value) + rounding;
    expect(Math.abs(difference - centre.slopes[i]), `slope ${i}`).toBeLessThanOrEqual(allowed);
  }
  return true;
}

describe.each(NAMES)("attached gradient of %s", (name) => {
  const { loss } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};
  const choices = {
    ...Object.fromEntries(Object.entries(fixed).filter(([id]) => loss.params[id].kind === "choice")),
    ...oneCentre(loss),
  };

  // a rank loss is one minus a sum: a difference of such values is exact to 1e-16 / H
  const rounding = loss.scope === "set" ? 1e-10 : 1e-15;

  it("is the slope of the value on the plane", () => {
    let compared = 0;
    fc.assert(
      fc.property(offeredParams(loss, choices), inner, inner, (params, sp, sn) => {
        const form = loss.plane(params, { K: 2, L: 3 }, "attached");
        const at = ([dp, dn]: readonly number[]): Sampled => {
          const { value, dSp, dSn } = planePoint(form, sp + dp, sn + dn);
          return { value, slopes: [dSp, dSn] };
        };
        if (agrees(at, 2, rounding)) compared++;
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it("is the slope of the value on sets", () => {
    let compared = 0;
    fc.assert(
      fc.property(offeredParams(loss, choices), side(inner), side(inner), (params, positives, negatives) => {
        const K = positives.length;
        const at = (shifts: readonly number[]): Sampled => {
          const set = {
            positives: positives.map((s, i) => s + shifts[i]),
            negatives: negatives.map((s, j) => s + shifts[K + j]),
          };
          const result = loss.evaluate(set, params, "attached");
          return { value: result.value, slopes: [...result.positives, ...result.negatives] };
        };
        if (agrees(at, K + negatives.length, rounding)) compared++;
      }),
      { numRuns: 30 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

/** z of Circle loss by losses.md 2.11, with the weights α given: LSE γα_n(s_n − Δ_n) + LSE(−γα_p(s_p − Δ_p)). */
function frozenZ(
  weights: { readonly p: readonly number[]; readonly n: readonly number[] },
  margins: { readonly gamma: number; readonly Dp: number; readonly Dn: number },
  positives: readonly number[],
  negatives: readonly number[],
): number {
  const { gamma, Dp, Dn } = margins;
  const lse = (x: readonly number[]): number => {
    const top = Math.max(...x);
    return top + Math.log(x.reduce((sum, each) => sum + Math.exp(each - top), 0));
  };
  return (
    lse(negatives.map((s, j) => gamma * weights.n[j] * (s - Dn))) +
    lse(positives.map((s, i) => -gamma * weights.p[i] * (s - Dp)))
  );
}

const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

describe.each(["circle", "circle-general"])("detached gradient of %s", (name) => {
  const { loss } = namedLoss(name);
  const arbitrary = offeredParams(loss).map((params) => ({
    ...params,
    gamma: Math.min(128, Number(params.gamma)),
  }));

  it("is the slope of the value with the weights frozen", () => {
    fc.assert(
      fc.property(arbitrary, side(inner), side(inner), (params, positives, negatives) => {
        const { Op, On, Dp, Dn } = {
          ...("margin" in params && reducedBy(Number(params.margin))),
          ...params,
        } as Record<string, number>;
        const margins = { gamma: params.gamma, Dp, Dn };
        const weights = {
          p: positives.map((s) => Math.max(0, Op - s)),
          n: negatives.map((s) => Math.max(0, s - On)),
        };
        const result = loss.evaluate({ positives, negatives }, params, "detached");
        const value = (which: "p" | "n", i: number, x: number): number =>
          softplus(
            frozenZ(
              weights,
              margins,
              positives.map((s, k) => (which === "p" && k === i ? s + x : s)),
              negatives.map((s, k) => (which === "n" && k === i ? s + x : s)),
            ),
          );
        const scale = largest([...result.positives, ...result.negatives]);
        const close = (slope: number, difference: number): void =>
          expect(Math.abs(slope - difference)).toBeLessThanOrEqual(1e-6 * scale + 1e-8 * result.value);
        expect(Math.abs(result.value - value("p", 0, 0))).toBeLessThanOrEqual(
          1e-12 * Math.max(1, result.value),
        );
        positives.forEach((_, i) =>
          close(
            result.positives[i],
            slopeOf((x) => value("p", i, x)),
          ),
        );
        negatives.forEach((_, j) =>
          close(
            result.negatives[j],
            slopeOf((x) => value("n", j, x)),
          ),
        );
      }),
    );
  });

  it("is not the attached one, and the value is the same", () => {
    const [attached, detached] = (["attached", "detached"] as const).map((mode) =>
      planePoint(loss.plane({}, { K: 1, L: 1 }, mode), 0.5, 0.1),
    );
    expect(detached.value).toBe(attached.value);
    expect(Math.abs(detached.dSp - attached.dSp)).toBeGreaterThan(1);
    expect(Math.abs(detached.dSn - attached.dSn)).toBeGreaterThan(1);
    expect(loss.detaches).toBe(true);
  });
});

const reducedBy = (m: number) => ({ Op: 1 + m, On: -m, Dp: 1 - m, Dn: m });

it("only these losses detach anything", () => {
  const detaching = NAMES.filter((name) => namedLoss(name).loss.detaches).map((name) => name.split(":")[0]);
  expect([...new Set(detaching)]).toEqual(["ranked-list", "circle", "circle-general", "sphereface2"]);
});

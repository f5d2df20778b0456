import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Counts, DecoupledForm, GradientMode, PlanePoint } from "../../src/losses/types.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { extremeParams, legalParams, offeredParams, side, similarity, wholePlane } from "./arbitraries.ts";
import { expectNumbers, NAMES, oneCentre } from "./support.ts";

const MODES: readonly GradientMode[] = ["attached", "detached"];
const COUNTS: readonly Counts[] = [
  { K: 1, L: 1 },
  { K: 3, L: 1 },
  { K: 1, L: 4 },
  { K: 2, L: 5 },
  { K: 7, L: 3 },
];
const INSIDE = 1 - 2 ** -53;
const LATTICE = [-1, -INSIDE, -0.75, -0.5, -0.25, -1e-9, 0, 1e-300, 0.25, 0.5, 0.9, INSIDE, 1];

const sum = (numbers: Float64Array): number => numbers.reduce((total, x) => total + x, 0);

/** Here negatives may be pulled back up (2.11, 8.1, 8.2; 1.9; 5.1; 6.2, 6.3), by variant or for the whole loss. */
const PULLS_NEGATIVES =
  "circle:attached circle-disc circle-general circle-general:attached curricularface p2sgrad fast-ap intra-pair-variance".split(
    " ",
  );
/** Here positives may be pushed away: free constants, a target that is not monotone (1.3, 1.6, 1.7, 2.12), bins. */
const PUSHES_POSITIVES =
  "circle-general circle-general:attached arcface subcenter-arcface combined-margin magface curricularface tuplet-margin fast-ap intra-pair-variance".split(
    " ",
  );
const listed = (list: readonly string[], name: string): boolean =>
  list.includes(name) || (list.includes(name.split(":")[0]) && !name.startsWith("circle"));

describe.each(NAMES)("%s", (name) => {
  const { loss, gradient } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};
  const choices = Object.fromEntries(
    Object.entries(fixed).filter(([id]) => loss.params[id].kind === "choice"),
  );
  const arbitrary = offeredParams(loss, { ...choices, ...oneCentre(loss) });

  it("is on the plane what it is on a set of K equal positives and L equal negatives", () => {
    fc.assert(
      fc.property(arbitrary, similarity, similarity, fc.constantFrom(...COUNTS), (params, sp, sn, counts) => {
        for (const mode of MODES) {
          const point = planePoint(loss.plane(params, counts, mode), sp, sn);
          const set = loss.evaluate(
            {
              positives: Array.from({ length: counts.K }, () => sp),
              negatives: Array.from({ length: counts.L }, () => sn),
            },
            params,
            mode,
          );
          // what members do to each other cancels in the sum, but for its rounding;
          // γ times the rounding of ln K is what the two ways may differ by
          const scale = Math.max(Math.abs(point.dSp), Math.abs(point.dSn), 1e-4);
          expectClose(set.value, point.value, 1e-11, 1e-9, "value");
          expectClose(sum(set.positives), point.dSp, 1e-11, scale, "dSp");
          expectClose(sum(set.negatives), point.dSn, 1e-11, scale, "dSn");
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on the order of a set", () => {
    fc.assert(
      fc.property(arbitrary, side(), side(), fc.nat(), fc.nat(), (params, positives, negatives, i, j) => {
        const rotated = <T>(list: ArrayLike<T>, by: number): T[] =>
          Array.from({ length: list.length }, (_, k) => list[(k + by) % list.length]);
        // ties of a hardest pair go to the first: no order to compare then
        fc.pre(new Set(positives).size === positives.length && new Set(negatives).size === negatives.length);
        const first = loss.evaluate({ positives, negatives }, params);
        const turned = loss.evaluate(
          { positives: rotated(positives, i), negatives: rotated(negatives, j) },
          params,
        );
        expectClose(turned.value, first.value, 1e-12, 1e-9);
        expectNumbers(turned.positives, rotated(first.positives, i), 1e-10);
        expectNumbers(turned.negatives, rotated(first.negatives, j), 1e-10);
      }),
      { numRuns: 25 },
    );
  });

  it("is finite everywhere, with any legal parameters, whichever the gradient", () => {
    for (const params of extremeParams(loss)) {
      for (const counts of [COUNTS[0], { K: 1e9, L: 1e9 }]) {
        for (const mode of MODES) {
          const form = loss.plane({ ...fixed, ...params }, counts, mode);
          for (const sp of LATTICE)
            for (const sn of LATTICE) expectUsable(planePoint(form, sp, sn), params, sp, sn);
        }
      }
    }
  });

  it("is finite with any legal parameters, drawn from their whole ranges", () => {
    fc.assert(
      fc.property(
        legalParams(loss),
        wholePlane,
        wholePlane,
        fc.constantFrom(...MODES),
        (params, sp, sn, mode) => {
          expectUsable(
            planePoint(loss.plane({ ...params, ...fixed }, COUNTS[3], mode), sp, sn),
            params,
            sp,
            sn,
          );
          const set = loss.evaluate(
            { positives: [sp, sn], negatives: [sn, sp] },
            { ...params, ...fixed, ...oneCentre(loss) },
            mode,
          );
          const numbers = [set.value, ...set.positives, ...set.negatives];
          if (!numbers.every(Number.isFinite)) expect.fail(JSON.stringify({ params, sp, sn, mode, numbers }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("never pushes positives away, nor pulls negatives in", () => {
    fc.assert(
      fc.property(arbitrary, similarity, similarity, (params, sp, sn) => {
        const { dSp, dSn } = planePoint(loss.plane(params, { K: 2, L: 3 }, gradient), sp, sn);
        if (!listed(PUSHES_POSITIVES, name)) expect(dSp).toBeLessThanOrEqual(0);
        if (!listed(PULLS_NEGATIVES, name)) expect(dSn).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("has the logarithm of its value, also where the value underflows", () => {
    for (const params of extremeParams(loss)) {
      const form = loss.plane({ ...fixed, ...params });
      for (const sp of LATTICE) {
        for (const sn of LATTICE) {
          const { value, logValue, z } = planePoint(form, sp, sn);
          if (value > 1e-290) expectClose(logValue, Math.log(value), 1e-12);
          else if (form.coupling === "coupled" && /^(0 \+ )?softplus\(z\)$/.test(form.link.formula)) {
            expectClose(logValue, z, 1e-12);
          } else if (form.coupling === "decoupled" && isSoft(form)) {
            expect(Number.isFinite(logValue)).toBe(true);
          } else if (form.coupling === "pointwise") {
            if (value >= 0) expect(logValue).toBeLessThan(-660);
          } else if (value === 0) {
            if (form.coupling === "decoupled") expect(logValue).toBeLessThan(-660);
            else expect(logValue === -Infinity).toBe(z <= 0);
          }
        }
      }
    }
  });

  it("follows its plain gradient mode where none is asked for", () => {
    const params = { ...namedLoss(name).params, ...oneCentre(loss) };
    const [usual, asked] = [loss.plane(params), loss.plane(params, COUNTS[0], loss.gradient)];
    const set = { positives: [0.2, 0.6], negatives: [0.5, -0.1] };
    expect(planePoint(usual, 0.4, 0.1)).toEqual(planePoint(asked, 0.4, 0.1));
    expect(loss.evaluate(set, params)).toEqual(loss.evaluate(set, params, loss.gradient));
  });
});

const isSoft = ({ positive, negative }: DecoupledForm): boolean =>
  [positive, negative].some(({ link, weight }) => weight > 0 && link.formula.includes("softplus"));

function expectUsable(point: PlanePoint, params: object, sp: number, sn: number): void {
  const { value, logValue, z, dSp, dSn } = point;
  const usable = [value, z, dSp, dSn].every(Number.isFinite) && !(value > 0 && Number.isNaN(logValue));
  if (!usable) expect.fail(`${JSON.stringify({ params, sp, sn })}: ${JSON.stringify(point)}`);
}

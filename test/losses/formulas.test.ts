import { compile } from "mathjs";
import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Link } from "../../src/losses/types.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { offeredParams, similarity } from "./arbitraries.ts";
import { NAMES, ONE } from "./support.ts";

const FUNCTIONS = {
  relu: (x: number) => Math.max(x, 0),
  sigmoid: (x: number) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x))),
  step: (x: number) => (x > 0 ? 1 : 0),
  clamp: (x: number, low: number, high: number) => Math.min(high, Math.max(low, x)),
  detach: (x: number) => x,
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
};

const valueOf = (text: string, scope: object): number =>
  Number(compile(text).evaluate({ ...FUNCTIONS, ...scope }) as number);

const Z = [-800, -40, -3, -0.5, 0, 0.25, 1, 30, 900];

const angles = (s: number, side = "") => ({
  [`s${side}`]: s,
  [`theta${side}`]: Math.acos(s),
  [`d${side}`]: Math.sqrt(2 - 2 * s),
});

describe.each(NAMES)("formulas of %s", (name) => {
  const { loss } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};

  it("say what the transforms, or the whole loss, compute", () => {
    fc.assert(
      fc.property(offeredParams(loss, fixed), similarity, similarity, (params, s, other) => {
        const formula = loss.formula(params);
        if (formula.coupling === "pointwise") {
          const counts = { K: 3, L: 5 };
          const { value } = planePoint(loss.plane(params, counts, "attached"), s, other);
          const scope: Record<string, unknown> = {
            ...params,
            ...counts,
            ...angles(s, "_p"),
            ...angles(other, "_n"),
          };
          for (const [id, text] of Object.entries(formula.definitions ?? {}))
            scope[id] = valueOf(text, scope);
          expectClose(value, valueOf(formula.plane, scope), 1e-10, 1, formula.plane);
          return;
        }
        const form = loss.plane(params, ONE, "attached");
        expect(form.coupling).toBe(formula.coupling);
        if (form.coupling === "pointwise") return;
        const scope = { ...params, ...angles(s) };
        expectClose(form.positive.value(s), valueOf(formula.positive, scope), 1e-11, 1, formula.positive);
        expectClose(form.negative.value(s), valueOf(formula.negative, scope), 1e-11, 1, formula.negative);
      }),
      { numRuns: 25 },
    );
  });

  it("say what the link computes", () => {
    const { params } = namedLoss(name);
    const form = loss.plane(params, ONE);
    const formula = loss.formula(params);
    if (formula.coupling === "pointwise" || form.coupling === "pointwise") return;
    const links: readonly (readonly [Link, string])[] =
      form.coupling === "coupled"
        ? [
            [form.link, formula.link.positive],
            [form.link, formula.link.negative],
          ]
        : [
            [form.positive.link, formula.link.positive],
            [form.negative.link, formula.link.negative],
          ];
    for (const [link, text] of links) {
      expect(text).toBe(link.formula);
      for (const z of Z)
        expectClose(link.value(z), valueOf(text, { ...params, z }), 1e-13, 1, `${text} at ${z}`);
    }
  });
});

import { compile } from "mathjs";
import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { expectClose, fc } from "../numerics/seeded.ts";
import { offeredParams, similarity } from "./arbitraries.ts";
import { NAMES, ONE } from "./support.ts";

const FUNCTIONS = {
  relu: (x: number) => Math.max(x, 0),
  softplus: (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
};

const valueOf = (text: string, scope: object): number =>
  Number(compile(text).evaluate({ ...FUNCTIONS, ...scope }) as number);

const Z = [-800, -40, -3, -0.5, 0, 0.25, 1, 30, 900];

describe.each(NAMES)("formulas of %s", (name) => {
  const { loss } = namedLoss(name);
  const fixed = loss.variants[name.split(":")[1]]?.params ?? {};

  it("say what the transforms compute", () => {
    fc.assert(
      fc.property(offeredParams(loss, fixed), similarity, (params, s) => {
        const formula = loss.formula(params);
        const form = loss.plane(params, ONE, "attached");
        expect(form.coupling).toBe(formula.coupling);
        if (form.coupling === "pointwise" || formula.coupling === "pointwise") return;
        const scope = { ...params, s, theta: Math.acos(s), d: Math.sqrt(2 - 2 * s) };
        for (const side of ["positive", "negative"] as const) {
          expectClose(form[side].value(s), valueOf(formula[side], scope), 1e-11, 1, formula[side]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("say what the link computes", () => {
    const { params } = namedLoss(name);
    const form = loss.plane(params, ONE);
    const formula = loss.formula(params);
    if (form.coupling === "pointwise" || formula.coupling === "pointwise") return;
    for (const side of ["positive", "negative"] as const) {
      const link = form.coupling === "coupled" ? form.link : form[side].link;
      const text = formula.link[side];
      expect(text).toBe(link.formula);
      for (const z of Z) expectClose(link.value(z), valueOf(text, { z }), 1e-13, 1, `${text} at ${z}`);
    }
  });
});

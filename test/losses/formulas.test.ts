import { compile } from "mathjs";
import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Link } from "../../src/losses/types.ts";
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
        const { positive, negative, coupling } = loss.formula(params);
        const form = loss.plane(params, ONE, "attached");
        expect(form.coupling).toBe(coupling);
        if (form.coupling === "pointwise") return;
        const scope = { ...params, s, theta: Math.acos(s), d: Math.sqrt(2 - 2 * s) };
        expectClose(form.positive.value(s), valueOf(positive, scope), 1e-11, 1, positive);
        expectClose(form.negative.value(s), valueOf(negative, scope), 1e-11, 1, negative);
      }),
      { numRuns: 25 },
    );
  });

  it("say what the link computes", () => {
    const { params } = namedLoss(name);
    const form = loss.plane(params, ONE);
    const text = loss.formula(params).link;
    if (form.coupling === "pointwise") return;
    const links: readonly (readonly [Link, string])[] =
      form.coupling === "coupled"
        ? [
            [form.link, text.positive],
            [form.link, text.negative],
          ]
        : [
            [form.positive.link, text.positive],
            [form.negative.link, text.negative],
          ];
    for (const [link, formula] of links) {
      expect(formula).toBe(link.formula);
      for (const z of Z) expectClose(link.value(z), valueOf(formula, { z }), 1e-13, 1, `${formula} at ${z}`);
    }
  });
});

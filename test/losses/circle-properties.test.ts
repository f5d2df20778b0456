import { describe, expect, it } from "vitest";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { inner, similarity } from "./arbitraries.ts";
import { at } from "./support.ts";

const REDESIGNS = ["circle-flat", "circle-monotone", "circle-disc", "circle-paced"];
const gammas = between(1, 64);
const relaxations = between(0.05, 0.6);
const H = 1e-5;

type Params = { readonly gamma: number; readonly margin: number };

/** ∂F_n/∂s_p − ∂F_p/∂s_n of the drawn field F = (∂ℒ/∂s_p, ∂ℒ/∂s_n), by central differences. */
function curl(name: string, params: Params, sp: number, sn: number): number {
  const along = (f: (x: number) => number): number =>
    (8 * (f(H) - f(-H)) - (f(2 * H) - f(-2 * H))) / (12 * H);
  return along((x) => at(name, params, [sp + x, sn]).dSn) - along((x) => at(name, params, [sp, sn + x]).dSp);
}

const sigmoidOf = (name: string, params: Params, sp: number, sn: number): number =>
  -Math.expm1(-at(name, params, [sp, sn]).value);

describe("properties of 8.3", () => {
  it.each(REDESIGNS)("%s is C¹: its partials do not jump anywhere", (id) => {
    fc.assert(
      fc.property(gammas, relaxations, similarity, fc.constantFrom(-1, 0, 1), (gamma, margin, sp, k) => {
        // the only places where a formula changes: s_n = −m, 0, m
        const kink = k * margin;
        const [below, above] = [-1e-9, 1e-9].map((x) => at(id, { gamma, margin }, [sp, kink + x]));
        expectClose(below.dSp, above.dSp, 1e-7, gamma);
        expectClose(below.dSn, above.dSn, 1e-7, gamma);
      }),
    );
  });

  it("attached circle is not: at s_n = −m the slope of A_n jumps from −2mγ to 0", () => {
    const params = { gamma: 16, margin: 0.25 };
    const weight = sigmoidOf("circle", params, 0.5, -0.25);
    expectClose(at("circle:attached", params, [0.5, -0.25 + 1e-9]).dSn, -8 * weight, 1e-6);
    expect(at("circle:attached", params, [0.5, -0.25]).dSn).toBe(0);
  });

  it.each(["circle-flat", "circle-monotone", "circle-paced"])(
    "%s rises with s_n and falls with s_p",
    (id) => {
      fc.assert(
        fc.property(gammas, relaxations, similarity, similarity, similarity, (gamma, margin, fixed, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const value = (sp: number, sn: number): number => at(id, { gamma, margin }, [sp, sn]).value;
          expect(value(fixed, low)).toBeLessThanOrEqual(value(fixed, high) * (1 + 1e-12));
          expect(value(high, fixed)).toBeLessThanOrEqual(value(low, fixed) * (1 + 1e-12));
        }),
      );
    },
  );

  it("circle-flat is constant below s_n = 0, circle-paced below s_n = −m", () => {
    fc.assert(
      fc.property(gammas, relaxations, similarity, between(0, 1), (gamma, margin, sp, part) => {
        const constant = (id: string, from: number): void => {
          const sn = from + (-1 - from) * part;
          expect(at(id, { gamma, margin }, [sp, sn])).toEqual(at(id, { gamma, margin }, [sp, -1]));
          expectClose(
            at(id, { gamma, margin }, [sp, from]).value,
            at(id, { gamma, margin }, [sp, -1]).value,
            1e-12,
          );
        };
        constant("circle-flat", 0);
        constant("circle-paced", -margin);
      }),
    );
  });

  it("attached circle has a pit: the loss at (1, 0) is below that at (1, −m) and (1, −1) by e^(−γm²)", () => {
    // 8.1: 3.354e-4 in the pit and 0.01815 on the shelf for γ = 64
    const params = { gamma: 64, margin: 0.25 };
    expectClose(at("circle", params, [1, 0]).value, 3.354e-4, 2e-4, 0);
    expectClose(at("circle", params, [1, -0.25]).value, 0.01815, 1e-4, 0);
    expect(at("circle", params, [1, -1]).value).toBe(at("circle", params, [1, -0.25]).value);
    expectClose(at("circle", { ...params, gamma: 256 }, [1, 0]).value, 1.27e-14, 5e-3, 0);
    expectClose(at("circle", { ...params, gamma: 256 }, [1, -1]).value, 1.13e-7, 5e-3, 0);
  });

  it("negatives that improve from 0 to −0.25 cost: 0.101 to 1.92 at s_p = 0.7, γ = 64", () => {
    const [pit, shelf] = [0, -0.25].map((sn) =>
      at("circle:attached", { gamma: 64, margin: 0.25 }, [0.7, sn]),
    );
    expectClose(pit.value, 0.101, 3e-3, 0);
    expectClose(shelf.value, 1.92, 1e-3, 0);
    expectClose(-pit.dSp, 3.7, 3e-3, 0);
    expectClose(-shelf.dSp, 32.8, 2e-3, 0);
  });
});

describe("which fields are gradients", () => {
  it.each([...REDESIGNS, "circle:attached"])("%s: mixed partials agree", (name) => {
    fc.assert(
      fc.property(gammas, relaxations, inner, inner, (gamma, margin, sp, sn) => {
        fc.pre([-margin, 0].every((kink) => Math.abs(sn - kink) > 1e-4));
        expect(Math.abs(curl(name, { gamma, margin }, sp, sn))).toBeLessThanOrEqual(1e-6 * gamma ** 2);
      }),
    );
  });

  it("circle:detached has the curl 2mγ²σ(1 − σ)(s_p + s_n − 1), and none for s_n < −m", () => {
    fc.assert(
      fc.property(gammas, relaxations, inner, inner, (gamma, margin, sp, sn) => {
        fc.pre(Math.abs(sn + margin) > 1e-4);
        const params = { gamma, margin };
        const weight = sigmoidOf("circle", params, sp, sn);
        const exact = sn < -margin ? 0 : 2 * margin * gamma ** 2 * weight * (1 - weight) * (sp + sn - 1);
        expect(Math.abs(curl("circle:detached", params, sp, sn) - exact)).toBeLessThanOrEqual(
          1e-6 * gamma ** 2,
        );
      }),
    );
    // at T with γ = 16, m = 1/4: 2 · 1/4 · 256 · 1/4 · 0 = 0; at (0.75, 0.5): z = 3
    const params = { gamma: 16, margin: 0.25 };
    const weight = 1 / (1 + Math.exp(-3));
    expectClose(curl("circle:detached", params, 0.75, 0.25), 0, 1e-6);
    expectClose(curl("circle:detached", params, 0.75, 0.5), 32 * weight * (1 - weight), 1e-6);
  });
});

import { describe, expect, it } from "vitest";
import type { Params } from "../../src/losses/params.ts";
import type { Counts, PlanePoint } from "../../src/losses/types.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { similarity } from "./arbitraries.ts";
import { at, ONE } from "./support.ts";

const gammas = between(1, 256);
const margins = between(-0.4, 0.8);
const relaxations = between(-0.2, 0.6);
const counts = fc.constantFrom<Counts>({ K: 1, L: 1 }, { K: 1, L: 9 }, { K: 1, L: 1e5 });

/** `left` = factor · `right` in value and in both partials. */
function expectSame(left: PlanePoint, right: PlanePoint, factor = 1): void {
  const scale = Math.max(Math.abs(right.dSp), Math.abs(right.dSn)) * factor;
  expectClose(left.value, factor * right.value, 1e-10, 1e-12, "value");
  expectClose(left.dSp, factor * right.dSp, 1e-10, scale, "dSp");
  expectClose(left.dSn, factor * right.dSn, 1e-10, scale, "dSn");
}

const property = (
  name: string,
  check: (g: number, m: number, sp: number, sn: number, counts: Counts) => void,
) => it(name, () => fc.assert(fc.property(gammas, margins, similarity, similarity, counts, check)));

describe("identities of losses.md 11", () => {
  property("am-softmax with m = 0 is normface", (gamma, _, sp, sn, c) =>
    expectSame(at("am-softmax", { gamma, margin: 0 }, [sp, sn], c), at("normface", { gamma }, [sp, sn], c)),
  );

  property("softmax-ce, normface and n-pair are one function", (gamma, _, sp, sn, c) => {
    const normface = at("normface", { gamma }, [sp, sn], c);
    expectSame(at("softmax-ce", { gamma }, [sp, sn], c), normface);
    expectSame(at("n-pair", { gamma }, [sp, sn], c), normface);
  });

  property("unified with K = 1 is am-softmax", (gamma, margin, sp, sn, c) =>
    expectSame(
      at("unified", { gamma, margin }, [sp, sn], c),
      at("am-softmax", { gamma, margin }, [sp, sn], c),
    ),
  );

  property("proxy-softmax with |P⁺| = |P| = c is normface with γ/c", (gamma, margin, sp, sn, c) =>
    expectSame(
      at("proxy-softmax", { gamma, margin, nPos: 8, nAll: 8 }, [sp, sn], c),
      at("normface", { gamma: gamma / 8 }, [sp, sn], c),
    ),
  );

  property("proxy-nca with the own proxy included is normface", (gamma, _, sp, sn, c) =>
    expectSame(
      at("proxy-nca", { gamma, ownProxy: "included" }, [sp, sn], c),
      at("normface", { gamma }, [sp, sn], c),
    ),
  );

  property("triplet:squared with m is twice triplet:cosine with m/2", (_, m, sp, sn) => {
    const margin = Math.abs(m);
    expectSame(
      at("triplet:squared", { margin }, [sp, sn]),
      at("triplet:cosine", { margin: margin / 2 }, [sp, sn]),
      2,
    );
  });

  property("soft-triplet:cosine is unified with K = L = 1", (gamma, m, sp, sn) => {
    const params = { gamma, margin: Math.abs(m) };
    expectSame(at("soft-triplet:cosine", params, [sp, sn]), at("unified", params, [sp, sn]));
  });

  property("lifted-structure with L = 1 is ½ (triplet:euclidean)²", (_, m, sp, sn) => {
    const margin = Math.abs(m);
    const lifted = at("lifted-structure", { margin }, [sp, sn]);
    const { value, dSp, dSn } = at("triplet:euclidean", { margin }, [sp, sn]);
    expectClose(lifted.value, value ** 2 / 2, 1e-12);
    expectClose(lifted.dSp, value * dSp, 1e-12);
    expectClose(lifted.dSn, value * dSn, 1e-12);
  });

  property("proxy-anchor with both coefficients c is c times the paper's", (alpha, delta, sp, sn) => {
    const plain = at("proxy-anchor", { alpha, delta }, [sp, sn], { K: 4, L: 16 });
    expectSame(at("proxy-anchor", { alpha, delta, cp: 10, cn: 10 }, [sp, sn], { K: 4, L: 16 }), plain, 10);
  });

  property("multi-similarity with α = β, λ = 0 is 1/α of proxy-anchor with δ = 0", (alpha, _, sp, sn) =>
    expectSame(
      at("multi-similarity", { alpha, beta: alpha, lambda: 0 }, [sp, sn]),
      at("proxy-anchor", { alpha, delta: 0 }, [sp, sn]),
      1 / alpha,
    ),
  );
});

describe("identities of Circle loss and its redesigns", () => {
  it("attached circle is flat, monotone and disc on s_n ≥ 0", () => {
    fc.assert(
      fc.property(gammas, between(0.01, 0.6), similarity, between(0, 1), (gamma, margin, sp, sn) => {
        const circle = at("circle:attached", { gamma, margin }, [sp, sn], { K: 3, L: 2 });
        for (const id of ["circle-flat", "circle-monotone", "circle-disc"]) {
          expectSame(at(id, { gamma, margin }, [sp, sn], { K: 3, L: 2 }), circle);
        }
      }),
    );
  });

  it("circle-general with the paper's reduction is circle, in both gradients", () => {
    fc.assert(
      fc.property(gammas, relaxations, similarity, similarity, (gamma, m, sp, sn) => {
        const free: Params = { gamma, Op: 1 + m, On: -m, Dp: 1 - m, Dn: m };
        for (const mode of ["attached", "detached"]) {
          expectSame(
            at(`circle-general:${mode}`, free, [sp, sn]),
            at(`circle:${mode}`, { gamma, margin: m }, [sp, sn]),
          );
        }
      }),
    );
  });

  it("the slopes of circle-paced are γσ times the paper's paces", () => {
    fc.assert(
      fc.property(gammas, relaxations, similarity, similarity, (gamma, margin, sp, sn) => {
        const { value, dSp, dSn } = at("circle-paced", { gamma, margin }, [sp, sn]);
        const weight = -Math.expm1(-value);
        expectClose(dSp, -gamma * weight * Math.max(0, 1 + margin - sp), 1e-10);
        expectClose(dSn, gamma * weight * Math.max(0, sn + margin), 1e-10);
      }),
    );
  });
});

describe("limits and symmetry", () => {
  it("unified / γ tends to triplet:cosine from above, within ln(1 + KL) / γ", () => {
    fc.assert(
      fc.property(
        between(1, 1e4),
        between(0, 0.8),
        similarity,
        similarity,
        counts,
        (gamma, margin, sp, sn, c) => {
          const hinge = at("triplet:cosine", { margin }, [sp, sn]).value;
          const error = at("unified", { gamma, margin }, [sp, sn], c).value / gamma - hinge;
          expect(error).toBeGreaterThanOrEqual(-1e-12);
          expect(error).toBeLessThanOrEqual(Math.log(1 + c.K * c.L) / gamma + 1e-12);
        },
      ),
    );
    // and the bound is met on the boundary of K = L = 1
    expectClose(at("unified", { gamma: 50, margin: 0.25 }, [0.5, 0.25], ONE).value, Math.LN2, 1e-12);
  });

  it.each([
    "softmax-ce",
    "normface",
    "am-softmax",
    "unified",
    "n-pair",
    "proxy-nca",
    "soft-triplet",
    "triplet",
  ])("%s does not change under (s_p, s_n) → (−s_n, −s_p)", (name) => {
    fc.assert(
      fc.property(similarity, similarity, counts, (sp, sn, c) => {
        const point = at(name, {}, [sp, sn], c);
        const mirrored = at(name, {}, [-sn, -sp], c);
        expectClose(mirrored.value, point.value, 1e-12);
        expectClose(mirrored.dSp, -point.dSn, 1e-12);
        expectClose(mirrored.dSn, -point.dSp, 1e-12);
      }),
    );
  });
});

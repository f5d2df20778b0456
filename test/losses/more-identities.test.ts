import { describe, it } from "vitest";
import type { Params } from "../../src/losses/params.ts";
import type { Counts, PlanePoint } from "../../src/losses/types.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { at } from "./support.ts";

/** Away from s = ±1, where the two ways of writing an angle round differently. */
const inside = between(-0.995, 0.995);
const gammas = between(1, 64);
const angles = between(0.01, 0.9);
const counts = fc.constantFrom<Counts>({ K: 1, L: 1 }, { K: 1, L: 9 }, { K: 1, L: 1e4 });

function expectSame(left: PlanePoint, right: PlanePoint, factor = 1, less = 0): void {
  const scale = Math.max(Math.abs(right.dSp), Math.abs(right.dSn), 1e-6) * factor;
  expectClose(left.value - less, factor * right.value, 1e-9, Math.max(1e-6, Math.abs(less)), "value");
  expectClose(left.dSp, factor * right.dSp, 1e-9, scale, "dSp");
  expectClose(left.dSn, factor * right.dSn, 1e-9, scale, "dSn");
}

interface Drawn {
  readonly gamma: number;
  readonly m: number;
  readonly sp: number;
  readonly sn: number;
  readonly c: Counts;
}

type Side = (drawn: Drawn) => readonly [string, Params, Counts?];

/** left, right, and what the left is multiplied by. */
const IDENTITIES: readonly (readonly [
  name: string,
  left: Side,
  right: Side,
  factor?: (drawn: Drawn) => number,
])[] = [
  [
    "arcface, m = 0 = normface",
    ({ gamma, c }) => ["arcface", { gamma, margin: 0 }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "sphereface, m = 1 = normface",
    ({ gamma, c }) => ["sphereface", { gamma, m: 1 }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "combined-margin (1, 0, 0) = normface",
    ({ gamma, c }) => ["combined-margin", { gamma, m1: 1, m2: 0, m3: 0 }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "combined-margin (1, m, 0) = arcface, none",
    ({ gamma, m, c }) => ["combined-margin", { gamma, m1: 1, m2: m, m3: 0 }, c],
    ({ gamma, m, c }) => ["arcface", { gamma, margin: m, easy: "none" }, c],
  ],
  [
    "combined-margin (1, 0, m) = am-softmax",
    ({ gamma, m, c }) => ["combined-margin", { gamma, m1: 1, m2: 0, m3: m }, c],
    ({ gamma, m, c }) => ["am-softmax", { gamma, margin: m }, c],
  ],
  [
    "l-softmax, unit weights = sphereface, λ = 0",
    ({ gamma, c }) => ["l-softmax", { gamma, m: 3, wp: 1, wn: 1 }, c],
    ({ gamma, c }) => ["sphereface", { gamma, m: 3, lambda: 0 }, c],
  ],
  [
    "adaface, q = 0 = am-softmax",
    ({ gamma, m, c }) => ["adaface", { gamma, margin: m, q: 0 }, c],
    ({ gamma, m, c }) => ["am-softmax", { gamma, margin: m }, c],
  ],
  [
    "info-nce, τ = normface, 1/τ",
    ({ gamma, c }) => ["info-nce", { tau: 1 / gamma }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "sup-con, K = 1 = info-nce",
    ({ gamma, c }) => ["sup-con", { tau: 1 / gamma }, c],
    ({ gamma, c }) => ["info-nce", { tau: 1 / gamma }, c],
  ],
  [
    "nca, K = 1 = normface",
    ({ gamma, c }) => ["nca", { gamma }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "cosent = unified, m = 0",
    ({ gamma, c }) => ["cosent", { gamma }, { ...c, K: 3 }],
    ({ gamma, c }) => ["unified", { gamma, margin: 0 }, { ...c, K: 3 }],
  ],
  [
    "proxy-nca-pp, T = normface, 2/T",
    ({ gamma, c }) => ["proxy-nca-pp", { T: 2 / gamma }, c],
    ({ gamma, c }) => ["normface", { gamma }, c],
  ],
  [
    "dcl, τ = proxy-nca, 1/τ",
    ({ gamma, c }) => ["dcl", { tau: 1 / gamma }, c],
    ({ gamma, c }) => ["proxy-nca", { gamma }, c],
  ],
  [
    "soft-triple = am-softmax",
    ({ gamma, m, c }) => ["soft-triple", { lambda: gamma, margin: m }, c],
    ({ gamma, m, c }) => ["am-softmax", { gamma, margin: m }, c],
  ],
  [
    "siglip (t, b) = bce, γ = t, threshold −b/t",
    ({ gamma, m }) => ["siglip", { t: gamma, b: -gamma * m }, { K: 2, L: 5 }],
    ({ gamma, m }) => ["bce", { gamma, b: m }, { K: 2, L: 5 }],
  ],
  [
    "focal, κ = 0, w = ½ = ½ bce",
    ({ gamma, m }) => ["focal", { gamma, b: m, kappa: 0, w: 0.5 }, { K: 2, L: 5 }],
    ({ gamma, m }) => ["bce", { gamma, b: m }, { K: 2, L: 5 }],
    () => 0.5,
  ],
  [
    "binomial-deviance, c = 1 = bce",
    ({ gamma, m }) => ["binomial-deviance", { alpha: gamma, lambda: m, c: 1 }],
    ({ gamma, m }) => ["bce", { gamma, b: m }],
  ],
  [
    "multi-similarity, α = β = bce / α",
    ({ gamma, m }) => ["multi-similarity", { alpha: gamma, beta: gamma, lambda: m }],
    ({ gamma, m }) => ["bce", { gamma, b: m }],
    ({ gamma }) => 1 / gamma,
  ],
  [
    "proxy-anchor, δ = 0 = bce, b = 0",
    ({ gamma }) => ["proxy-anchor", { alpha: gamma, delta: 0 }],
    ({ gamma }) => ["bce", { gamma, b: 0 }],
  ],
  [
    "tcm = contrastive:cosine",
    ({ m }) => ["tcm", { mPos: m, mNeg: m / 2 }],
    ({ m }) => ["contrastive:cosine", { mPos: m, mNeg: m / 2 }],
  ],
  [
    "generalized-lifted, K = L = 1 = triplet:euclidean",
    ({ m }) => ["generalized-lifted", { margin: m }],
    ({ m }) => ["triplet:euclidean", { margin: m }],
  ],
  [
    "subcenter-arcface = arcface",
    ({ m, c }) => ["subcenter-arcface", { margin: m }, c],
    ({ m, c }) => ["arcface", { margin: m }, c],
  ],
];

describe("identities of losses.md 11, of the whole catalogue", () => {
  it.each(IDENTITIES.map(([name, left, right, factor = () => 1]) => ({ name, left, right, factor })))(
    "$name",
    ({ left, right, factor }) => {
      fc.assert(
        fc.property(gammas, angles, inside, inside, counts, (gamma, m, sp, sn, c) => {
          const drawn = { gamma, m, sp, sn, c };
          const [a, b] = [left(drawn), right(drawn)].map(([name, params, many]) =>
            at(name, params, [sp, sn], many),
          );
          expectSame(a, b, factor(drawn));
        }),
      );
    },
  );

  const property = (name: string, check: (drawn: Drawn) => void) =>
    it(name, () =>
      fc.assert(
        fc.property(gammas, angles, inside, inside, counts, (gamma, m, sp, sn, c) =>
          check({ gamma, m, sp, sn, c }),
        ),
      ),
    );

  property("adaface, q = −1 = arcface, none, inside the clip", ({ gamma, m, sp, sn, c }) => {
    fc.pre(Math.acos(sp) + m < Math.PI - 1e-3);
    expectSame(
      at("adaface", { gamma, margin: m, q: -1 }, [sp, sn], c),
      at("arcface", { gamma, margin: m, easy: "none" }, [sp, sn], c),
    );
  });

  property("adaface, q = 1 at s_n − 2m = tuplet-margin, inside the clip", ({ gamma, m, sp, sn, c }) => {
    fc.pre(Math.acos(sp) - m > 1e-3 && sn - 2 * m >= -1);
    expectSame(
      at("adaface", { gamma, margin: m, q: 1 }, [sp, sn - 2 * m], c),
      at("tuplet-margin", { gamma, beta: m }, [sp, sn], c),
    );
  });

  property("magface less its regulariser = arcface with m(a), none", ({ gamma, sp, sn, c }) => {
    // a = 60 lies half way from 10 to 110: m = (0.45 + 0.8) / 2; g = 1/60 + 60/110²
    const constant = 35 * (1 / 60 + 60 / 110 ** 2);
    expectSame(
      at("magface", { gamma, a: 60 }, [sp, sn], c),
      at("arcface", { gamma, margin: 0.625, easy: "none" }, [sp, sn], c),
      1,
      constant,
    );
  });

  property("curricularface = arcface where negatives are easy", ({ gamma, m, sp, sn, c }) => {
    fc.pre(sn <= Math.cos(Math.acos(sp) + m) - 1e-9 && Math.acos(sp) + m < Math.PI);
    expectSame(
      at("curricularface", { gamma, margin: m, t: 0.3 }, [sp, sn], c),
      at("arcface", { gamma, margin: m }, [sp, sn], c),
    );
  });

  property("sup-con less ln K = nca, γ = 1/τ", ({ gamma, sp, sn }) => {
    const many = { K: 4, L: 9 };
    expectSame(
      at("sup-con", { tau: 1 / gamma }, [sp, sn], many),
      at("nca", { gamma }, [sp, sn], many),
      1,
      Math.log(4),
    );
  });
});

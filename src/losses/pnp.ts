import { customLoss } from "./custom.ts";
import { sloped } from "./curves.ts";
import { rankGap, ranked } from "./fast-ap.ts";
import { choice, number, temperature } from "./params.ts";
import { sigmoid } from "../numerics/scalar.ts";

type Variant = "O" | "Ds" | "Dq" | "Iu" | "Ib";

interface Shape {
  readonly variant: Variant;
  readonly alpha: number;
  readonly b: number;
}

/** What one positive pays for R negatives before it; `Dq` is one minus a mean, so its term falls. */
function penalty(R: number, { variant, alpha, b }: Shape): { value: number; slope: number } {
  switch (variant) {
    case "O":
      return { value: R, slope: 1 };
    case "Ds":
      return { value: Math.log1p(R), slope: 1 / (1 + R) };
    case "Dq":
      return { value: -Math.expm1(-alpha * Math.log1p(R)), slope: alpha * (1 + R) ** (-alpha - 1) };
    case "Iu":
      return { value: (1 + R) * Math.log1p(R), slope: Math.log1p(R) + 1 };
    case "Ib":
      return { value: (b * R - Math.log1p(b * R)) / b ** 2, slope: R / (1 + b * R) };
  }
}

/** The same as text, for R = L σ((s_n − s_p)/τ). */
function penaltyFormula(variant: Variant): string {
  const R = "(L * sigmoid(clamp((s_n - s_p) / anneal, -50, 50)))";
  const texts: Readonly<Record<Variant, string>> = {
    O: R,
    Ds: `log1p(${R})`,
    Dq: `1 - (1 + ${R})^(-alpha)`,
    Iu: `(1 + ${R}) * log1p(${R})`,
    Ib: `(b * ${R} - log1p(b * ${R})) / b^2`,
  };
  return texts[variant];
}

/** Beyond this exponent the comparison is settled, and has no gradient (the reference code). */
const SETTLED = 50;

function comparison(difference: number, anneal: number): { value: number; slope: number } {
  const x = difference / anneal;
  if (Math.abs(x) > SETTLED) return { value: sigmoid(Math.sign(x) * SETTLED), slope: 0 };
  return { value: sigmoid(x), slope: (sigmoid(x) * sigmoid(-x)) / anneal };
}

/** PNP: each positive pays by the negatives that rank before it. */
export const pnp = customLoss({
  id: "pnp",
  name: "PNP",
  family: "rank",
  source: {
    authors: [
      "Zhuo Li",
      "Weiqing Min",
      "Jiajun Song",
      "Yaohui Zhu",
      "Liping Kang",
      "Xiaoming Wei",
      "Xiaolin Wei",
      "Shuqiang Jiang",
    ],
    title:
      "Rethinking the optimization of average precision: only penalizing negative instances before positive ones is enough",
    venue: "AAAI",
    year: 2022,
    arxiv: "2102.04640",
  },
  similarity: "sample–sample, ranked against one query",
  params: {
    anneal: temperature("τ", 0.01),
    variant: choice({
      label: "variant",
      options: ["Dq", "Ds", "O", "Iu", "Ib"],
      default: "Dq",
      effect: "How the penalty grows with the number of negatives before a positive.",
    }),
    alpha: number({
      symbol: "α",
      label: "exponent of Dq",
      default: 4,
      min: 0.01,
      max: 100,
      slider: [1, 10],
      effect: "Saturates the penalty sooner.",
    }),
    b: number({
      symbol: "b",
      label: "constant of Ib",
      default: 2,
      min: 0.01,
      max: 100,
      slider: [1, 10],
      effect: "Turns the penalty from quadratic to linear sooner.",
    }),
  },
  variants: {
    pml: {
      note: "pytorch-metric-learning",
      params: { variant: "Dq", alpha: 4, b: 2, anneal: 0.01 },
    },
  },
  scope: "set",
  pitfalls: ["In pytorch-metric-learning the anchor counts as one of its own positives."],
  needs: "both",
  formula: ({ variant }) => ({ coupling: "pointwise", plane: penaltyFormula(variant), z: "s_n - s_p" }),
  evaluate({ positives, negatives }, { anneal, ...shape }) {
    const K = positives.length;
    const byPositive = new Float64Array(K);
    const byNegative = new Float64Array(negatives.length);
    let value = 0;
    for (let i = 0; i < K; i++) {
      const before = Array.from(negatives, (s) => comparison(s - positives[i], anneal));
      const term = penalty(
        before.reduce((sum, each) => sum + each.value, 0),
        shape,
      );
      value += term.value / K;
      before.forEach(({ slope }, j) => {
        byNegative[j] += (term.slope * slope) / K;
        byPositive[i] -= (term.slope * slope) / K;
      });
    }
    return { value, positives: byPositive, negatives: byNegative };
  },
  plane: ({ anneal, ...shape }, { L }) => ({
    coupling: "pointwise",
    z: rankGap,
    at(sp, sn) {
      const before = comparison(sn - sp, anneal);
      const { value, slope } = penalty(L * before.value, shape);
      const dSn = L * slope * before.slope;
      return ranked(sp, sn, { value, dSp: -dSn, dSn });
    },
  }),
  boundary: () => [sloped(0, 1)],
});

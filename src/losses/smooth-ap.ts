import { sigmoid, softplus } from "../numerics/scalar.ts";
import { sloped } from "./curves.ts";
import { customLoss } from "./custom.ts";
import { temperature } from "./params.ts";

/** σ′(x), symmetric to the last bit. */
const bump = (x: number): number => sigmoid(x) * sigmoid(-x);

/** Smooth-AP: one minus the average precision, with every comparison of ranks a sigmoid. */
export const smoothAp = customLoss({
  id: "smooth-ap",
  name: "Smooth-AP",
  family: "rank",
  source: {
    authors: ["Andrew Brown", "Weidi Xie", "Vicky Kalogeiton", "Andrew Zisserman"],
    title: "Smooth-AP: smoothing the path towards large-scale image retrieval",
    venue: "ECCV",
    year: 2020,
    arxiv: "2007.12163",
    equation: "Eq. 7",
  },
  similarity: "sample–sample, ranked against one query",
  params: { tau: temperature("τ", 0.01) },
  scope: "set",
  pitfalls: ["The gradient lives within a few $τ$ of $s_p = s_n$: a badly mis-ranked pair gets nothing."],
  needs: "both",
  formula: () => ({
    coupling: "pointwise",
    plane: "L * sigmoid((s_n - s_p) / tau) / (1 + (K - 1) / 2 + L * sigmoid((s_n - s_p) / tau))",
    z: "(s_n - s_p) / tau",
  }),
  evaluate({ positives, negatives }, { tau }) {
    const K = positives.length;
    const byPositive = new Float64Array(K);
    const byNegative = new Float64Array(negatives.length);
    let value = 0;
    for (let i = 0; i < K; i++) {
      const before = (s: number): number => (s - positives[i]) / tau;
      const rank = positives.reduce((sum, s, k) => sum + (k === i ? 1 : sigmoid(before(s))), 0);
      const wrong = negatives.reduce((sum, s) => sum + sigmoid(before(s)), 0);
      const all = rank + wrong;
      value += wrong / all / K;
      // ℒ = N / (P + N): ∂N = P / (P + N)², ∂P = −N / (P + N)²
      const byWrong = rank / all ** 2 / K / tau;
      const byAbove = -wrong / all ** 2 / K / tau;
      for (let k = 0; k < K; k++) {
        if (k === i) continue;
        const slope = byAbove * bump(before(positives[k]));
        byPositive[k] += slope;
        byPositive[i] -= slope;
      }
      for (let j = 0; j < negatives.length; j++) {
        const slope = byWrong * bump(before(negatives[j]));
        byNegative[j] += slope;
        byPositive[i] -= slope;
      }
    }
    return { value, positives: byPositive, negatives: byNegative };
  },
  plane: ({ tau }, { K, L }) => ({
    coupling: "pointwise",
    at(sp, sn) {
      const c = 1 + (K - 1) / 2;
      const z = (sn - sp) / tau;
      const g = sigmoid(z);
      const value = (L * g) / (c + L * g);
      const slope = (c * L * g * sigmoid(-z)) / tau / (c + L * g) ** 2;
      return {
        value,
        logValue: Math.log(L) - softplus(-z) - Math.log(c + L * g),
        z,
        dSp: -slope,
        dSn: slope,
      };
    },
  }),
  boundary: () => [sloped(0, 1)],
});

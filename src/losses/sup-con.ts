import { logSumExp, sigmoid, softmax, softplus } from "../numerics/scalar.ts";
import { khosla2020 } from "./citations.ts";
import { sloped } from "./curves.ts";
import { customLoss } from "./custom.ts";
import { temperature } from "./params.ts";

/** Supervised contrastive loss, the "out" form: all positives in every denominator, the mean outside the logarithm. */
export const supCon = customLoss({
  id: "sup-con",
  name: "SupCon",
  family: "contrastive",
  source: { ...khosla2020, equation: "Eq. 2" },
  similarity: "sample–sample",
  params: { tau: temperature("τ", 0.1) },
  variants: {
    paper: { note: "paper", params: { tau: 0.1 } },
    pml: { note: "pytorch-metric-learning", params: { tau: 0.1 } },
    code: { note: "the authors' code", params: { tau: 0.07 } },
  },
  pitfalls: [
    "The floor is $ln K$, not 0.",
    "A positive that is much closer than the others is pushed away: every positive stands in the denominator.",
  ],
  needs: "both",
  formula: () => ({
    coupling: "pointwise",
    plane: "log(K) + softplus((s_n - s_p) / tau + log(L) - log(K))",
  }),
  evaluate({ positives, negatives }, { tau }) {
    const K = positives.length;
    const logits = Float64Array.of(...positives, ...negatives).map((s) => s / tau);
    const shares = softmax(logits);
    const pushed = shares.subarray(K).reduce((sum, share) => sum + share, 0);
    const among = softmax(logits.subarray(0, K));
    const mean = logits.subarray(0, K).reduce((sum, x) => sum + x, 0) / K;
    return {
      value: logSumExp(logits.map((x) => x - mean)),
      // P_i − 1/K without the cancellation of a share that is nearly 1/K
      positives: among.map((q) => (q - 1 / K - q * pushed) / tau),
      negatives: shares.slice(K).map((share) => share / tau),
    };
  },
  plane: ({ tau }, { K, L }) => ({
    coupling: "coupled",
    positive: { value: (s) => s / tau, slope: () => 1 / tau },
    negative: { value: (s) => s / tau, slope: () => 1 / tau },
    offset: Math.log(L) - Math.log(K),
    link: {
      formula: `${Math.log(K)} + softplus(z)`,
      value: (z) => Math.log(K) + softplus(z),
      slope: sigmoid,
      log: (z) => (K === 1 && z < -37 ? z : Math.log(Math.log(K) + softplus(z))),
    },
  }),
  boundary: ({ tau }, { K, L }) => [sloped(tau * (Math.log(L) - Math.log(K)), 1)],
});

import { logSumExp, softmax } from "../numerics/scalar.ts";
import { khosla2020 } from "./citations.ts";
import { customLoss } from "./custom.ts";
import { temperature } from "./params.ts";
import { supCon } from "./sup-con.ts";

/** Supervised contrastive loss, the "in" form: the mean over positives inside the logarithm. On the plane it is SupCon. */
export const supConIn = customLoss({
  id: "sup-con-in",
  name: "SupCon, mean inside",
  family: "contrastive",
  source: { ...khosla2020, equation: "Eq. 3" },
  similarity: "sample–sample",
  params: { tau: temperature("τ", 0.1) },
  pitfalls: [
    "The nearest positive takes nearly all of the pull: the paper found it worse than the mean outside.",
  ],
  needs: "both",
  formula: (values) => supCon.formula(values),
  evaluate({ positives, negatives }, { tau }) {
    const K = positives.length;
    const [p, n] = [positives, negatives].map((side) => side.map((s) => s / tau));
    const all = softmax(Float64Array.of(...p, ...n));
    const own = softmax(p);
    const pushed = all.subarray(K).reduce((sum, share) => sum + share, 0);
    return {
      // ln K − ln of the positives' share: ln(1 + e^{LSE n − LSE p}), without cancellation
      value: Math.log(K) + logSumExp([0, logSumExp(n) - logSumExp(p)]),
      positives: own.map((share) => (-share * pushed) / tau),
      negatives: all.slice(K).map((share) => share / tau),
    };
  },
  plane: (values, counts, gradient) => supCon.plane(values, counts, gradient),
  boundary: (values, counts) => supCon.boundary?.(values, counts),
});

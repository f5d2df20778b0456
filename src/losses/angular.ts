import { logSumExp, sigmoid, softmax, softplus } from "../numerics/scalar.ts";
import { checkedSimilarity } from "./checks.ts";
import { wang2017 } from "./citations.ts";
import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { InputError } from "./errors.ts";
import { choice, completeParams, number } from "./params.ts";
import type { Loss, PairSet, SetResult } from "./types.ts";

/** tan² α of a bound in degrees. */
const squaredTangent = (alphaDeg: number): number => Math.tan((alphaDeg * Math.PI) / 180) ** 2;

const onPlane = coupledLoss({
  id: "angular",
  name: "Angular loss",
  family: "pair",
  source: { ...wang2017, equation: "Eq. 8" },
  similarity: "sample–sample, with a third one between positive and negative",
  batch: { anchors: "positive-pairs", reduction: "mean", positiveNegative: true },
  params: {
    alphaDeg: number({
      symbol: "α",
      label: "angle bound",
      default: 45,
      min: 1,
      max: 89,
      slider: [30, 60],
      unit: "degrees",
      effect: "Bounds the angle at the negative: larger weighs negatives more.",
    }),
    closure: choice({
      label: "third similarity",
      options: ["equal", "fixed"],
      default: "equal",
      effect: "On the plane, s_pn is s_n, or the value below.",
    }),
    spn: number({
      symbol: "s_pn",
      label: "positive–negative similarity",
      default: 0,
      min: -1,
      max: 1,
      slider: [-1, 1],
      effect: "Moves the boundary where the third similarity is fixed.",
    }),
  },
  variants: {
    paper: { note: "45 degrees", params: { alphaDeg: 45 } },
    pml: { note: "pytorch-metric-learning, 40 degrees", params: { alphaDeg: 40 } },
  },
  pitfalls: [
    "With $s_{pn} = s_n$ unit vectors exist only for $s_p ≥ 2 s_n^2 − 1$.",
    "pytorch-metric-learning normalises anchors and positives but not negatives.",
  ],
  positive: {
    formula: "2 * (1 + tan(alphaDeg * pi / 180)^2) * s",
    value: (s, { alphaDeg }) => 2 * (1 + squaredTangent(alphaDeg)) * s,
    slope: (_, { alphaDeg }) => 2 * (1 + squaredTangent(alphaDeg)),
    aggregate: "mean",
  },
  negative: {
    formula: ({ closure }) =>
      closure === "equal"
        ? "8 * tan(alphaDeg * pi / 180)^2 * s"
        : "4 * tan(alphaDeg * pi / 180)^2 * (s + spn)",
    value: (s, { alphaDeg, closure, spn }) =>
      4 * squaredTangent(alphaDeg) * (s + (closure === "equal" ? s : spn)),
    slope: (_, { alphaDeg, closure }) => (closure === "equal" ? 8 : 4) * squaredTangent(alphaDeg),
  },
  boundary({ alphaDeg, closure, spn }, offset) {
    const t = squaredTangent(alphaDeg);
    const by = 2 * (1 + t);
    return closure === "equal"
      ? [sloped(offset / by, (8 * t) / by)]
      : [sloped((4 * t * spn + offset) / by, (4 * t) / by)];
  },
});

/** Angular loss; a set may carry the similarities between positives and negatives. */
export const angular: Loss = {
  ...onPlane,
  evaluate: (set, params = {}, gradient = "attached") =>
    set.positiveNegative === undefined
      ? onPlane.evaluate(set, params, gradient)
      : withThird(set, set.positiveNegative, Number(completeParams(onPlane.params, params)["alphaDeg"])),
};

/** softplus(LSE_j f_j), f_j = 4 tan²α (s_n + s_pn) − 2 (1 + tan²α) s_p, mean over positives. */
function withThird(set: PairSet, third: ArrayLike<number>, alphaDeg: number): SetResult {
  const [K, L] = [set.positives.length, set.negatives.length];
  if (K === 0 || L === 0)
    throw new InputError(
      `invalid ${K === 0 ? "positives" : "negatives"}: empty; expected at least one similarity`,
    );
  if (third.length !== K * L) {
    throw new InputError(
      `invalid positiveNegative: ${third.length} given; expected ${K * L}, one for each pair`,
    );
  }
  const t = squaredTangent(alphaDeg);
  const [ofP, ofN] = [set.norms?.positives, set.norms?.negatives];
  const positives = new Float64Array(K);
  const negatives = new Float64Array(L);
  const positiveNegative = new Float64Array(K * L);
  const norms = { positives: new Float64Array(K), negatives: new Float64Array(L) };
  let value = 0;
  for (let i = 0; i < K; i++) {
    const sp = checkedSimilarity(set.positives[i], `positives[${i}]`);
    const logits = Float64Array.from({ length: L }, (_, j) => {
      const sn = checkedSimilarity(set.negatives[j], `negatives[${j}]`);
      return 4 * t * (sn + third[i * L + j]) * (ofN?.[j] ?? 1);
    });
    const towards = 2 * (1 + t) * (ofP?.[i] ?? 1);
    const z = logSumExp(logits) - towards * sp;
    const weight = sigmoid(z) / K;
    const shares = softmax(logits);
    value += softplus(z) / K;
    positives[i] = -towards * weight;
    norms.positives[i] = -2 * (1 + t) * sp * weight;
    for (let j = 0; j < L; j++) {
      const slope = 4 * t * weight * shares[j] * (ofN?.[j] ?? 1);
      norms.negatives[j] += 4 * t * weight * shares[j] * (set.negatives[j] + third[i * L + j]);
      negatives[j] += slope;
      positiveNegative[i * L + j] = slope;
    }
  }
  return { value, positives, negatives, positiveNegative, ...(set.norms && { norms }) };
}

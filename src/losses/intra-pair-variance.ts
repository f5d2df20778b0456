import { relu } from "../numerics/scalar.ts";
import { yu2019 } from "./citations.ts";
import { customLoss } from "./custom.ts";
import { rankGap, ranked } from "./fast-ap.ts";
import { number } from "./params.ts";

/** mean [x_i]₊² with x_i = sign·(bound·μ − s_i), μ the mean of the s_i; the mean is differentiated too. */
function variance(similarities: Float64Array, bound: number, sign: 1 | -1) {
  const count = similarities.length;
  if (count === 0) return { value: 0, slopes: new Float64Array(0) };
  const mean = similarities.reduce((sum, s) => sum + s, 0) / count;
  const beyond = similarities.map((s) => relu(sign * (bound * mean - s)));
  const total = beyond.reduce((sum, x) => sum + x, 0);
  return {
    value: beyond.reduce((sum, x) => sum + x * x, 0) / count,
    slopes: beyond.map((x) => (sign * 2 * ((bound * total) / count - x)) / count),
  };
}

const epsilon = (symbol: string, label: string) =>
  number({
    symbol,
    label,
    default: 0.01,
    min: 0,
    max: 1,
    slider: [0, 0.2],
    effect: "How far from the mean a similarity may lie without a penalty.",
  });

/** Intra-pair variance: keeps the similarities of a batch near their means. Meant as an addition to another loss. */
export const intraPairVariance = customLoss({
  id: "intra-pair-variance",
  name: "Intra-pair variance",
  family: "rank",
  source: { ...yu2019, equation: "Eq. 10" },
  similarity: "sample–sample, all pairs of a batch",
  batch: { anchors: "pairs", reduction: "mean" },
  params: { epsPos: epsilon("ε_p", "slack of positives"), epsNeg: epsilon("ε_n", "slack of negatives") },
  variants: { pml: { note: "pytorch-metric-learning", params: { epsPos: 0.01, epsNeg: 0.01 } } },
  scope: "set",
  pitfalls: ["With one pair a side nothing varies: on the plane only the slack remains."],
  needs: "either",
  formula: () => ({
    coupling: "pointwise",
    plane: "relu(-epsPos * s_p)^2 + relu(-epsNeg * s_n)^2",
    z: "s_n - s_p",
  }),
  evaluate({ positives, negatives }, { epsPos, epsNeg }) {
    const p = variance(positives, 1 - epsPos, 1);
    const n = variance(negatives, 1 + epsNeg, -1);
    return { value: p.value + n.value, positives: p.slopes, negatives: n.slopes };
  },
  plane: ({ epsPos, epsNeg }) => ({
    coupling: "pointwise",
    z: rankGap,
    at(sp, sn) {
      // each is its own mean
      const [p, n] = [relu(-epsPos * sp), relu(-epsNeg * sn)];
      return ranked(sp, sn, { value: p * p + n * n, dSp: -2 * epsPos * p, dSn: -2 * epsNeg * n });
    },
  }),
  boundary: () => [],
});

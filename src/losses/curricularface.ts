import { sigmoid, softplus, logSoftplus, softmax, logSumExp } from "../numerics/scalar.ts";
import { angularMargin, targetFormula, targetOf, targetSlope } from "./arcface-target.ts";
import { shiftedCosine } from "./angles.ts";
import { customLoss } from "./custom.ts";
import { number, scale } from "./params.ts";

interface Curricular {
  readonly gamma: number;
  readonly margin: number;
  readonly t: number;
}

/** A negative is hard where it is closer than the true class after its margin; the switch itself has no gradient. */
const isHard = (sn: number, sp: number, { margin }: Curricular): boolean =>
  sn > shiftedCosine.value(sp, margin);

const logit = (sn: number, sp: number, values: Curricular): number =>
  values.gamma * (isHard(sn, sp, values) ? sn * (values.t + sn) : sn);

const logitSlope = (sn: number, sp: number, values: Curricular): number =>
  values.gamma * (isHard(sn, sp, values) ? values.t + 2 * sn : 1);

const zOf = (sp: number, sn: number, values: Curricular, L: number): number =>
  logit(sn, sp, values) - values.gamma * targetOf(sp, values.margin, "monotone") + Math.log(L);

/** CurricularFace: ArcFace that turns hard negatives up as training goes on. */
export const curricularface = customLoss({
  id: "curricularface",
  name: "CurricularFace",
  family: "classification",
  source: {
    authors: [
      "Yuge Huang",
      "Yuhan Wang",
      "Ying Tai",
      "Xiaoming Liu",
      "Pengcheng Shen",
      "Shaoxin Li",
      "Jilin Li",
      "Feiyue Huang",
    ],
    title: "CurricularFace: adaptive curriculum learning loss for deep face recognition",
    venue: "CVPR",
    year: 2020,
    arxiv: "2004.00288",
    equation: "Eq. 7",
  },
  similarity: "sample–class weight",
  params: {
    gamma: scale(64, [1, 128]),
    margin: angularMargin,
    t: number({
      symbol: "t",
      label: "curriculum state",
      default: 0,
      min: 0,
      max: 1,
      slider: [0, 1],
      effect: "The running mean of target cosines: raises the weight of hard negatives.",
    }),
  },
  variants: {
    start: { note: "beginning of training", params: { t: 0 } },
    late: { note: "late in training", params: { t: 0.7 } },
  },
  pitfalls: [
    "The surface jumps where $s_n = cos(θ_p + m)$: there a negative turns hard.",
    "Hard negatives with $t + 2 s_n < 0$ are pulled in rather than pushed away.",
  ],
  needs: "both",
  formula: () => ({
    coupling: "pointwise",
    plane: `softplus(gamma * ((s_n > cos(theta_p + margin) ? s_n * (t + s_n) : s_n) - ${targetFormula("monotone").replaceAll("theta", "theta_p").replaceAll("s >=", "s_p >=").replace(": s -", ": s_p -")}) + log(L))`,
  }),
  evaluate({ positives, negatives }, values) {
    const byPositive = new Float64Array(positives.length);
    const byNegative = new Float64Array(negatives.length);
    let value = 0;
    positives.forEach((sp, i) => {
      const logits = negatives.map((sn) => logit(sn, sp, values));
      const z = logSumExp(logits) - values.gamma * targetOf(sp, values.margin, "monotone");
      const weight = sigmoid(z) / positives.length;
      const shares = softmax(logits);
      value += softplus(z) / positives.length;
      byPositive[i] = -weight * values.gamma * targetSlope(sp, values.margin, "monotone");
      negatives.forEach((sn, j) => (byNegative[j] += weight * shares[j] * logitSlope(sn, sp, values)));
    });
    return { value, positives: byPositive, negatives: byNegative };
  },
  plane: (values, { L }) => ({
    coupling: "pointwise",
    z: (sp, sn) => zOf(sp, sn, values, L),
    at(sp, sn) {
      const z = zOf(sp, sn, values, L);
      const weight = sigmoid(z);
      return {
        value: softplus(z),
        logValue: logSoftplus(z),
        z,
        dSp: -weight * values.gamma * targetSlope(sp, values.margin, "monotone"),
        dSn: weight * logitSlope(sn, sp, values),
      };
    },
  }),
});

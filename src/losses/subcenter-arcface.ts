import { maximum } from "../numerics/scalar.ts";
import { arcfaceParams, targetBoundary, targetFormula } from "./arcface-target.ts";
import { arcface } from "./arcface.ts";
import { customLoss } from "./custom.ts";
import { evaluateMerged, type Merged } from "./groups.ts";
import { number } from "./params.ts";

/** The closest centre stands for its class. */
function closest(similarities: Float64Array): Merged {
  const value = maximum(similarities);
  const slopes = new Float64Array(similarities.length);
  slopes[similarities.indexOf(value)] = 1;
  return { value, slopes };
}

/** Sub-center ArcFace: several centres a class, the closest one counts. On the plane it is ArcFace. */
export const subcenterArcface = customLoss({
  id: "subcenter-arcface",
  name: "Sub-center ArcFace",
  family: "classification",
  source: {
    authors: ["Jiankang Deng", "Jia Guo", "Tongliang Liu", "Mingming Gong", "Stefanos Zafeiriou"],
    title: "Sub-center ArcFace: boosting face recognition by large-scale noisy web faces",
    venue: "ECCV",
    year: 2020,
  },
  similarity: "sample–class centre; the positives are the centres of the own class",
  batch: { anchors: "class-weights", reduction: "mean", centres: "subCenters" },
  params: {
    ...arcfaceParams,
    subCenters: number({
      symbol: "M",
      label: "centres of a class",
      default: 1,
      min: 1,
      max: 100,
      slider: [1, 10],
      effect: "How many centres of a set's negatives make one class.",
    }),
  },
  variants: {
    pml: { note: "pytorch-metric-learning", params: { margin: (28.6 * Math.PI) / 180, subCenters: 3 } },
  },
  pitfalls: ["Only the closest centre of a class gets a gradient."],
  needs: "both",
  formula: ({ easy }) => {
    const target = targetFormula(easy).replaceAll("theta", "theta_p").replace(/\bs\b/g, "s_p");
    return { coupling: "pointwise", plane: `softplus(gamma * (s_n - ${target}) + log(L))` };
  },
  evaluate: (set, { subCenters, ...values }) =>
    evaluateMerged(set, Math.round(subCenters), closest, (merged) => arcface.evaluate(merged, values)),
  plane: ({ gamma, margin, easy }, counts) => arcface.plane({ gamma, margin, easy }, counts),
  boundary: ({ gamma, margin, easy }, { L }) => targetBoundary(margin, easy, Math.log(L) / gamma),
});

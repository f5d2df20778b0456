import { softmax } from "../numerics/scalar.ts";
import { amSoftmax } from "./am-softmax.ts";
import { sloped } from "./curves.ts";
import { customLoss } from "./custom.ts";
import { evaluateMerged, type Merged } from "./groups.ts";
import { cosineMargin, number, scale, temperature } from "./params.ts";

/** Soft assignment to the centres of a class: S = Σ q_k s_k, q = softmax(s/γ); ∂S/∂s_k = q_k (1 + (s_k − S)/γ). */
const softlyAssigned =
  (gamma: number) =>
  (similarities: Float64Array): Merged => {
    const shares = softmax(similarities.map((s) => s / gamma));
    const value = shares.reduce((sum, share, k) => sum + share * similarities[k], 0);
    return { value, slopes: shares.map((share, k) => share * (1 + (similarities[k] - value) / gamma)) };
  };

/** SoftTriple: a softmax whose classes have several centres, softly assigned. On the plane it is AM-Softmax. */
export const softTriple = customLoss({
  id: "soft-triple",
  name: "SoftTriple",
  family: "proxy",
  source: {
    authors: ["Qi Qian", "Lei Shang", "Baigui Sun", "Juhua Hu", "Hao Li", "Rong Jin"],
    title: "SoftTriple loss: deep metric learning without triplet sampling",
    venue: "ICCV",
    year: 2019,
    arxiv: "1909.05235",
    equation: "Eq. 7",
  },
  similarity: "sample–centre; the positives are the centres of the own class",
  batch: { anchors: "class-weights", reduction: "mean", centres: "centers" },
  params: {
    lambda: scale(20, [1, 64], "λ"),
    margin: { ...cosineMargin(0.01), symbol: "δ", slider: [0, 0.5] },
    gamma: temperature("γ", 0.1),
    centers: number({
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
    paper: { note: "paper", params: { lambda: 20, margin: 0.01, gamma: 0.1, centers: 10 } },
    pml: { note: "pytorch-metric-learning", params: { lambda: 20, margin: 0.01, gamma: 0.1, centers: 10 } },
  },
  pitfalls: ["A centre much farther than the others of its class can be pushed away from the sample."],
  needs: "both",
  formula: () => ({ coupling: "pointwise", plane: "softplus(lambda * (s_n - s_p + margin) + log(L))" }),
  evaluate: (set, { lambda, margin, gamma, centers }) =>
    evaluateMerged(set, Math.round(centers), softlyAssigned(gamma), (merged) =>
      amSoftmax.evaluate(merged, { gamma: lambda, margin }),
    ),
  plane: ({ lambda, margin }, counts) => amSoftmax.plane({ gamma: lambda, margin }, counts),
  boundary: ({ lambda, margin }, { L }) => [sloped(margin + Math.log(L) / lambda, 1)],
});

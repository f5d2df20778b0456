import type { Question } from "./answers.ts";
import { negativeLogits, softmaxOf } from "./softmax.ts";

/** How a log-sum-exp shares its push among the negatives: in proportion to e^(γs), γ = 1/τ. */
export const hardNegatives: Question = (situation) => {
  const logits = negativeLogits(situation);
  if (logits === null) return null;
  const { negatives, gap } = situation;
  const { scale } = logits;
  return {
    id: "hard-negatives",
    numbers: {
      negatives,
      scale,
      temperature: 1 / scale,
      gap,
      ratio: Math.exp(scale * gap),
      share: 1 / (1 + (negatives - 1) * Math.exp(-scale * gap)),
      tenth: Math.LN10 / scale,
      effective: effectiveNumber(negatives, scale),
    },
    // where L also moves the boundary, that answer has the button
    settings: softmaxOf(situation) === null ? [{ count: "L", value: negatives }] : [],
  };
};

/** (Σw)²/Σw² of w = q^i, i = 0 … L − 1: two geometric series. */
function effectiveNumber(count: number, scale: number): number {
  if (count === 1) return 1;
  const step = (2 * scale) / (count - 1);
  const sum = (rate: number): number => Math.expm1(-rate * count) / Math.expm1(-rate);
  return sum(step) ** 2 / sum(2 * step);
}

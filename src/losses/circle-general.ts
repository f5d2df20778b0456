import { circleBoundary, circleParams, negativeSide, positiveSide } from "./circle-shape.ts";
import { sun2020 } from "./citations.ts";
import { coupledLoss } from "./define.ts";
import { number } from "./params.ts";

const free = (symbol: string, label: string, preset: number, effect: string) =>
  number({ symbol, label, default: preset, min: -2, max: 2, slider: [-0.5, 1.5], effect });

/** Circle loss with its four constants free: optima O_p, O_n and margins Δ_p, Δ_n. */
export const circleGeneral = coupledLoss({
  id: "circle-general",
  name: "Circle loss (expert)",
  family: "pair",
  source: { ...sun2020, equation: "Eq. 4–6" },
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: {
    gamma: circleParams.gamma,
    Op: free("O_p", "optimum of positives", 1.25, "Raises the weight of every positive."),
    On: free("O_n", "optimum of negatives", -0.25, "Lowers the weight of every negative."),
    Dp: free("Δ_p", "margin of positives", 0.75, "Demands more of positives: moves and widens the circle."),
    Dn: free("Δ_n", "margin of negatives", 0.25, "Demands less of negatives: moves and widens the circle."),
  },
  gradient: "attached",
  variants: {
    attached: { note: "the full derivative", gradient: "attached" },
    detached: { note: "weights held constant, as in the common implementations", gradient: "detached" },
  },
  pitfalls: ["With $O_p < 1$ or $O_n > −1$ a whole side of the plane has weight 0 and a flat loss."],
  positive: { formula: "gamma * detach(relu(Op - s)) * (s - Dp)", ...positiveSide },
  negative: { formula: "gamma * detach(relu(s - On)) * (s - Dn)", ...negativeSide },
  boundary: circleBoundary,
});

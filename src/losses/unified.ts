import { sun2020 } from "./citations.ts";
import { sloped } from "./curves.ts";
import { coupledLoss } from "./define.ts";
import { cosineMargin, scale } from "./params.ts";
import { scaledCosine, withCosineMargin } from "./transforms.ts";

/** The unified loss of Sun et al.: every positive against every negative inside one logarithm. */
export const unified = coupledLoss({
  id: "unified",
  name: "Unified pair loss",
  family: "pair",
  source: { ...sun2020, equation: "Eq. 1" },
  similarity: "sample–sample, or sample–class weight with K = 1",
  params: { gamma: scale(32, [1, 512]), margin: cosineMargin(0.25) },
  pitfalls: ["$K$ and $L$ are counts of one set: with $γ$ small, $(ln K + ln L)/γ$ can exceed the margin."],
  positive: withCosineMargin,
  negative: scaledCosine,
  boundary: ({ gamma, margin }, offset) => [sloped(margin + offset / gamma, 1)],
});

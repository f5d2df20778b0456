import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { number, scale } from "./params.ts";

const logit = {
  formula: "t * s + b",
  value: (s: number, { t, b }: { t: number; b: number }) => t * s + b,
  slope: (_: number, { t }: { t: number }) => t,
  aggregate: "sum",
} as const;

/** SigLIP: every pair is a binary question of its own. */
export const siglip = decoupledLoss({
  id: "siglip",
  name: "SigLIP",
  family: "contrastive",
  source: {
    authors: ["Xiaohua Zhai", "Basil Mustafa", "Alexander Kolesnikov", "Lucas Beyer"],
    title: "Sigmoid loss for language image pre-training",
    venue: "ICCV",
    year: 2023,
    arxiv: "2303.15343",
    equation: "Eq. 2",
  },
  similarity: "image–text",
  batch: { anchors: "samples", reduction: "anchors" },
  params: {
    t: scale(10, [1, 200], "t", "inverse temperature"),
    b: number({
      symbol: "b",
      label: "bias",
      default: -10,
      min: -1000,
      max: 1000,
      slider: [-30, 10],
      effect: "Moves the threshold −b/t of both sides.",
    }),
  },
  variants: { initial: { note: "the authors' initial values", params: { t: 10, b: -10 } } },
  pitfalls: ["At its initial values the threshold is 1: a positive at $s_p = 1$ still has gradient $t/2$."],
  positive: logit,
  negative: logit,
  boundary: ({ t, b }) => corner(-b / t, -b / t),
});

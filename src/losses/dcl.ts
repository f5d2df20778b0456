import { coupledLoss } from "./define.ts";
import { identity } from "./links.ts";
import { temperature } from "./params.ts";
import { overTemperature } from "./transforms.ts";

/** Decoupled contrastive learning: InfoNCE with the positive out of the denominator. */
export const dcl = coupledLoss({
  id: "dcl",
  name: "DCL",
  family: "contrastive",
  source: {
    authors: ["Chun-Hsiao Yeh", "Cheng-Yao Hong", "Yen-Chi Hsu", "Tyng-Luh Liu", "Yubei Chen", "Yann LeCun"],
    title: "Decoupled contrastive learning",
    venue: "ECCV",
    year: 2022,
    arxiv: "2110.06848",
    equation: "Eq. 3",
  },
  similarity: "sample–sample, two views",
  batch: { anchors: "samples", reduction: "terms" },
  params: { tau: temperature("τ", 0.1) },
  pitfalls: [
    "On the plane a tilted plane: only the softmax among negatives remains, which needs more than one.",
  ],
  link: identity,
  positive: { ...overTemperature, aggregate: "mean" },
  negative: overTemperature,
  boundary: () => [],
});

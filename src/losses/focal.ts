import { thresholdLogit, thresholdParams } from "./bce.ts";
import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { focalLink } from "./links.ts";
import { number } from "./params.ts";

/** Focal loss on similarities: binary cross-entropy that forgets easy pairs. */
export const focal = decoupledLoss({
  id: "focal",
  name: "Focal loss",
  family: "binary",
  source: {
    authors: ["Tsung-Yi Lin", "Priya Goyal", "Ross Girshick", "Kaiming He", "Piotr Dollár"],
    title: "Focal loss for dense object detection",
    venue: "ICCV",
    year: 2017,
    arxiv: "1708.02002",
    equation: "Eq. 5",
  },
  similarity: "either kind",
  params: {
    ...thresholdParams,
    kappa: number({
      symbol: "κ",
      label: "focusing exponent",
      default: 2,
      min: 0,
      max: 20,
      slider: [0, 5],
      effect: "Raises how much easy pairs are forgotten; 0 is binary cross-entropy.",
    }),
    w: number({
      symbol: "w",
      label: "positive weight",
      default: 0.5,
      min: 0,
      max: 1,
      slider: [0, 1],
      effect: "Weight of positives; negatives get the rest.",
    }),
  },
  pitfalls: ["Easy pairs lose their gradient much before the threshold's far side."],
  positive: {
    ...thresholdLogit,
    link: ({ kappa }) => focalLink(kappa),
    weight: { formula: "w", value: ({ w }) => w },
  },
  negative: {
    ...thresholdLogit,
    link: ({ kappa }) => focalLink(kappa),
    weight: { formula: "(1 - w)", value: ({ w }) => 1 - w },
  },
  boundary: ({ b }) => corner(b, b),
});

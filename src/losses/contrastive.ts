import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { distance, type DistanceName } from "./distances.ts";
import { halfSquare, halfSquaredHinge, hinge } from "./links.ts";
import { choice, number } from "./params.ts";

type Kind = "cosine" | "euclidean" | "squared";

/** Which distance a kind measures: `squared` squares the terms, not the distance. */
const distanceOf = (kind: Kind): DistanceName => (kind === "cosine" ? "cosine" : "euclidean");

const signOf = (kind: Kind): 1 | -1 => (kind === "cosine" ? -1 : 1);

/** Where a distance threshold lies on the cosine. */
const cosineAt = (kind: Kind, threshold: number): number =>
  kind === "cosine" ? threshold : 1 - threshold ** 2 / 2;

/** Contrastive loss: positives within one margin, negatives beyond another, each side by itself. */
export const contrastive = decoupledLoss({
  id: "contrastive",
  name: "Contrastive loss",
  family: "pair",
  source: {
    authors: ["Raia Hadsell", "Sumit Chopra", "Yann LeCun"],
    title: "Dimensionality reduction by learning an invariant mapping",
    venue: "CVPR",
    year: 2006,
    equation: "Eq. 4",
  },
  similarity: "sample–sample",
  batch: { anchors: "pairs", reduction: "mean" },
  params: {
    mPos: number({
      symbol: "m_p",
      label: "positive margin",
      default: 1,
      min: -1,
      max: 4,
      slider: [-1, 1],
      effect: "Positives beyond it are pulled (a cosine: below it; a distance: above it).",
    }),
    mNeg: number({
      symbol: "m_n",
      label: "negative margin",
      default: 0,
      min: -1,
      max: 4,
      slider: [-1, 2],
      effect: "Negatives on the wrong side of it are pushed (a cosine: above it; a distance: below it).",
    }),
    distance: choice({
      label: "distance",
      options: ["cosine", "euclidean", "squared"],
      default: "cosine",
      effect: "Cosine, chord, or half the squared hinge of the chord as in the original.",
    }),
    reduction: choice({
      label: "reduction",
      options: ["mean", "active"],
      default: "mean",
      effect: "Mean over all pairs of a side, or over those above zero.",
    }),
  },
  variants: {
    cosine: { note: "on cosines", params: { distance: "cosine", mPos: 1, mNeg: 0 } },
    euclidean: { note: "on chords, not squared", params: { distance: "euclidean", mPos: 0, mNeg: 1 } },
    squared: { note: "the original: half squared", params: { distance: "squared", mPos: 0, mNeg: 1 } },
    pml: {
      note: "pytorch-metric-learning",
      params: { distance: "euclidean", mPos: 0, mNeg: 1, reduction: "active" },
    },
  },
  pitfalls: [
    "pytorch-metric-learning does not square: its pull on positives does not fade as they come close.",
    "In cosines the push of the squared form grows without bound as $s_n → 1$; in the embedding it does not.",
  ],
  positive: {
    formula: ({ distance: kind }) => ({ cosine: "s - mPos", euclidean: "mPos - d", squared: "-d" })[kind],
    value: (s, { distance: kind, mPos }) =>
      (kind === "squared" ? 0 : signOf(kind) * mPos) - distance(distanceOf(kind)).of(s),
    slope: (s, { distance: kind }) => -distance(distanceOf(kind)).slope(s),
    link: ({ distance: kind }) => (kind === "squared" ? halfSquare : hinge),
    aggregate: ({ reduction }) => reduction,
  },
  negative: {
    formula: ({ distance: kind }) => (kind === "cosine" ? "s - mNeg" : "mNeg - d"),
    value: (s, { distance: kind, mNeg }) => signOf(kind) * mNeg - distance(distanceOf(kind)).of(s),
    slope: (s, { distance: kind }) => -distance(distanceOf(kind)).slope(s),
    link: ({ distance: kind }) => (kind === "squared" ? halfSquaredHinge : hinge),
    aggregate: ({ reduction }) => reduction,
  },
  boundary: ({ distance: kind, mPos, mNeg }) =>
    kind === "squared" ? [] : corner(cosineAt(kind, mPos), cosineAt(kind, mNeg)),
});

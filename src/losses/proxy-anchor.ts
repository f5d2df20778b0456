import { corner } from "./curves.ts";
import { decoupledLoss } from "./define.ts";
import { choice, number, scale } from "./params.ts";

const coefficient = (symbol: string, label: string) =>
  number({
    symbol,
    label,
    default: 1,
    min: 0,
    max: 1e6,
    slider: [0, 10],
    effect: "Multiplies this side's loss and gradient; 1 is the paper's mean over proxies.",
  });

/** Proxy-Anchor: a proxy pulls all samples of its class and pushes all others, each side in a softplus of its own. */
export const proxyAnchor = decoupledLoss({
  id: "proxy-anchor",
  name: "Proxy-Anchor",
  family: "proxy",
  source: {
    authors: ["Sungyeon Kim", "Dongwon Kim", "Minsu Cho", "Suha Kwak"],
    title: "Proxy anchor loss for deep metric learning",
    venue: "CVPR",
    year: 2020,
    arxiv: "2003.13911",
    equation: "Eq. 4",
  },
  similarity: "proxy–sample, the proxy as anchor",
  batch: ({ view }) =>
    view === "sample"
      ? { anchors: "class-weights", reduction: "mean" }
      : { anchors: "proxies", reduction: "sides" },
  params: {
    alpha: scale(32, [1, 128], "α"),
    delta: number({
      symbol: "δ",
      label: "margin",
      default: 0.1,
      min: -1,
      max: 1,
      slider: [-0.2, 0.6],
      effect: "Makes both sides harder: positives must exceed δ, negatives stay below −δ.",
    }),
    cp: coefficient("c_p", "coefficient of positives"),
    cn: coefficient("c_n", "coefficient of negatives"),
    view: choice({
      label: "anchor",
      options: ["proxy", "sample"],
      default: "proxy",
      effect: "One proxy against the samples of a batch, or one sample against all proxies.",
    }),
  },
  variants: {
    paper: { note: "with 1/|P⁺| and 1/|P|: mean over proxies", params: { cp: 1, cn: 1 } },
    "no-coefficients": { note: "without them, 10 classes all present", params: { cp: 10, cn: 10 } },
    sample: { note: "one sample's view: L other proxies of L + 1", params: { view: "sample" } },
    pml: { note: "pytorch-metric-learning", params: { alpha: 32, delta: 0.1, cp: 1, cn: 1 } },
  },
  pitfalls: [
    "No joint boundary: a large $s_p$ never makes up for a large $s_n$.",
    "The positive side is nearly silent above $δ$: late in training the loss is a push on negatives only.",
  ],
  positive: {
    formula: "alpha * (s - delta)",
    value: (s, { alpha, delta }) => alpha * (s - delta),
    slope: (_, { alpha }) => alpha,
    weight: { formula: "cp", value: ({ cp }) => cp },
    aggregate: ({ view }) => (view === "proxy" ? "logSumExp" : "mean"),
  },
  negative: {
    formula: "alpha * (s + delta)",
    value: (s, { alpha, delta }) => alpha * (s + delta),
    slope: (_, { alpha }) => alpha,
    weight: {
      formula: ({ view }) => (view === "proxy" ? "cn" : "cn / (L + 1)"),
      value: ({ cn, view }, count) => (view === "proxy" ? cn : cn / (count + 1)),
    },
    aggregate: ({ view }) => (view === "proxy" ? "logSumExp" : "sum"),
  },
  boundary({ alpha, delta }, offsets) {
    return corner(delta + offsets.positive / alpha, -delta - offsets.negative / alpha);
  },
});

import type { PanelsSpec } from "../panels.ts";
import type { Presets } from "./preset.ts";

const multiSimilarity = { id: "multi-similarity", params: { alpha: 2, beta: 50, lambda: 0.5 } };
const negative = { side: "negative" } as const;
const positive = { side: "positive" } as const;

const TEMPERATURES = { param: "tau", values: [0.05, 0.07, 0.1, 0.2, 0.5, 1] };
const infoNce = { id: "info-nce" };

const proxyNca = { id: "proxy-nca", params: { gamma: 1 } };
const proxyAnchor = { id: "proxy-anchor", params: { alpha: 32, delta: 0.1, cp: 1, cn: 1 } };
const three = [0.9, 0.5, 0.1];
const shares = { range: [0, 1.15], label: "share of the gradient" } as const;

/** How a gradient spreads over the members of a set. */
export const WEIGHTS: Presets<PanelsSpec> = {
  "ms-weights": {
    title: "Multi-similarity: the weight of a pair depends on itself and on the others",
    spec: {
      version: 1,
      kind: "panels",
      title: "Multi-similarity: pair weights ($λ = 0.5$)",
      size: { width: 1080, height: 460 },
      panels: [
        {
          title: "One negative alone",
          figure: {
            version: 1,
            kind: "curves",
            x: { range: [0, 1] },
            y: { range: [0, 1.05], label: "weight $|∂ℒ/∂s_n|$" },
            curves: [
              {
                loss: multiSimilarity,
                draw: { of: "weight", side: "negative" },
                vary: { param: "beta", values: [2, 10, 50] },
              },
            ],
            readings: [0.3, 0.5, 0.7],
            layers: { names: "key" },
          },
        },
        {
          title: "A negative among three",
          figure: {
            version: 1,
            kind: "curves",
            y: { range: [0, 1.15] },
            bars: [
              {
                name: "at 0.5, others at 0.4",
                loss: multiSimilarity,
                negatives: [0.5, 0.4, 0.4],
                member: negative,
              },
              { name: "all 0.1 closer", loss: multiSimilarity, negatives: [0.6, 0.5, 0.5], member: negative },
              {
                name: "only the others closer",
                loss: multiSimilarity,
                negatives: [0.5, 0.5, 0.5],
                member: negative,
              },
              {
                name: "positives closer",
                loss: multiSimilarity,
                positives: [0.7, 0.8],
                negatives: [0.5, 0.4, 0.4],
                member: negative,
              },
            ],
          },
        },
        {
          title: "A positive among three",
          figure: {
            version: 1,
            kind: "curves",
            bars: [
              {
                name: "at 0.6, others at 0.7",
                loss: multiSimilarity,
                positives: [0.6, 0.7, 0.7],
                member: positive,
              },
              { name: "all 0.1 lower", loss: multiSimilarity, positives: [0.5, 0.6, 0.6], member: positive },
              {
                name: "only the others lower",
                loss: multiSimilarity,
                positives: [0.6, 0.6, 0.6],
                member: positive,
              },
            ],
          },
        },
      ],
    },
  },
  "infonce-temperature": {
    title: "InfoNCE: a low temperature leaves the gradient to the hardest negatives",
    spec: {
      version: 1,
      kind: "panels",
      title: "InfoNCE: gradient share and temperature",
      columns: 2,
      size: { width: 1000, height: 480 },
      panels: [
        {
          title: "Which negatives receive it",
          figure: {
            version: 1,
            kind: "curves",
            y: { label: "density of the gradient", scale: "log", range: [1e-4, 30] },
            curves: [{ loss: infoNce, draw: { of: "share" }, vary: TEMPERATURES }],
          },
        },
        {
          title: "How much the positive receives",
          figure: {
            version: 1,
            kind: "curves",
            x: { range: [0, 1] },
            curves: [
              {
                loss: infoNce,
                draw: { of: "slice", quantity: "absDSp", fixed: { sn: 0.3 } },
                vary: TEMPERATURES,
              },
            ],
            y: { scale: "log", range: [1e-3, 30] },
            readings: [0.5],
          },
        },
      ],
    },
  },
  "proxy-anchor-fig3": {
    title: "Proxy-NCA versus Proxy-Anchor: who receives the gradient",
    spec: {
      version: 1,
      kind: "panels",
      title: "Proxy-NCA ($γ = 1$) versus Proxy-Anchor ($α = 32$, $δ = 0.1$)",
      columns: 2,
      size: { width: 820, height: 720 },
      panels: [
        {
          title: "Proxy-NCA: each positive alone with its proxy",
          figure: {
            version: 1,
            kind: "curves",
            y: shares,
            barHeight: "share",
            bars: three.map((s) => ({
              name: `$s_p = ${s}$`,
              loss: proxyNca,
              positives: [s],
              negatives: [0],
              member: positive,
            })),
          },
        },
        {
          title: "Proxy-Anchor: positives of one proxy",
          figure: {
            version: 1,
            kind: "curves",
            y: shares,
            barHeight: "share",
            bars: three.map((s, index) => ({
              name: `$s_p = ${s}$`,
              loss: proxyAnchor,
              positives: three,
              member: { ...positive, index },
            })),
          },
        },
        {
          title: "Proxy-NCA: other proxies of one sample",
          figure: {
            version: 1,
            kind: "curves",
            y: shares,
            barHeight: "share",
            bars: three.map((s, index) => ({
              name: `$s_n = ${s}$`,
              loss: proxyNca,
              positives: [0.9],
              negatives: three,
              member: { ...negative, index },
            })),
          },
        },
        {
          title: "Proxy-Anchor: negatives of one proxy",
          figure: {
            version: 1,
            kind: "curves",
            y: shares,
            barHeight: "share",
            bars: three.map((s, index) => ({
              name: `$s_n = ${s}$`,
              loss: proxyAnchor,
              negatives: three,
              member: { ...negative, index },
            })),
          },
        },
      ],
    },
  },
};

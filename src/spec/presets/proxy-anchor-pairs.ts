import type { PairsSpec } from "../pairs-schema.ts";
import type { PanelsSpec } from "../panels.ts";
import type { Presets } from "./preset.ts";

/** Read off the figure: the same small batch in every panel, and a proxy for each class. */
const nodes: PairsSpec["nodes"] = [
  { name: "c0", class: "circle", at: [0.12, 0.17] },
  { name: "c1", class: "circle", at: [0.61, 0.08] },
  { name: "c2", class: "circle", at: [0.25, 0.34] },
  { name: "s0", class: "square", at: [0.83, 0.13] },
  { name: "s1", class: "square", at: [0.52, 0.27] },
  { name: "s2", class: "square", at: [0.74, 0.49] },
  { name: "s3", class: "square", at: [0.88, 0.78] },
  { name: "p0", class: "pentagon", at: [0.54, 0.62] },
  { name: "p1", class: "pentagon", at: [0.4, 0.72] },
  { name: "p2", class: "pentagon", at: [0.12, 0.76] },
  { name: "Pc", class: "circle", at: [0.28, 0.21], proxy: true },
  { name: "Ps", class: "square", at: [0.81, 0.36], proxy: true },
  { name: "Pp", class: "pentagon", at: [0.27, 0.6], proxy: true },
];

type Rest = Omit<PairsSpec, "version" | "kind" | "nodes" | "anchor">;

const panel = (title: string, anchor: string, rest: Rest): PanelsSpec["panels"][number] => ({
  title,
  figure: { version: 1, kind: "pairs", nodes, anchor, ...rest },
});

// the paper's picks: c1 is the hardest positive; p0 is not the hardest pentagon, so it is named
const triplet = panel("Triplet", "c2", {
  loss: { id: "triplet:cosine", params: { margin: 0.1 } },
  positives: "hardest",
  negatives: ["p0"],
});

const nPair = (gamma: number): PanelsSpec["panels"][number] =>
  panel("N-pair", "c2", {
    loss: { id: "n-pair", params: { gamma } },
    positives: "hardest",
    negatives: ["s1", "p0"],
  });

const lifted = panel("Lifted structure", "c2", {
  loss: { id: "lifted-structure", params: { margin: 1 } },
  positives: "hardest",
  // all but s0, as it is drawn; those of the other end of the pair, c1, are left out too
  negatives: ["s1", "s2", "s3", "p0", "p1", "p2"],
});

const proxyNca = (gamma: number): PanelsSpec["panels"][number] =>
  panel("Proxy-NCA", "c2", { loss: { id: "proxy-nca", params: { gamma } } });

/** The derivatives of its positives lie powers of ten apart, and far below those of its negatives. */
const proxyAnchor = (alpha: number, decades: number): PanelsSpec["panels"][number] =>
  panel("Proxy-Anchor", "Pc", {
    loss: { id: "proxy-anchor", params: { alpha, delta: 0.1, cp: 1, cn: 1 } },
    width: "logarithmic",
    decades,
  });

/** Proxy-Anchor paper, Fig. 2, and its scaled losses at other scales. */
export const PROXY_ANCHOR_PAIRS: Presets<PanelsSpec> = {
  "proxy-anchor-fig2": {
    title: "Proxy-Anchor paper, Fig. 2: which pairs five losses see, and how strongly",
    spec: {
      version: 1,
      kind: "panels",
      columns: 4,
      panels: [
        triplet,
        nPair(1),
        lifted,
        proxyNca(1),
        proxyAnchor(32, 18),
        nPair(16),
        proxyNca(16),
        proxyAnchor(8, 6),
      ],
    },
  },
};

import { figureFacts, type FigureSpec, findPreset } from "../../src/index.ts";

/** Figures and numbers of the notebook from pairs to proxies. */

type PairsSpec = Extract<FigureSpec, { readonly kind: "pairs" }>;

export const LOSSES = ["triplet", "N-pair", "lifted structure", "Proxy-NCA", "Proxy-Anchor"] as const;
export type LossName = (typeof LOSSES)[number];

/** The batch of the paper's figure, as the preset has it. */
function batch(): PairsSpec["nodes"] {
  const { spec } = findPreset("proxy-anchor-fig2");
  const [first] = spec.kind === "panels" ? spec.panels : [];
  return first?.figure.kind === "pairs" ? first.figure.nodes : [];
}

/** One loss's association of that batch, at one scale. */
export function association(name: LossName, scale: number): PairsSpec {
  const base = { version: 1, kind: "pairs", nodes: batch() } as const;
  switch (name) {
    case "triplet":
      return {
        ...base,
        anchor: "c2",
        loss: { id: "triplet:cosine", params: { margin: 0.1 } },
        positives: "hardest",
        negatives: ["p0"],
      };
    case "N-pair":
      return {
        ...base,
        anchor: "c2",
        loss: { id: "n-pair", params: { gamma: scale } },
        positives: "hardest",
        negatives: ["s1", "p0"],
      };
    case "lifted structure":
      return {
        ...base,
        anchor: "c2",
        loss: { id: "lifted-structure", params: { margin: 1 } },
        positives: "hardest",
        negatives: ["s1", "s2", "s3", "p0", "p1", "p2"],
      };
    case "Proxy-NCA":
      return { ...base, anchor: "c2", loss: { id: "proxy-nca", params: { gamma: scale } } };
    case "Proxy-Anchor":
      return {
        ...base,
        anchor: "Pc",
        loss: { id: "proxy-anchor", params: { alpha: scale, delta: 0.1, cp: 1, cn: 1 } },
        width: "logarithmic",
      };
  }
}

/** An edge of a diagram: whom it joins to the anchor, how similar they are, and ∂ℒ/∂s. */
export interface Edge {
  readonly to: string;
  readonly similarity: number;
  readonly derivative: number;
}

/** The edges of a diagram, as its facts tell them. */
export function edgesOf(spec: PairsSpec): readonly Edge[] {
  const { edges } = figureFacts(spec);
  return edges as unknown as readonly Edge[];
}

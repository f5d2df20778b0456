import type { LandscapeSpec } from "../landscape-schema.ts";
import type { Presets } from "./preset.ts";

const paperPoints: LandscapeSpec["points"] = [
  { name: "A", sn: 0.2, sp: 0.2 },
  { name: "C", sn: 0.5, sp: 0.5 },
  { name: "B", sn: 0.75, sp: 0.75 },
];

/** One loss over the plane, one figure each. */
export const LANDSCAPES: Presets<LandscapeSpec> = {
  "circle-region": {
    title: "Circle loss: the target region and the pace of every pair",
    spec: {
      version: 1,
      loss: { id: "circle", params: { gamma: 256, margin: 0.25 } },
      points: [...paperPoints, { name: "T", at: "tangent" }, { name: "T′", at: "boundary", sn: 0.1 }],
    },
  },
  "circle-plane": {
    title: "Circle loss on the whole plane: the clamp below s_n = −m",
    spec: {
      version: 1,
      loss: { id: "circle", params: { gamma: 64, margin: 0.25 }, gradient: "attached" },
      axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
      quantity: "logLoss",
      points: [{ name: "T", at: "tangent" }],
    },
  },
  "am-softmax-region": {
    title: "AM-Softmax: one slope for every pair",
    spec: {
      version: 1,
      loss: { id: "am-softmax", params: { gamma: 30, margin: 0.35 } },
      points: paperPoints,
    },
  },
  "triplet-region": {
    title: "Triplet loss: nothing beyond the margin",
    spec: { version: 1, loss: { id: "triplet:cosine", params: { margin: 0.3 } }, points: paperPoints },
  },
  "proxy-anchor-region": {
    title: "Proxy-Anchor: two thresholds that do not see each other",
    spec: {
      version: 1,
      loss: { id: "proxy-anchor" },
      axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
    },
  },
  "typed-soft-clamp": {
    title: "A typed loss: Circle loss with a soft clamp on its negatives, without the kink at s_n = −m",
    spec: {
      version: 1,
      loss: {
        id: "formula",
        formula: [
          'name = "Circle loss with a soft clamp"',
          'gamma = 64 in [1, 1024] log "scale"',
          'm = 0.25 in [-0.2, 0.6] "relaxation"',
          'k = 8 in [1, 64] log "sharpness of the clamp"',
          "A_p = gamma * (1 + m - s) * (s - 1 + m)",
          "A_n = gamma * softplus(k * (s + m)) / k * (s - m)",
        ].join("\n"),
      },
      axes: { negative: { range: [-1, 1] } },
      quantity: "logLoss",
    },
  },
  "multi-similarity-pull": {
    title: "Multi-similarity: every positive is pulled with about half the largest force",
    spec: { version: 1, loss: { id: "multi-similarity" }, quantity: "absDSp" },
  },
};

import type { CurvesSpec } from "../curves-schema.ts";
import type { Presets } from "./preset.ts";

const draw = { of: "positiveTransform", perScale: true } as const;

/** ArcFace paper, Fig. 4(b): the target logit of the true class without its scale. */
export const ARCFACE_CURVES: Presets<CurvesSpec> = {
  "arcface-fig4b": {
    title: "Target logits of the softmax family over the angle to the true class",
    spec: {
      version: 1,
      kind: "curves",
      title: "Target logits of the softmax family",
      size: { height: 480 },
      x: { of: "degrees", range: [20, 100], label: "angle to the true class $θ$" },
      y: { label: "target logit $T(θ)$ without scale" },
      curves: [
        { name: "softmax", loss: { id: "normface" }, draw },
        { name: "SphereFace, $m = 1.35$", loss: { id: "combined-margin:sphereface" }, draw },
        { name: "SphereFace, $m = 4$, $λ = 5$", loss: { id: "sphereface:training" }, draw },
        { name: "ArcFace, $m = 0.5$", loss: { id: "arcface", params: { margin: 0.5 } }, draw },
        { name: "CosFace, $m = 0.35$", loss: { id: "am-softmax", params: { margin: 0.35 } }, draw },
        { name: "CM1 (1, 0.3, 0.2)", loss: { id: "combined-margin:cm1" }, draw },
        { name: "CM2 (0.9, 0.4, 0.15)", loss: { id: "combined-margin:cm2" }, draw },
      ],
      readings: [20, 30, 60, 90, 100],
    },
  },
};

import type { CurvesSpec } from "../curves-schema.ts";
import type { Presets } from "./preset.ts";

const circle = { id: "circle", params: { margin: 0.25 } };
const { PI } = Math;

/** The post on Circle loss, its third picture: what each similarity is scored, over its angle. */
export const BLOG_CURVES: Presets<CurvesSpec> = {
  "blog-transforms": {
    title: "Circle loss: the score of a positive and of a negative over their angles",
    spec: {
      version: 1,
      kind: "curves",
      title: "Circle loss: what a similarity is scored at each angle",
      x: { of: "radians", label: "angle $θ$" },
      y: { range: [-4.1, 1.2], label: "score without $γ$" },
      curves: [
        {
          name: "$α_p(s_p − Δ_p)$",
          loss: circle,
          draw: { of: "positiveTransform", perScale: true },
        },
        {
          name: "$α_n(s_n − Δ_n)$",
          loss: circle,
          draw: { of: "negativeTransform", perScale: true },
        },
      ],
      readings: [0, PI / 4, PI / 3, PI / 2, (2 * PI) / 3, (3 * PI) / 4, PI],
      layers: { names: "key" },
    },
  },
};

import type { LandscapeSpec } from "../landscape-schema.ts";
import type { PanelsSpec } from "../panels.ts";
import type { Presets } from "./preset.ts";

const margin = 0.25;

/** The three pairs of the catalogue's Fig. 1, all on the diagonal. */
const pairs: LandscapeSpec["points"] = [
  { name: "A", sn: 0.2, sp: 0.2 },
  { name: "C", sn: 0.5, sp: 0.5 },
  { name: "B", sn: 0.75, sp: 0.75 },
];
const layers: LandscapeSpec["layers"] = { field: false, isolines: 0, arrows: 0, pointArrows: true };
const diagonal = { slope: 1, intercept: 0 };

/**
 * Circle loss, Fig. 1 (arXiv 2002.10857): what reducing s_n − s_p does to three pairs, and what Circle loss does. (a)
 * has the numbers of the paper's text, m = 0.3 with T and T′ as written there; (b) has its usual m.
 */
export const CIRCLE_FIG1: Presets<PanelsSpec> = {
  "circle-fig1": {
    title: "Circle loss, Fig. 1: optimisation manners",
    spec: {
      version: 1,
      kind: "panels",
      title: "Two ways to optimise a pair",
      size: { width: 720, height: 430 },
      panels: [
        {
          title: "reduce $s_n − s_p$ (AM-Softmax)",
          figure: {
            version: 1,
            loss: { id: "am-softmax", params: { gamma: 64, margin: 0.3 } },
            layers,
            guides: [diagonal],
            points: [
              ...pairs,
              { name: "T", at: "boundary", sn: 0.2 },
              { name: "T′", at: "boundary", sn: 0.4 },
            ],
          },
        },
        {
          title: "Circle loss",
          figure: {
            version: 1,
            loss: { id: "circle", params: { gamma: 256, margin } },
            layers,
            guides: [diagonal, { slope: 1, intercept: 1 - 2 * margin }],
            points: [...pairs, { name: "T", at: "tangent" }, { name: "T′", at: "boundary", sn: 0.1 }],
          },
        },
      ],
    },
  },
};

import type { PanelsSpec } from "../panels.ts";
import type { ScatterSpec } from "../scatter.ts";
import type { Presets } from "./preset.ts";

/**
 * The same start for every panel: before training positives and negatives are alike, and no pair has reached a
 * boundary. Mean and spread are chosen so that AM-Softmax, whose field is one straight direction and keeps the spread,
 * is crossed about where the paper's Fig. 5a has it; the narrower passages of Circle loss then follow.
 */
const cloud: ScatterSpec["cloud"] = {
  pairs: 1500,
  seed: 5,
  start: { sn: [0.5, 0.068], sp: [0.46, 0.068] },
  learningRate: 0.1,
  longestStep: 0.005,
  steps: 400,
  noise: 0.002,
};

const panel = (loss: ScatterSpec["loss"], readings: readonly number[]): ScatterSpec => ({
  version: 1,
  kind: "scatter",
  loss,
  axes: { negative: { range: [0, 0.5] }, positive: { range: [0.5, 1] } },
  cloud,
  readings,
});

const circle = (margin: number): ScatterSpec["loss"] => ({
  id: "circle",
  params: { gamma: 256, margin },
  // the curl-free field, along which the boundary is met at right angles
  gradient: "attached",
});

/** Circle paper, Fig. 5: a simulated cloud in place of the pairs of a trained face network. */
export const CIRCLE_SCATTER: Presets<PanelsSpec> = {
  "circle-fig5": {
    title: "Circle paper, Fig. 5: pairs after convergence, and the narrowing passage through the boundary",
    spec: {
      version: 1,
      kind: "panels",
      panels: [
        {
          title: "AM-Softmax, $m = 0.35$",
          figure: panel({ id: "am-softmax", params: { gamma: 64, margin: 0.35 } }, [0.15, 0.325, 0.5]),
        },
        { title: "Circle loss, $m = 0.325$", figure: panel(circle(0.325), [0, 0.243, 0.325, 0.401]) },
        { title: "Circle loss, $m = 0.25$", figure: panel(circle(0.25), [0, 0.215, 0.25, 0.33]) },
      ],
    },
  },
};

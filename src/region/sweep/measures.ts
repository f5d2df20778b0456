/** What a measure is taken from: the boundary, the loss on the nodes of a grid, or its gradient there. */
export type Origin = "boundary" | "value" | "gradient";

export interface Measure {
  readonly from: Origin;
  readonly unit: string;
  readonly meaning: string;
}

/** What a sweep can take of a loss over a frame. NaN stands for what a loss does not have. */
export const MEASURES = {
  area: {
    from: "boundary",
    unit: "s_n · s_p",
    meaning: "area of the target region z < 0 in the frame; from the closed-form boundary where there is one",
  },
  share: { from: "boundary", unit: "of the frame, 0 to 1", meaning: "that area as a share of the frame" },
  "boundary.sn": {
    from: "boundary",
    unit: "s_n",
    meaning: "where the boundary meets the upper edge of the frame (s_p = 1), nearest to s_n's lower end",
  },
  "boundary.sp": {
    from: "boundary",
    unit: "s_p",
    meaning: "where it meets the left edge (s_n = 0), nearest to s_p's upper end",
  },
  "T.sn": { from: "boundary", unit: "s_n", meaning: "T, the point of smallest gap s_p − s_n on an arc" },
  "T.sp": { from: "boundary", unit: "s_p", meaning: "its other coordinate" },
  active: {
    from: "gradient",
    unit: "of the frame, 0 to 1",
    meaning: "share with a gradient longer than the threshold; a node at an edge counts half",
  },
  vanishing: {
    from: "gradient",
    unit: "of the frame, 0 to 1",
    meaning: "share with one no longer than that",
  },
  maxGradient: {
    from: "gradient",
    unit: "loss per unit of similarity",
    meaning: "largest length of ∂ℒ/∂(s_n, s_p) on the nodes",
  },
  minLoss: { from: "value", unit: "loss", meaning: "smallest loss on the nodes" },
  maxLoss: { from: "value", unit: "loss", meaning: "largest loss on the nodes" },
  masked: { from: "value", unit: "nodes", meaning: "number of nodes without a finite loss" },
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];

/** What an axis shows of a similarity s: s itself, θ = arccos s, or the chord d = √(2 − 2s). */
export const UNITS = ["cosine", "radians", "degrees", "chord"] as const;
export type Unit = (typeof UNITS)[number];

/** The coordinates that s in [−1, 1] can take in each unit. */
export const LEGAL_RANGE: Readonly<Record<Unit, readonly [number, number]>> = {
  cosine: [-1, 1],
  radians: [0, Math.PI],
  degrees: [0, 180],
  chord: [0, 2],
};

/** The range shown unless another is asked for: orthogonal to identical. */
export const USUAL_RANGE: Readonly<Record<Unit, readonly [number, number]>> = {
  cosine: [0, 1],
  radians: [0, Math.PI],
  degrees: [0, 180],
  chord: [0, 2],
};

/** One axis: a unit and the coordinates at its start and end; a falling range runs the other way round. */
export interface Axis {
  readonly unit: Unit;
  readonly range: readonly [number, number];
}

/** Which similarity an axis carries. */
export type Similarity = "negative" | "positive";

/** The two axes of the plane; `horizontal` says which similarity runs to the right. */
export interface Axes {
  readonly negative: Axis;
  readonly positive: Axis;
  readonly horizontal: Similarity;
}

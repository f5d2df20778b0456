import { angleOf, chordOf, sineOf } from "../numerics/sphere.ts";
import type { Axes, Axis, Similarity, Unit } from "../spec/axes.ts";

const DEGREE = Math.PI / 180;

/** The similarity s at a coordinate of an axis. */
export function similarityAt(unit: Unit, coordinate: number): number {
  switch (unit) {
    case "cosine":
      return coordinate;
    case "radians":
      return Math.cos(coordinate);
    case "degrees":
      return Math.cos(coordinate * DEGREE);
    case "chord":
      return 1 - coordinate ** 2 / 2;
  }
}

/** The coordinate of a similarity s. */
export function coordinateOf(unit: Unit, s: number): number {
  switch (unit) {
    case "cosine":
      return s;
    case "radians":
      return angleOf(s);
    case "degrees":
      return angleOf(s) / DEGREE;
    case "chord":
      return chordOf(s);
  }
}

/** ds/d(coordinate): turns a derivative by s into one by the coordinate. */
export function similarityRate(unit: Unit, s: number): number {
  switch (unit) {
    case "cosine":
      return 1;
    case "radians":
      return -sineOf(s);
    case "degrees":
      return -sineOf(s) * DEGREE;
    case "chord":
      return -chordOf(s);
  }
}

/**
 * Similarities at `count` nodes from one end of the axis to the other, both ends included; of them the `length`
 * from node `first` on, to the bit what they are among all.
 */
export function nodesOf(
  { unit, range: [start, end] }: Axis,
  count: number,
  first = 0,
  length = count - first,
): Float64Array {
  const step = (end - start) / (count - 1);
  return Float64Array.from({ length }, (_, k) => {
    const i = first + k;
    return similarityAt(unit, i === count - 1 ? end : start + i * step);
  });
}

/** The axis that runs to the right, and the one that runs up, with the similarity each carries. */
export function placed(axes: Axes): { readonly horizontal: PlacedAxis; readonly vertical: PlacedAxis } {
  const other: Similarity = axes.horizontal === "negative" ? "positive" : "negative";
  return {
    horizontal: { ...axes[axes.horizontal], similarity: axes.horizontal },
    vertical: { ...axes[other], similarity: other },
  };
}

export interface PlacedAxis extends Axis {
  readonly similarity: Similarity;
}

/** The similarities that an axis covers, in rising order. */
export function similarityRange({ unit, range }: Axis): [number, number] {
  const ends = range.map((coordinate) => similarityAt(unit, coordinate));
  return [Math.min(...ends), Math.max(...ends)];
}

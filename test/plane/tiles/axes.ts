import { nodesOf } from "../../../src/plane/axis.ts";
import type { Axes, Axis } from "../../../src/spec/axes.ts";

/** Every unit on either axis, rising and falling, either way round. */
export const AXES: readonly Axes[] = (
  [
    [
      { unit: "cosine", range: [-1, 1] },
      { unit: "cosine", range: [0, 1] },
    ],
    [
      { unit: "degrees", range: [120, 10] },
      { unit: "radians", range: [0, Math.PI] },
    ],
    [
      { unit: "radians", range: [0.2, 3] },
      { unit: "chord", range: [2, 0] },
    ],
    [
      { unit: "chord", range: [0.2, 1.9] },
      { unit: "degrees", range: [0, 90] },
    ],
  ] as const satisfies readonly (readonly [Axis, Axis])[]
).flatMap(([negative, positive]): Axes[] => [
  { negative, positive, horizontal: "negative" },
  { negative, positive, horizontal: "positive" },
]);

/** (s_p, s_n) of every cell of a grid, in the field's order. */
export function cellsOf(axes: Axes, columns: number, rows: number): readonly (readonly [number, number])[] {
  const isAcross = axes.horizontal === "negative";
  const negatives = nodesOf(axes.negative, isAcross ? columns : rows);
  const positives = nodesOf(axes.positive, isAcross ? rows : columns);
  return Array.from({ length: columns * rows }, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    return isAcross ? [positives[row], negatives[column]] : [positives[column], negatives[row]];
  });
}

import type { Point } from "../losses/curves.ts";
import { boundaryPoints } from "./boundaries-table.ts";
import { numbers, pointColumns, type Table, words } from "./figure-table.ts";
import type { ScatterData } from "./scatter-data.ts";

/** Every pair where it started and where it ended, under one number, and points along the boundary. */
export function scatterTable({ cloud, ends, boundary }: ScatterData): Table {
  const sets: readonly (readonly [string, readonly Point[]])[] = [
    ["start", cloud?.starts ?? []],
    ["end", ends],
    ["boundary", boundaryPoints(boundary).flat()],
  ];
  const all = sets.flatMap(([, points]) => points);
  return {
    columns: [
      words(
        "set",
        "start or end of a pair, or a point of the boundary",
        sets.flatMap(([name, points]) => points.map(() => name)),
      ),
      numbers(
        "index",
        "number of the pair, or of the point along the boundary, from 1",
        sets.flatMap(([, points]) => points.map((_, i) => i + 1)),
      ),
      ...pointColumns(all),
    ],
  };
}

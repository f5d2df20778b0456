import type { ResolvedSurface } from "../spec/surface.ts";
import { lossColumns, nodeColumns, type Table } from "./figure-table.ts";
import { heightName } from "./surface-labels.ts";
import type { SurfaceData } from "./surface-data.ts";

/** Loss, both partials, what is drawn and its height at every node of the surface. */
export function surfaceTable(figure: ResolvedSurface, { loss, grid }: SurfaceData): Table {
  const { axes, counts, quantity, colour } = figure;
  const { columns, rows } = grid;
  const on = { ...figure.loss, loss, counts };
  return {
    columns: [
      ...nodeColumns(axes, columns, rows),
      ...lossColumns(on, axes, { columns, rows }, [quantity, colour]),
      { name: "height", note: heightName(figure), values: Float64Array.from(grid.heights) },
    ],
    grid: { rows, columns },
  };
}

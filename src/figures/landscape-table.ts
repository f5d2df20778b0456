import type { ResolvedLandscape } from "../spec/landscape.ts";
import { lossColumns, nodeColumns, type Table } from "./figure-table.ts";
import type { LandscapeData } from "./landscape.ts";

/** Loss, both partials and what is drawn at every node of the field. */
export function landscapeTable(figure: ResolvedLandscape, { loss, field }: LandscapeData): Table {
  const { axes, counts, quantity } = figure;
  const { columns, rows } = field;
  const on = { ...figure.loss, loss, counts };
  return {
    columns: [...nodeColumns(axes, columns, rows), ...lossColumns(on, axes, { columns, rows }, [quantity])],
    grid: { rows, columns },
  };
}

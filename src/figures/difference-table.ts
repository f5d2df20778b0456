import { sampleLoss } from "../plane/engine.ts";
import { CHANNELS_OF, quantityNumbers } from "../plane/quantity.ts";
import type { ResolvedDifference } from "../spec/difference.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { DifferenceData, Side } from "./difference-data.ts";
import { type Column, nodeColumns, type Table } from "./figure-table.ts";
import { plainLabel } from "./label.ts";

/** What is drawn at every node, and the numbers of both losses that it comes from. */
export function differenceTable(figure: ResolvedDifference, data: DifferenceData): Table {
  const { columns, rows } = data.field;
  // of an angle between gradients, the directions of both
  const quantity = figure.quantity ?? "direction";
  const size = { columns, rows, channels: CHANNELS_OF[quantity] };
  const side = (name: "a" | "b", { on, name: of }: Side): Column => ({
    name,
    note: `${QUANTITIES[quantity].name}: ${plainLabel(of)}`,
    values: quantityNumbers(sampleLoss(on, figure.axes, size), quantity),
  });
  return {
    columns: [
      ...nodeColumns(figure.axes, columns, rows),
      { name: "difference", note: data.shown.name, values: data.quantity.values },
      side("a", data.a),
      side("b", data.b),
    ],
    grid: { rows, columns },
  };
}

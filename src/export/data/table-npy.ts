import type { Table } from "../../figures/figure-table.ts";
import { InputError } from "../../losses/errors.ts";
import { floats, npyFile } from "../npy.ts";

/**
 * The nodes of a figure's grid as an array of shape (rows, columns, numbers): the first row at the bottom, the
 * numbers in the order of the table's columns. Throws `InputError` for a figure without a grid.
 */
export function tableNpy({ columns, grid }: Table, kind: string): Uint8Array {
  if (grid === undefined)
    throw new InputError(
      `invalid format: npy for ${kind}; expected a landscape, a surface or a difference, or csv or data as the format`,
    );
  const numbers = columns.flatMap(({ values }) => (Array.isArray(values) ? [] : [values]));
  const elements = new Float64Array(grid.rows * grid.columns * numbers.length);
  numbers.forEach((values, channel) => {
    for (let node = 0; node < values.length; node++)
      elements[node * numbers.length + channel] = Number(values[node]);
  });
  return npyFile(floats(64, [grid.rows, grid.columns, numbers.length]), elements);
}

import { rowsOf, type Column, type Table } from "../../figures/figure-table.ts";
import { csvLine, decimals64 } from "../csv.ts";

/**
 * A header and a line to each row (RFC 4180, lines ended as those of grids). Numbers in the shortest decimals that
 * read back the same; `NaN`, `Infinity` and `-Infinity` for what is none.
 */
export function tableCsv(table: Table): string {
  const cells = table.columns.map(cellsOf);
  const lines = [csvLine(table.columns.map(({ name }) => quoted(name)))];
  for (let row = 0; row < rowsOf(table); row++) lines.push(csvLine(cells.map((cell) => cell(row))));
  return lines.join("");
}

function cellsOf({ values }: Column): (row: number) => string {
  return (row) => {
    const value = values[row];
    return typeof value === "string" ? quoted(value) : decimals64(value);
  };
}

/** What a comma, a quote or a line's end would break stands between quotes. */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

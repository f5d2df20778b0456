import { type Column, rowsOf, type Table, words } from "./figure-table.ts";
import { letterOf } from "./panels-caption.ts";

/** The tables of all panels, one below the other; a column that a panel does not have is NaN or empty there. */
export function panelsTable(tables: readonly Table[]): Table {
  const total = tables.reduce((sum, table) => sum + rowsOf(table), 0);
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  const letters = tables.flatMap((table, i) => Array.from({ length: rowsOf(table) }, () => letterOf(i)));
  return {
    columns: [
      words("panel", "letter of the panel", letters),
      ...names.map((name) => joined(name, tables, total)),
    ],
    parts: tables.map((table) => ({ length: rowsOf(table), grid: table.grid })),
  };
}

function joined(name: string, tables: readonly Table[], total: number): Column {
  const found = tables.map(({ columns }) => columns.find((column) => column.name === name));
  const note = [...new Set(found.flatMap((column) => column?.note ?? []))].join("; ");
  if (found.some((column) => column !== undefined && Array.isArray(column.values)))
    return words(
      name,
      note,
      tables.flatMap((table, i) =>
        Array.from(found[i]?.values ?? Array.from({ length: rowsOf(table) }, () => ""), String),
      ),
    );
  const values = new Float64Array(total).fill(NaN);
  let at = 0;
  tables.forEach((table, i) => {
    const column = found[i];
    if (column !== undefined) values.set(column.values as ArrayLike<number>, at);
    at += rowsOf(table);
  });
  return { name, note, values };
}

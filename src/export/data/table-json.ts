import type { Table } from "../../figures/figure-table.ts";
import type { Facts } from "../../figures/prepared.ts";

/**
 * The recipe of a figure, by which it opens again, the facts, and the table by columns; null for what is no number.
 * `recipe` is JSON of an object.
 */
export function tableJson(recipe: string, facts: Facts, { columns, grid }: Table): string {
  const document = {
    ...(JSON.parse(recipe) as object),
    facts,
    table: {
      ...(grid && { grid }),
      columns: columns.map(({ name, note, values }) => ({ name, note, values: Array.from<unknown>(values) })),
    },
  };
  return `${JSON.stringify(document)}\n`;
}

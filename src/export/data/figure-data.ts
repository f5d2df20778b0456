import { prepareFigure } from "../../figures/figure.ts";
import type { Table } from "../../figures/figure-table.ts";
import { type FigureSpec, resolveFigure } from "../../spec/figure.ts";
import { utf8 } from "../bytes.ts";
import { recipeOf } from "../figure.ts";
import { tableCsv } from "./table-csv.ts";
import { tableJson } from "./table-json.ts";
import { tableNpy } from "./table-npy.ts";

/** What a figure draws as a table. Throws `InputError` for a loss or parameters that are not legal. */
export const figureTable = (spec: FigureSpec): Table => prepareFigure(resolveFigure(spec)).table();

export const figureCsv = (spec: FigureSpec): Uint8Array => utf8(tableCsv(figureTable(spec)));

/** Throws `InputError` for a figure without a field. */
export const figureNpy = (spec: FigureSpec): Uint8Array =>
  tableNpy(figureTable(spec), resolveFigure(spec).kind);

export function figureData(spec: FigureSpec): Uint8Array {
  const prepared = prepareFigure(resolveFigure(spec));
  return utf8(tableJson(recipeOf(spec), prepared.facts(), prepared.table()));
}

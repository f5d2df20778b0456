import { type Column, rowsOf, type Table } from "../../figures/figure-table.ts";
import { InputError } from "../../losses/errors.ts";
import { inWords } from "../../region/number-words.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { tableAway } from "../view/drawing/picture.ts";
import { words } from "../words/words.ts";

const SETTLE = 300;
/** More rows than these help nobody on a page; the file has all. */
const MOST_ROWS = 300;
/** Nodes along each side of a grid. */
const NODES = 11;

/** The numbers behind the figure, as a table to read or to hear. Made when it is opened, and kept up while it is open. */
export function tablePanel(history: History): HTMLDetailsElement {
  const note = make("p", { class: "hint", role: "status" });
  const room = make("div", {
    class: "table-room",
    tabindex: 0,
    role: "region",
    "aria-label": words.table.title,
  });
  const panel = make("details", { class: "panel" }, make("summary", {}, words.table.title), note, room);
  let turn = 0;
  const fill = async (): Promise<void> => {
    const own = ++turn;
    try {
      const table = await tableAway(history.shown.figure);
      if (own !== turn || !panel.open) return;
      const rows = shownRows(table);
      note.textContent = words.table.rows(rows.length, rowsOf(table));
      room.replaceChildren(tableElement(table, rows));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (own !== turn) return;
      note.textContent = words.told(error.message);
      room.replaceChildren();
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    if (panel.open) timer = setTimeout(() => void fill(), SETTLE);
  };
  panel.addEventListener("toggle", () => (panel.open ? void fill() : room.replaceChildren()));
  history.watch(later);
  return panel;
}

/** Of a grid some nodes, evenly; of other tables the first rows; of panels as many of each. */
function shownRows(table: Table): number[] {
  const parts = table.parts ?? [{ length: rowsOf(table), grid: table.grid }];
  const share = Math.floor(MOST_ROWS / parts.length);
  const all: number[] = [];
  let from = 0;
  for (const { length, grid } of parts) {
    const rows = grid ? someNodes(grid, Math.floor(Math.sqrt(share))) : range(Math.min(share, length));
    for (const row of rows) all.push(from + row);
    from += length;
  }
  return all;
}

function someNodes({ rows, columns }: NonNullable<Table["grid"]>, most: number): number[] {
  const some = (count: number): number[] => {
    const shown = Math.min(NODES, most, count);
    return range(shown).map((i) => Math.round((i * (count - 1)) / Math.max(1, shown - 1)));
  };
  return some(rows).flatMap((row) => some(columns).map((column) => row * columns + column));
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

const tableElement = ({ columns }: Table, rows: readonly number[]): HTMLElement =>
  make(
    "table",
    {},
    make(
      "thead",
      {},
      make("tr", {}, ...columns.map(({ name, note }) => make("th", { scope: "col", title: note }, name))),
    ),
    make(
      "tbody",
      {},
      ...rows.map((row) => make("tr", {}, ...columns.map((column) => make("td", {}, cellText(column, row))))),
    ),
  );

function cellText({ values }: Column, row: number): string {
  const value = values[row];
  if (typeof value === "string") return value;
  return Number.isNaN(value) ? "–" : inWords(value);
}

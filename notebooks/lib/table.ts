import { element, type Words, wordsOf } from "./element.ts";
import { scrollable } from "./scrollable.ts";

export interface TableOptions {
  readonly caption: Words;
  readonly columns: readonly Words[];
  /** The first entry of a row is its name. */
  readonly rows: readonly (readonly (number | Words)[])[];
  /** Significant digits of numbers; six, as in most papers' tables of such values. */
  readonly digits?: number;
}

let lastId = 0;

/** A table of numbers, to be read aloud and printed; where it is too wide for the page it scrolls by itself. */
export function table({ caption, columns, rows, digits = 6 }: TableOptions): HTMLElement {
  const head = element(
    "tr",
    {},
    ...columns.map((column) =>
      column === "" ? element("td") : element("th", { scope: "col" }, ...wordsOf(column)),
    ),
  );
  const body = rows.map(([name, ...values]) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, ...shown(name, digits)),
      ...values.map((value) =>
        element("td", typeof value === "number" ? { class: "number" } : {}, ...shown(value, digits)),
      ),
    ),
  );
  const id = `table-${++lastId}`;
  const title = element("caption", { id }, ...wordsOf(caption));
  const whole = element(
    "table",
    { class: "numbers" },
    title,
    element("thead", {}, head),
    element("tbody", {}, ...body),
  );
  return scrollable(element("div", { class: "wide", role: "group", "aria-labelledby": id }, whole));
}

const shown = (value: number | Words, digits: number): readonly (string | Node)[] =>
  typeof value === "number" ? [number(value, digits)] : wordsOf(value);

/** A number with so many significant digits, a real minus, and ten to a power where that is shorter. */
export function number(value: number, digits = 6): string {
  if (Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const [mantissa, exponent] = String(Number(value.toPrecision(digits))).split("e");
  const text = exponent === undefined ? mantissa : `${mantissa} · 10${raised(exponent)}`;
  return text.replace("-", "−");
}

const raised = (exponent: string): string =>
  exponent.replace(/./g, (mark) => ({ "+": "", "-": "⁻" })[mark] ?? "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(mark)]);

import { nodesOf, placed } from "../plane/axis.ts";
import { type LossOnPlane, sampleLoss } from "../plane/engine.ts";
import { channelOf, type Field, type Numbers } from "../plane/field.ts";
import { CHANNELS_OF, quantityNumbers } from "../plane/quantity.ts";
import { type QuantityId, QUANTITIES } from "../spec/quantities.ts";
import type { Axes } from "../spec/axes.ts";

/** A column of a table: numbers or words, as many as the table has rows. */
export interface Column {
  readonly name: string;
  readonly values: Numbers | readonly string[];
  /** What it is, with its unit where it has one. */
  readonly note: string;
}

/** Nodes row by row, the first at the bottom left. */
interface Nodes {
  readonly rows: number;
  readonly columns: number;
}

/** The numbers of a figure in long form: one row to each thing drawn. */
export interface Table {
  readonly columns: readonly Column[];
  /** Given where the rows of the table are the nodes of a grid. */
  readonly grid?: Nodes;
  /** The panels one below the other, where it is a table of panels. */
  readonly parts?: readonly { readonly length: number; readonly grid?: Nodes | undefined }[];
}

export const rowsOf = ({ columns }: Table): number => columns[0]?.values.length ?? 0;

/** A column of numbers. */
export const numbers = (name: string, note: string, values: Iterable<number>): Column => ({
  name,
  note,
  values: Float64Array.from(values),
});

/** A column of words. */
export const words = (name: string, note: string, values: readonly string[]): Column => ({
  name,
  note,
  values,
});

const NEGATIVE = "cosine similarity to the negative";
const POSITIVE = "cosine similarity to the positive";

/** Columns of points of the plane. */
export const pointColumns = (points: readonly { readonly sn: number; readonly sp: number }[]): Column[] => [
  numbers(
    "sn",
    NEGATIVE,
    points.map(({ sn }) => sn),
  ),
  numbers(
    "sp",
    POSITIVE,
    points.map(({ sp }) => sp),
  ),
];

/** The s_n and s_p of every node of a grid, whatever the axes show. */
export function nodeColumns(axes: Axes, columns: number, rows: number): Column[] {
  const { horizontal, vertical } = placed(axes);
  const [across, up] = [nodesOf(horizontal, columns), nodesOf(vertical, rows)];
  const acrossValues = new Float64Array(columns * rows);
  const upValues = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    acrossValues.set(across, row * columns);
    upValues.fill(up[row], row * columns, (row + 1) * columns);
  }
  const isNegative = horizontal.similarity === "negative";
  return [
    { name: "sn", note: NEGATIVE, values: isNegative ? acrossValues : upValues },
    { name: "sp", note: POSITIVE, values: isNegative ? upValues : acrossValues },
  ];
}

/** What a column of a field is called where it is one that every such table has. */
const ALWAYS: Partial<Record<QuantityId, string>> = { loss: "loss", dSn: "dsn", dSp: "dsp" };

/** Loss, both partials and these quantities at every node of a grid. */
export function lossColumns(
  on: LossOnPlane,
  axes: Axes,
  size: { readonly columns: number; readonly rows: number },
  quantities: readonly QuantityId[],
): Column[] {
  const channels = [
    ...new Set(["value", "dSn", "dSp", ...quantities.flatMap((id) => CHANNELS_OF[id])] as const),
  ];
  const field: Field = sampleLoss(on, axes, { ...size, channels });
  const own = new Set(quantities.filter((id) => ALWAYS[id] === undefined));
  return [
    { name: "loss", note: QUANTITIES.loss.name, values: channelOf(field, "value") },
    { name: "dsn", note: `${QUANTITIES.dSn.name}, by s_n`, values: channelOf(field, "dSn") },
    { name: "dsp", note: `${QUANTITIES.dSp.name}, by s_p`, values: channelOf(field, "dSp") },
    ...[...own].map((id): Column => ({
      name: id,
      note: QUANTITIES[id].name,
      values: quantityNumbers(field, id),
    })),
  ];
}

import type { Sweep } from "../region/sweep/sweep.ts";
import type { MeasureId } from "../region/sweep/measures.ts";
import { type Output, placeOf } from "./array-file.ts";
import { bytesOf } from "./bytes.ts";
import { csvLine, decimals64 } from "./csv.ts";
import { floats, npyHeader, textArray } from "./npy.ts";
import { NpzWriter } from "./npz.ts";

type WriteSweep = (sweep: Sweep, recipe: object, output: Output) => Promise<void>;

/** One length to every name that varied. */
const shapeOf = ({ vary }: Sweep): number[] => vary.map(({ values }) => values.length);

const measuresOf = ({ measures }: Sweep) => Object.entries(measures) as [MeasureId, Float64Array][];

/** A line per choice: the names that varied, then the measures. */
const csv: WriteSweep = async (sweep, _, { append }) => {
  const [first, second] = sweep.vary;
  const measures = measuresOf(sweep);
  const inRow = second?.values.length ?? 1;
  let lines = csvLine([...sweep.vary, ...measures].map((each) => ("name" in each ? each.name : each[0])));
  for (let i = 0; i < first.values.length * inRow; i++) {
    const place = [first.values[Math.floor(i / inRow)], ...(second ? [second.values[i % inRow]] : [])];
    lines += csvLine([...place, ...measures.map(([, values]) => values[i])].map(decimals64));
  }
  await append(new TextEncoder().encode(lines));
};

/** The recipe, the values of each name, and the measures as nested lists; null for what is not a number. */
const json: WriteSweep = async (sweep, recipe, { append }) => {
  const [, inRow] = shapeOf(sweep);
  const nested = (values: Float64Array): unknown =>
    inRow === undefined
      ? Array.from(values)
      : Array.from({ length: values.length / inRow }, (_, row) =>
          Array.from(values.subarray(row * inRow, (row + 1) * inRow)),
        );
  const document = {
    ...recipe,
    vary: Object.fromEntries(sweep.vary.map(({ name, values }) => [name, Array.from(values)])),
    measures: Object.fromEntries(measuresOf(sweep).map(([id, values]) => [id, nested(values)])),
  };
  await append(new TextEncoder().encode(`${JSON.stringify(document)}\n`));
};

/** One measure as an array. */
const npy: WriteSweep = async (sweep, _, { append }) => {
  const [[, values]] = measuresOf(sweep);
  await append(npyHeader(floats(64, shapeOf(sweep))));
  await append(bytesOf(values));
};

/** An array to a measure, the values of each name, and the recipe. */
const npz: WriteSweep = async (sweep, recipe, output) => {
  const text = textArray(JSON.stringify(recipe));
  const arrays = [
    ...measuresOf(sweep).map(([name, values]) => ({ name, kind: floats(64, shapeOf(sweep)), values })),
    ...sweep.vary.map(({ name, values }) => ({ name, kind: floats(64, [values.length]), values })),
    { name: "recipe", kind: text.kind, values: text.elements },
  ];
  const kinds = Object.fromEntries(arrays.map(({ name, kind }) => [name, kind]));
  const writer = await NpzWriter.create(kinds, placeOf(output));
  for (const { name, values } of arrays) await writer.add(name, values);
  await writer.finish();
};

/** How a sweep is written, by format. */
export const SWEEP_WRITERS = { csv, json, npz, npy } satisfies Record<string, WriteSweep>;
export type SweepFormat = keyof typeof SWEEP_WRITERS;

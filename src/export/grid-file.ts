import type { Numbers } from "../plane/field.ts";
import { type Output, placeOf } from "./array-file.ts";
import { bytesOf } from "./bytes.ts";
import { csvLine, decimals32, decimals64 } from "./csv.ts";
import { floats, npyHeader, textArray } from "./npy.ts";
import { NpzWriter } from "./npz.ts";

/** The s_n or s_p of every column, or of every row. */
export interface GridNodes {
  readonly name: "s_n" | "s_p";
  readonly nodes: Float64Array;
}

/** What a grid file is to hold: arrays of `up.nodes.length` rows and `across.nodes.length` columns. */
export interface GridLayout {
  readonly names: readonly string[];
  readonly across: GridNodes;
  readonly up: GridNodes;
  readonly precision: 64 | 32;
  /** JSON of how the grid came about. */
  readonly recipe: string;
}

/** Takes bands of whole rows, from the first on: per name the band's numbers, row-major. */
export interface GridWriter {
  readonly add: (arrays: readonly Numbers[]) => Promise<void>;
  readonly finish: () => Promise<void>;
}

type MakeGridWriter = (layout: GridLayout, output: Output) => Promise<GridWriter>;

const inPrecision = (numbers: Numbers, precision: 64 | 32): Numbers => {
  if (precision === 64) return numbers instanceof Float64Array ? numbers : new Float64Array(numbers);
  return numbers instanceof Float32Array ? numbers : new Float32Array(numbers);
};

const shapeOf = ({ across, up }: GridLayout) => [up.nodes.length, across.nodes.length];

/** One array of shape (rows, columns). */
const npy: MakeGridWriter = async (layout, output) => {
  await output.append(npyHeader(floats(layout.precision, shapeOf(layout))));
  return {
    add: async ([numbers]) => output.append(bytesOf(inPrecision(numbers, layout.precision))),
    finish: async () => {},
  };
};

/** An array of shape (rows, columns) to a name, beside `s_n`, `s_p` and `recipe`. */
const npz: MakeGridWriter = async (layout, output) => {
  const { names, across, up, precision, recipe } = layout;
  const text = textArray(recipe);
  const kind = floats(precision, shapeOf(layout));
  const axes = [across, up].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const writer = await NpzWriter.create(
    Object.fromEntries([
      ...names.map((name) => [name, kind] as const),
      ...axes.map(({ name, nodes }) => [name, floats(64, [nodes.length])] as const),
      ["recipe", text.kind] as const,
    ]),
    placeOf(output),
  );
  return {
    add: async (arrays) => {
      for (const [i, name] of names.entries()) await writer.add(name, inPrecision(arrays[i], precision));
    },
    finish: async () => {
      for (const { name, nodes } of axes) await writer.add(name, nodes);
      await writer.add("recipe", text.elements);
      await writer.finish();
    },
  };
};

const LINES_AT_ONCE = 2 ** 11;

/** A header and a line per cell: s_n, s_p, then the numbers in the shortest decimals that read back the same. */
const csv: MakeGridWriter = async ({ names, across, up, precision }, { append }) => {
  const decimals = precision === 64 ? decimals64 : decimals32;
  const columns = Array.from(across.nodes, decimals64);
  const isNegativeAcross = across.name === "s_n";
  const encoder = new TextEncoder();
  let row = 0;
  await append(encoder.encode(csvLine(["s_n", "s_p", ...names])));
  return {
    add: async (arrays) => {
      const numbers = arrays.map((each) => inPrecision(each, precision));
      const cells = numbers[0].length;
      for (let from = 0; from < cells; from += LINES_AT_ONCE) {
        let lines = "";
        for (let cell = from; cell < Math.min(cells, from + LINES_AT_ONCE); cell++) {
          const column = cell % columns.length;
          const level = decimals64(up.nodes[row + (cell - column) / columns.length]);
          const [sn, sp] = isNegativeAcross ? [columns[column], level] : [level, columns[column]];
          lines += csvLine([sn, sp, ...numbers.map((each) => decimals(each[cell]))]);
        }
        await append(encoder.encode(lines));
      }
      row += cells / columns.length;
    },
    finish: async () => {},
  };
};

/** How a grid is written, by format. */
export const GRID_WRITERS = { npy, npz, csv } satisfies Record<string, MakeGridWriter>;
export type GridFormat = keyof typeof GRID_WRITERS;

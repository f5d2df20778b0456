import type { KernelModule } from "./instance.ts";
import type { Kernels } from "./kernels.ts";

/** A line of a picture: its colour as a pixel, and width in pixels. */
export interface Line {
  readonly color: number;
  readonly width: number;
  readonly opacity: number;
}

/** How numbers become colours, and which of their levels become lines. */
export interface Shading {
  /** The number at which the first shade begins, and shades to one. */
  readonly low: number;
  readonly slope: number;
  /** 256 entries: colour, level in shades (NaN: none), colour of its line, unused. */
  readonly shades: Uint32Array;
  readonly width: number;
  readonly opacity: number;
}

/** What is painted of: arrays of one number for each pixel, the first row at the bottom. */
export interface Canvas {
  readonly columns: number;
  readonly rows: number;
  readonly inputs: readonly (Float32Array | Float64Array)[];
  /** Stretches as long as a tile's numbers, to compute with. */
  readonly spares: number;
}

/**
 * Some rows of the picture in the arena, with one row more on either side and in each row one number more before the first
 * column and after the last: for the slopes. The first column is the fifth number of `stride`; `count` numbers in all.
 */
export interface Tile {
  readonly kernels: Kernels;
  /** Index in the arena of each input. */
  readonly at: readonly number[];
  readonly spares: readonly number[];
  readonly first: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows of the whole picture. */
  readonly picture: number;
  readonly stride: number;
  readonly count: number;
  /** A block of lanes that are all `x`, to be an operand. */
  readonly number: (x: number) => number;
  /** A row of numbers, as long as a tile's with what it ends in, to be an operand. */
  readonly row: (numbers: Float32Array) => number;
  readonly paint: (at: number, shading: Shading) => void;
  /** Draws a line where the numbers at `at` are `level`. */
  readonly stroke: (at: number, level: number, line: Line) => void;
  /** Hatches where the numbers at `at` are below zero. */
  readonly hatch: (at: number, gap: number, line: Line) => void;
}

/** Rows of the picture from the top, four bytes a pixel, in memory where the next rows will stand. */
export type PaintedRows = (pixels: Uint8ClampedArray<ArrayBuffer>, top: number, count: number) => void;

/** All of a tile stays in the processor's second cache. */
const TILE_BYTES = 3 << 18;
const SHADES_BYTES = 4096;
const NUMBERS = 8;
const SLACK = 64;

const aligned = (numbers: number): number => Math.ceil(numbers / 16) * 16;

/** Numbers of a row in the arena. */
const strideOf = (columns: number): number => Math.ceil(columns / 4) * 4 + 8;
/** Where the first column stands in them. */
export const BEFORE = 4;

/** Calls `each` for one tile after the other, from the bottom up, and hands over what it paints. */
export function paintTiles(
  module: KernelModule,
  { columns, rows, inputs, spares: wanted }: Canvas,
  painted: PaintedRows,
  each: (tile: Tile) => void,
): void {
  const { single: kernels, singles, bytes, start } = module;
  const stride = strideOf(columns);
  const most = Math.max(1, Math.floor(TILE_BYTES / (4 * stride * (inputs.length + wanted + 2))) - 2);
  const shades = start;
  let next = (start + SHADES_BYTES) / 4;
  const take = (length: number): number => {
    const at = next;
    next += aligned(length);
    return at;
  };
  const numbersAt = take(NUMBERS * kernels.lanes);
  const rowAt = take(stride);
  const stretch = (): number => take((most + 2) * stride + SLACK);
  const at = inputs.map(stretch);
  const rowsAt = take((most + 2) * columns + SLACK);
  const spares = Array.from({ length: wanted }, stretch);
  const out = 4 * take(most * columns + SLACK);
  const words = new Uint32Array(bytes.buffer);
  const [spread, paint, stroke, hatch] = (["spread", "paint", "stroke", "hatch"] as const).map(
    module.painter,
  );
  let shown: Shading | undefined;

  for (let first = 0; first < rows; first += most) {
    const tileRows = Math.min(most, rows - first);
    const [from, to] = [Math.max(0, first - 1), Math.min(rows, first + tileRows + 1)];
    inputs.forEach((input, i) => {
      const put = (line: number, count: number, row: number): void => {
        singles.set(input.subarray(line * columns, (line + count) * columns), rowsAt);
        spread(4 * rowsAt, columns, count, 4 * (at[i] + row * stride + BEFORE), 4 * stride);
      };
      put(from, to - from, from - first + 1);
      // beyond an edge stands what lies as far before it
      if (first === 0) put(1, 1, 0);
      if (first + tileRows === rows) put(rows - 2, 1, tileRows + 1);
    });
    let numbers = 0;
    const head = (values: number) =>
      [4 * (values + stride + BEFORE), 4 * stride, columns, tileRows, out] as const;
    each({
      kernels,
      at,
      spares,
      first,
      rows: tileRows,
      columns,
      picture: rows,
      stride,
      count: (tileRows + 2) * stride,
      number: (x) => {
        const block = numbersAt + (numbers++ % NUMBERS) * kernels.lanes;
        kernels.splat(block, x);
        return block;
      },
      row: (values) => {
        singles.set(values, rowAt);
        return rowAt;
      },
      paint: (values, shading) => {
        if (shading !== shown) words.set(shading.shades, shades / 4);
        shown = shading;
        const { low, slope, width, opacity } = shading;
        paint(...head(values), shades, low, slope, width / 2, opacity);
      },
      stroke: (values, level, { color, width, opacity }) =>
        stroke(...head(values), level, width / 2, color, opacity),
      hatch: (values, gap, { color, width, opacity }) =>
        hatch(...head(values), rows - first - tileRows, gap, width / 2, color, opacity),
    });
    const pixels = new Uint8ClampedArray(bytes.buffer, out, 4 * tileRows * columns);
    painted(pixels, rows - first - tileRows, tileRows);
  }
}

/** The links of coupled losses that have a kernel. */
export type FusedLink = "softplus" | "hinge" | "halfSquaredHinge" | "identity";

/** Which kernel fills a link or a plain sum, how many numbers its tables hold, and what tells apart the links of one. */
const SHAPES = {
  softplus: { kernel: "fusedSoftplus", width: 4 },
  hinge: { kernel: "fusedHinge", width: 2, kind: 0 },
  halfSquaredHinge: { kernel: "fusedHinge", width: 2, kind: 1 },
  identity: { kernel: "fusedHinge", width: 2, kind: 2 },
  sum: { kernel: "fusedSum", width: 1 },
} as const;

export type FusedName = (typeof SHAPES)[keyof typeof SHAPES]["kernel"];

/**
 * What separates, ready for the kernels: one table over the columns, one over the rows. softplus has four numbers each
 * (logit, mantissa, exponent, slope) in the precision of the result, the other links two doubles (logit, slope), a sum one
 * number in the precision of the result.
 */
export interface FusedTables {
  readonly link: FusedLink | "sum";
  readonly precision: 32 | 64;
  readonly columns: number;
  readonly rows: number;
  /** Numbers of one kind after another, `columns` of each. */
  readonly across: Uint8Array;
  /** All numbers of a row side by side. */
  readonly up: Uint8Array;
  /** Added to every value; softplus only. */
  readonly constant: number;
  /** Which outputs are wanted: value, the partial of the horizontal axis, the partial of the vertical one. */
  readonly wanted: readonly [boolean, boolean, boolean];
}

/** See `fused.ts` of the assembly: addresses in bytes, 0 for an output that is not wanted. */
export type FusedKernel = (
  across: number,
  stride: number,
  up: number,
  columns: number,
  rows: number,
  value: number,
  byAcross: number,
  byUp: number,
  constantOrKind: number,
) => void;

/** What the fused kernels need of an instance. */
export interface FusedInstance {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly singles: Float32Array;
  readonly doubles: Float64Array;
  /** First free byte. */
  readonly start: number;
  readonly fused: (name: FusedName, precision: 32 | 64) => FusedKernel;
}

/** All outputs of one tile stay in the processor's second cache. */
const TILE_BYTES = 3 << 18;
/** What a row may spill over, in bytes, at least. */
const SLACK = 64;

const aligned = (bytes: number): number => Math.ceil(bytes / 64) * 64;

/** Rows that a tile of these tables has. */
export const rowsOfTile = ({ columns, precision }: FusedTables): number =>
  Math.max(1, Math.floor((TILE_BYTES * 8) / (3 * precision * columns)));

/** Whether one tile and the tables it needs fit into the arena. */
export function fitsArena(tables: FusedTables, { bytes, start }: FusedInstance): boolean {
  return layout(tables, start).end <= bytes.length;
}

function layout(tables: FusedTables, start: number) {
  const { columns, rows, precision, across, up } = tables;
  const rowsAtOnce = Math.min(rows, rowsOfTile(tables));
  const up0 = aligned(start) + aligned(across.length + SLACK);
  const out = up0 + aligned((up.length / rows) * rowsAtOnce);
  const outBytes = aligned((columns * rowsAtOnce * precision) / 8 + SLACK);
  return { across: aligned(start), up: up0, out, outBytes, rowsAtOnce, end: out + 3 * outBytes };
}

/**
 * Fills rows `from` to `to` (not included) tile by tile. `into[i]` takes output i from cell `offset` on, offset 0 being
 * the first cell of row `from`; the tables must fit the arena.
 */
export function fillRows(
  instance: FusedInstance,
  tables: FusedTables,
  from: number,
  to: number,
  into: readonly (Float32Array | Float64Array | undefined)[],
  offset: number,
): void {
  const { link, precision, columns, rows, wanted, constant } = tables;
  if (!wanted.includes(true)) return;
  const { across, up, out, outBytes, rowsAtOnce } = layout(tables, instance.start);
  const shape = SHAPES[link];
  const kernel = instance.fused(shape.kernel, precision);
  const memory = precision === 32 ? instance.singles : instance.doubles;
  const widthUp = tables.up.length / rows;
  const stride = tables.across.length / shape.width;
  const last = "kind" in shape ? shape.kind : constant;
  const address = (i: number): number => (wanted[i] ? out + i * outBytes : 0);
  instance.bytes.set(tables.across, across);
  for (let row = from; row < to; row += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, to - row);
    instance.bytes.set(tables.up.subarray(row * widthUp, (row + count) * widthUp), up);
    kernel(across, stride, up, columns, count, address(0), address(1), address(2), last);
    for (let i = 0; i < 3; i++) {
      const at = ((out + i * outBytes) * 8) / precision;
      if (wanted[i]) into[i]?.set(memory.subarray(at, at + count * columns), offset + (row - from) * columns);
    }
  }
}

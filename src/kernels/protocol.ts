import type { FusedTables } from "./fused.ts";

/** What goes to the worker: the module once, then for every field its tables and blocks of rows to fill. */
export type ToWorker =
  | { readonly kind: "module"; readonly module: WebAssembly.Module }
  | { readonly kind: "tables"; readonly tables: FusedTables }
  | ({ readonly kind: "block" } & Block);

/** Rows `from` to `to` (not included) of one field, which has a number. Buffers travel there empty and come back filled, one for each output. */
export interface Block {
  readonly field: number;
  readonly from: number;
  readonly to: number;
  readonly buffers: readonly ArrayBuffer[];
}

export type FromWorker = { readonly kind: "ready" } | ({ readonly kind: "block" } & Block);

/** The numbers of a block in its buffers, one array for each wanted output. */
export function outputsOf(
  { precision, columns, wanted }: FusedTables,
  { from, to, buffers }: Block,
): (Float32Array | Float64Array | undefined)[] {
  const cells = (to - from) * columns;
  let next = 0;
  return wanted.map((isWanted) => {
    if (!isWanted) return undefined;
    const buffer = buffers[next++];
    return precision === 32 ? new Float32Array(buffer, 0, cells) : new Float64Array(buffer, 0, cells);
  });
}

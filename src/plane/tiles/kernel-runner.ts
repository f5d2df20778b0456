import type { Kernels } from "../../kernels/kernels.ts";
import type { Numbers } from "../field.ts";
import { callingLoop, loopOf, type TilePrimitive } from "./loops/table.ts";
import type { NodeTables } from "./nodes.ts";
import type { Place } from "./places.ts";
import type { TilePlan } from "./plan.ts";
import type { TileRunner } from "./runner.ts";

/** Tiles, inputs and outputs of a program of usual size then stay in the first-level cache. */
const WIDEST = 1024;

/**
 * Fills tiles with vector kernels, in their arena and precision; a primitive without a kernel by a plain loop over the
 * same memory. Results are copied out tile by tile.
 */
export function kernelRunner(
  { operations, channels, scratch, rowSteps }: TilePlan,
  values: Float64Array,
  columns: NodeTables,
  results: readonly Numbers[],
  kernels: Kernels,
): TileRunner {
  const { memory, lanes, splat } = kernels;
  const arena = new Arena(kernels);
  const numbers = new Map<number, number>();
  for (const { kind, index } of operations.flatMap(({ operands }) => operands))
    if (kind === "number" && !numbers.has(index)) numbers.set(index, arena.take(lanes));
  const width = arena.share(columns.size + scratch + channels.length, WIDEST);
  const takeWidth = (): number => arena.take(width);
  const columnAt = new Map([...columns.keys()].map((step) => [step, takeWidth()]));
  const scratchAt = Array.from({ length: scratch }, takeWidth);
  const channelAt = channels.map(takeWidth);
  const addressOf = ({ kind, index }: Place): number => {
    if (kind === "scratch") return scratchAt[index];
    if (kind === "channel") return channelAt[index];
    return (kind === "column" ? columnAt : numbers).get(index) ?? NaN;
  };

  const calls = operations.map(({ primitive, along, out, operands }) => {
    const [a, b = a, c = a] = operands.map(addressOf);
    const run = kernels.kernel(primitive) ?? overMemory(memory, primitive, along);
    return { run, along, out: addressOf(out), a, b, c };
  });
  for (const [step, at] of numbers) splat(at, values[step]);
  const ofRow = [...numbers].flatMap(([step, at]) => (rowSteps.includes(step) ? [{ step, at }] : []));

  let count = 0;
  let copies: readonly { readonly result: Numbers; readonly from: Numbers | number }[] = [];
  return {
    width,
    begin: (column, cells) => {
      count = cells;
      for (const [step, table] of columns)
        memory.set(table.subarray(column, column + cells), columnAt.get(step));
      copies = channels.map((place, index) => {
        const at = addressOf(place);
        const from = place.kind === "number" ? place.index : memory.subarray(at, at + cells);
        return { result: results[index], from };
      });
    },
    fill: (cell) => {
      for (const { step, at } of ofRow) splat(at, values[step]);
      for (const { run, out, a, b, c, along } of calls) run(out, a, b, c, along, count);
      for (const { result, from } of copies) {
        if (typeof from === "number") result.fill(values[from], cell, cell + count);
        else result.set(from, cell);
      }
    },
  };
}

/** A plain loop over the arena, called as a kernel is. */
function overMemory(memory: Numbers, primitive: TilePrimitive, along: number) {
  if (memory instanceof Float64Array) {
    const loop = loopOf(primitive, along);
    return (out: number, a: number, b: number, c: number, _: number, count: number): void =>
      loop(count, memory, out, memory, a, memory, b, memory, c);
  }
  if (primitive === "softplusAndSigmoid") throw new Error(`no loop for ${primitive} in single precision`);
  const loop = callingLoop<Float32Array>(primitive, along);
  return (out: number, a: number, b: number, c: number, _: number, count: number): void =>
    loop(count, memory, out, memory, a, memory, b, memory, c);
}

/** Hands out stretches of the kernels' memory, each a multiple of their lanes. */
class Arena {
  readonly #kernels: Kernels;
  #next: number;

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
    this.#next = kernels.start;
  }

  take(length: number): number {
    const at = this.#next;
    this.#next += length;
    return at;
  }

  /** The length, at most `most`, at which so many stretches still fit. */
  share(stretches: number, most: number): number {
    const { memory, lanes } = this.#kernels;
    const length = Math.floor((memory.length - this.#next) / stretches / lanes) * lanes;
    if (length < lanes) throw new Error(`no room for ${stretches} stretches in the kernels' arena`);
    return Math.min(most, length);
  }
}

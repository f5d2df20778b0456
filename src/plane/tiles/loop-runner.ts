import type { Numbers } from "../field.ts";
import { loopOf } from "./loops/table.ts";
import type { NodeTables } from "./nodes.ts";
import type { Place } from "./places.ts";
import type { TilePlan } from "./plan.ts";
import type { TileRunner } from "./runner.ts";

/** Tiles, inputs and outputs of a program of usual size then stay in the first-level cache. */
const WIDTH = 1024;

/** Numbers of a step: where they begin. */
interface Stretch {
  readonly array: Float64Array;
  offset: number;
}

/** Fills tiles with plain loops in double precision. Results in single precision are rounded at the very end. */
export function loopRunner(
  { operations, channels, scratch }: TilePlan,
  values: Float64Array,
  columns: NodeTables,
  results: readonly Numbers[],
): TileRunner {
  const pool = new Float64Array((scratch + channels.length) * WIDTH);
  const columnStretches = new Map([...columns].map(([step, array]) => [step, { array, offset: 0 }]));
  const channelStretches = results.map((result, index): Stretch =>
    result instanceof Float64Array
      ? { array: result, offset: 0 }
      : { array: pool, offset: (scratch + index) * WIDTH },
  );
  const stretchOf = ({ kind, index }: Place): Stretch => {
    if (kind === "scratch") return { array: pool, offset: index * WIDTH };
    if (kind === "channel") return channelStretches[index];
    return (kind === "column" && columnStretches.get(index)) || { array: values, offset: index };
  };
  const calls = operations.map(({ primitive, along, out, operands }) => {
    const [a, b = a, c = a] = operands.map(stretchOf);
    return { loop: loopOf(primitive, along), out: stretchOf(out), a, b, c };
  });
  const direct = channelStretches.filter((_, index) => results[index] instanceof Float64Array);
  const copies = channels.flatMap((place, index) => {
    const from = stretchOf(place);
    const result = results[index];
    return from.array === result ? [] : [{ from, result, isNumber: place.kind === "number" }];
  });

  let count = 0;
  return {
    width: WIDTH,
    begin: (column, cells) => {
      count = cells;
      for (const stretch of columnStretches.values()) stretch.offset = column;
    },
    fill: (cell) => {
      for (const stretch of direct) stretch.offset = cell;
      for (const { loop, out, a, b, c } of calls)
        loop(count, out.array, out.offset, a.array, a.offset, b.array, b.offset, c.array, c.offset);
      for (const { from, result, isNumber } of copies) {
        if (isNumber) result.fill(from.array[from.offset], cell, cell + count);
        else result.set(from.array.subarray(from.offset, from.offset + count), cell);
      }
    },
  };
}

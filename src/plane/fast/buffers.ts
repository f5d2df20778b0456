import type { Channel, Field, Numbers } from "../field.ts";

export type Arrays = Partial<Record<Channel, Numbers>>;

/** An array for each channel, taken from a field that is no longer needed where precision and size fit. */
export function arraysFor(
  channels: readonly Channel[],
  cells: number,
  precision: 32 | 64,
  reuse: Field | undefined,
): Arrays {
  const Made = precision === 32 ? Float32Array : Float64Array;
  const arrays: Arrays = {};
  for (const channel of channels) {
    const old = reuse?.channels[channel];
    arrays[channel] = old instanceof Made && old.length === cells ? old : new Made(cells);
  }
  return arrays;
}

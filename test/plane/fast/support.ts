import type { KernelModule } from "../../../src/kernels/instance.ts";
import { loadKernels } from "../../../src/kernels/load.ts";
import type { Params } from "../../../src/losses/params.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import type { PlaneForm } from "../../../src/losses/types.ts";
import { type Channel, channelOf, type Field, type Numbers } from "../../../src/plane/field.ts";
import type { Axes } from "../../../src/spec/axes.ts";

export const CHANNELS: readonly Channel[] = ["value", "dSp", "dSn", "z"];

export const COSINES: Axes = {
  horizontal: "negative",
  negative: { unit: "cosine", range: [-1, 1] },
  positive: { unit: "cosine", range: [-1, 1] },
};

export const TURNED: Axes = {
  horizontal: "positive",
  negative: { unit: "degrees", range: [0, 180] },
  positive: { unit: "chord", range: [2, 0] },
};

/** The kernels, which every machine of the tests has. */
export async function kernelsHere(): Promise<KernelModule> {
  const kernels = await loadKernels();
  if (!kernels) throw new Error("no kernels here, although Node has WebAssembly with SIMD");
  return kernels;
}

/** Default parameters, and each number at either end of its range: where arguments are largest and smallest. */
export function cornersOf(name: string): { readonly title: string; readonly params: Params }[] {
  const { loss } = namedLoss(name);
  const corners: { title: string; params: Params }[] = [{ title: "default", params: {} }];
  for (const [id, spec] of Object.entries(loss.params)) {
    if (!("min" in spec) || !("max" in spec)) continue;
    for (const end of [spec.min, spec.max]) corners.push({ title: `${id} = ${end}`, params: { [id]: end } });
  }
  return corners;
}

/** A loss by name at these parameters; undefined where they do not go together. */
export function formOf(name: string, params: Params): PlaneForm | undefined {
  const { loss, params: complete, gradient } = namedLoss(name, params);
  try {
    return loss.plane(complete, { K: 3, L: 5 }, gradient);
  } catch {
    return undefined;
  }
}

/** Largest difference of a channel as a share of its largest number; Infinity where one is finite and one is not. */
export function worst(actual: Field, expected: Field, channel: Channel): number {
  const a = actual.channels[channel];
  const b = expected.channels[channel];
  if (!a || !b || a.length !== b.length) throw new Error(`no channel ${channel}`);
  let largest = 0;
  let error = 0;
  for (let i = 0; i < b.length; i++) {
    if (Object.is(a[i], b[i])) {
      if (Number.isFinite(b[i])) largest = Math.max(largest, Math.abs(b[i]));
      continue;
    }
    if (!Number.isFinite(a[i]) || !Number.isFinite(b[i])) return Infinity;
    largest = Math.max(largest, Math.abs(b[i]));
    error = Math.max(error, Math.abs(a[i] - b[i]));
  }
  return error === 0 ? 0 : error / largest;
}

/** Whether two fields are the same to the bit; comparing them entry by entry is slow. */
export function isSame(a: Field, b: Field): boolean {
  const bytes = (numbers: Numbers): Buffer =>
    Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const names = Object.keys(b.channels) as Channel[];
  return (
    JSON.stringify([a.engine, a.axes, a.columns, a.rows, Object.keys(a.channels)]) ===
      JSON.stringify([b.engine, b.axes, b.columns, b.rows, names]) &&
    names.every((name) => bytes(channelOf(a, name)).equals(bytes(channelOf(b, name))))
  );
}

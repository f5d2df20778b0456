import type { FusedTables } from "../../kernels/fused.ts";
import type { Channel } from "../field.ts";
import type { KnownLink } from "./link.ts";
import { factorsOf } from "./factors.ts";
import { mapped } from "./mapped.ts";
import { partialOf, rangeOf, type Terms } from "./terms.ts";

/** 1.5 · 2⁵²: brings a sum of whole numbers to the low bits of a double. */
const MAGIC = 1.5 * 2 ** 52;

/** The terms of a coupled loss as the fused kernels read them. */
export function fusedTables(
  terms: Terms,
  link: KnownLink,
  precision: 32 | 64,
  channels: ReadonlySet<Channel>,
): FusedTables {
  const { across, up } = terms;
  const columns = across.logit.length;
  const rows = up.logit.length;
  const softplus = link.name === "softplus";
  const [left, right] =
    softplus && precision === 32
      ? softplusColumns32(terms)
      : softplus
        ? softplusColumns64(terms)
        : [
            [across.logit, across.slope],
            [up.logit, up.slope],
          ];
  return {
    link: link.name,
    precision,
    columns,
    rows,
    constant: link.constant,
    wanted: [channels.has("value"), channels.has(partialOf(across)), channels.has(partialOf(up))],
    across: bytesOf(left),
    up: bytesOf(interleaved(right)),
  };
}

/** across[column] + up[row] alone, as the value. */
export function sumTables(across: Float64Array, up: Float64Array, precision: 32 | 64): FusedTables {
  return {
    link: "sum",
    precision,
    columns: across.length,
    rows: up.length,
    constant: 0,
    wanted: [true, false, false],
    across: bytesOf([precision === 32 ? shifted(across, -middle(across)) : across]),
    up: bytesOf([precision === 32 ? shifted(up, middle(across)) : up]),
  };
}

/** With the columns centred, neither term is more than twice the largest sum, and single precision is enough. */
function middle(numbers: Float64Array): number {
  const [low, high] = rangeOf(numbers);
  return high - low < Infinity ? (low + high) / 2 : 0;
}

const shifted = (numbers: Float64Array, shift: number): Float32Array =>
  new Float32Array(mapped(numbers, (x) => x + shift));

type Columns = readonly (Float64Array | Float32Array | Int32Array)[];

function softplusColumns64({ across, up }: Terms): readonly [Columns, Columns] {
  const left = factorsOf(across.logit);
  const right = factorsOf(up.logit);
  return [
    [across.logit, left.mantissa, left.power, across.slope],
    [up.logit, right.mantissa, mapped(right.power, (power) => power + MAGIC), up.slope],
  ];
}

/** Logits are shifted so that both are small where z is largest: there the sum in single precision counts. */
function softplusColumns32({ across, up }: Terms): readonly [Columns, Columns] {
  const shift = rangeOf(across.logit)[1];
  return [
    singles(shifted(across.logit, -shift), factorsOf(across.logit), across.slope),
    singles(shifted(up.logit, shift), factorsOf(up.logit), up.slope),
  ];
}

const singles = (
  logit: Float32Array,
  { mantissa, power }: ReturnType<typeof factorsOf>,
  slope: Float64Array,
): Columns => [logit, new Float32Array(mantissa), new Int32Array(power), new Float32Array(slope)];

function bytesOf(columns: Columns): Uint8Array {
  const size = columns[0].byteLength;
  const bytes = new Uint8Array(size * columns.length);
  columns.forEach(({ buffer, byteOffset }, i) =>
    bytes.set(new Uint8Array(buffer, byteOffset, size), i * size),
  );
  return bytes;
}

/** All numbers of a row side by side, as one array of bytes. */
function interleaved(columns: Columns): Columns {
  const { length, BYTES_PER_ELEMENT: size } = columns[0];
  const whole = new Uint8Array(length * size * columns.length);
  columns.forEach(({ buffer, byteOffset }, i) => {
    const from = size === 4 ? new Int32Array(buffer, byteOffset) : new Float64Array(buffer, byteOffset);
    const to = size === 4 ? new Int32Array(whole.buffer) : new Float64Array(whole.buffer);
    for (let row = 0; row < length; row++) to[row * columns.length + i] = from[row];
  });
  return [size === 4 ? new Int32Array(whole.buffer) : new Float64Array(whole.buffer)];
}

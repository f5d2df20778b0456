import type { FusedTables } from "../../kernels/fused.ts";
import type { Channel } from "../field.ts";
import type { KnownLink } from "./link.ts";
import { factorsOf } from "./factors.ts";
import { type AxisTerms, partialOf, rangeOf, type Terms } from "./terms.ts";

/** 1.5 · 2⁵²: brings a sum of whole numbers to the low bits of a double. */
const MAGIC = 1.5 * 2 ** 52;

/** Numbers of one kind in a table, which holds them as `as`. */
interface Entries {
  readonly numbers: Float64Array;
  readonly plus?: number;
  readonly as: "single" | "double" | "integer";
}

/** The terms of a coupled loss as the fused kernels read them. */
export function fusedTables(
  terms: Terms,
  link: KnownLink,
  precision: 32 | 64,
  channels: ReadonlySet<Channel>,
): FusedTables {
  const { across, up } = terms;
  const [left, right] =
    link.name !== "softplus"
      ? [kinkedEntries(across), kinkedEntries(up)]
      : precision === 32
        ? softplusEntries32(terms)
        : [softplusEntries64(across, 0), softplusEntries64(up, MAGIC)];
  return {
    link: link.name,
    precision,
    columns: across.logit.length,
    rows: up.logit.length,
    constant: link.constant,
    wanted: [channels.has("value"), channels.has(partialOf(across)), channels.has(partialOf(up))],
    across: oneAfterAnother(left),
    up: sideBySide(right),
  };
}

/** across[column] + up[row] alone, as the value. */
export function sumTables(across: Float64Array, up: Float64Array, precision: 32 | 64): FusedTables {
  const as = precision === 32 ? "single" : "double";
  const shift = precision === 32 ? middle(across) : 0;
  return {
    link: "sum",
    precision,
    columns: across.length,
    rows: up.length,
    constant: 0,
    wanted: [true, false, false],
    across: oneAfterAnother([{ numbers: across, plus: -shift, as }]),
    up: oneAfterAnother([{ numbers: up, plus: shift, as }]),
  };
}

/** With the columns centred, neither term is more than twice the largest sum, and single precision is enough. */
function middle(numbers: Float64Array): number {
  const [low, high] = rangeOf(numbers);
  return high - low < Infinity ? (low + high) / 2 : 0;
}

const kinkedEntries = ({ logit, slope }: AxisTerms): readonly Entries[] => [
  { numbers: logit, as: "double" },
  { numbers: slope, as: "double" },
];

function softplusEntries64({ logit, slope }: AxisTerms, lift: number): readonly Entries[] {
  const { mantissa, power } = factorsOf(logit);
  return [
    { numbers: logit, as: "double" },
    { numbers: mantissa, as: "double" },
    { numbers: power, plus: lift, as: "double" },
    { numbers: slope, as: "double" },
  ];
}

/** Logits are shifted so that both are small where z is largest: there the sum in single precision counts. */
function softplusEntries32({ across, up }: Terms): readonly [readonly Entries[], readonly Entries[]] {
  const shift = rangeOf(across.logit)[1];
  const entries = ({ logit, slope }: AxisTerms, plus: number): readonly Entries[] => {
    const { mantissa, power } = factorsOf(logit);
    return [
      { numbers: logit, plus, as: "single" },
      { numbers: mantissa, as: "single" },
      { numbers: power, as: "integer" },
      { numbers: slope, as: "single" },
    ];
  };
  return [entries(across, -shift), entries(up, shift)];
}

/** All numbers of one kind, then all of the next. */
const oneAfterAnother = (entries: readonly Entries[]): Uint8Array =>
  packed(entries, 1, entries[0].numbers.length);

/** All numbers of a row. */
const sideBySide = (entries: readonly Entries[]): Uint8Array => packed(entries, entries.length, 1);

/** `step` from one number of a kind to the next, `gap` from one kind to the next. */
function packed(entries: readonly Entries[], step: number, gap: number): Uint8Array {
  const size = entries[0].as === "double" ? 8 : 4;
  const { buffer } = new Uint8Array(entries.length * entries[0].numbers.length * size);
  entries.forEach(({ numbers, plus = 0, as }, kind) => {
    const to =
      as === "double"
        ? new Float64Array(buffer)
        : as === "single"
          ? new Float32Array(buffer)
          : new Int32Array(buffer);
    for (let i = 0, at = kind * gap; i < numbers.length; i++, at += step) to[at] = numbers[i] + plus;
  });
  return new Uint8Array(buffer);
}

import { sineOf } from "../numerics/sphere.ts";
import type { QuantityId } from "../spec/quantities.ts";
import { nodesOf, placed } from "./axis.ts";
import { type Channel, channelOf, type Field, type Numbers } from "./field.ts";

/** The channels that a quantity is made of. */
export const CHANNELS_OF: Readonly<Record<QuantityId, readonly Channel[]>> = {
  loss: ["value"],
  logLoss: ["logValue"],
  z: ["z"],
  dSp: ["dSp"],
  dSn: ["dSn"],
  absDSp: ["dSp"],
  absDSn: ["dSn"],
  gradientLength: ["dSp", "dSn"],
  direction: ["dSp", "dSn"],
  embeddingP: ["dSp"],
  embeddingN: ["dSn"],
  paceRatio: ["paceRatio"],
  curl: ["curl"],
  curvature: ["curvature"],
};

/** One number per cell. Cells that are not finite stay in the array and are counted; `low` and `high` leave them out. */
export interface QuantityValues {
  readonly values: Numbers;
  readonly masked: number;
  /** Smallest and largest finite number; both NaN where there is none. */
  readonly low: number;
  readonly high: number;
}

/**
 * A quantity over a field that was sampled with its channels. A quantity that is a channel comes as the field's own
 * array; any other is computed into `out` where it fits.
 */
export function quantityValues(field: Field, quantity: QuantityId, out?: Float64Array): QuantityValues {
  const fits = out?.length === field.columns * field.rows;
  const values = quantityNumbers(field, quantity, fits ? out : undefined);
  const { masked, low, high } = finiteRange(values);
  return masked === values.length ? { values, masked, low: NaN, high: NaN } : { values, masked, low, high };
}

interface FiniteRange {
  readonly masked: number;
  readonly low: number;
  readonly high: number;
}

/** How many numbers are not finite, and the smallest and largest of the others: Infinity and −Infinity of none. */
export function finiteRange(values: Numbers): FiniteRange {
  const range = rangeOfFinite(values);
  if (range !== undefined) return range;
  let masked = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let cell = 0; cell < values.length; cell++) {
    const x = values[cell];
    if (x - x !== 0) masked++;
    else {
      if (x < low) low = x;
      if (x > high) high = x;
    }
  }
  return { masked, low, high };
}

/** Two at a time, three times as fast; undefined where a number is not finite. */
function rangeOfFinite(values: Numbers): FiniteRange | undefined {
  let lowA = Infinity;
  let lowB = Infinity;
  let highA = -Infinity;
  let highB = -Infinity;
  let off = 0;
  const pairs = values.length - (values.length % 2);
  for (let cell = 0; cell < pairs; cell += 2) {
    const a = values[cell];
    const b = values[cell + 1];
    off += a - a + (b - b);
    if (a < lowA) lowA = a;
    if (a > highA) highA = a;
    if (b < lowB) lowB = b;
    if (b > highB) highB = b;
  }
  const low = Math.min(lowA, lowB, ...values.subarray(pairs));
  const high = Math.max(highA, highB, ...values.subarray(pairs));
  return off === 0 && low - low + high - high === 0 ? { masked: 0, low, high } : undefined;
}

/** The numbers of a quantity alone; `out`, where given, has one place per cell. */
export function quantityNumbers(field: Field, quantity: QuantityId, given?: Float64Array): Numbers {
  const out = given ?? new Float64Array(field.columns * field.rows);
  const [first, second] = CHANNELS_OF[quantity].map((channel) => channelOf(field, channel));
  switch (quantity) {
    case "loss":
    case "logLoss":
    case "z":
    case "dSp":
    case "dSn":
    case "curl":
    case "curvature":
      return first;
    case "absDSp":
    case "absDSn":
      return mapped(out, (cell) => Math.abs(first[cell]));
    case "paceRatio":
      return mapped(out, (cell) => Math.log10(first[cell]));
    case "gradientLength":
      return mapped(out, (cell) => Math.hypot(first[cell], second[cell]));
    case "direction":
      return mapped(out, (cell) => descentAngle(first[cell], second[cell]));
    case "embeddingP":
      return timesSine(field, first, "positive", out);
    case "embeddingN":
      return timesSine(field, first, "negative", out);
  }
}

/** Degrees from the +s_p axis towards −s_n in which −∂ℒ points; NaN where there is no gradient. */
export const descentAngle = (dSp: number, dSn: number): number =>
  dSp === 0 && dSn === 0 ? NaN : (Math.atan2(dSn, -dSp) * 180) / Math.PI;

function mapped(out: Float64Array, f: (cell: number) => number): Float64Array {
  for (let cell = 0; cell < out.length; cell++) out[cell] = f(cell);
  return out;
}

/** |∂ℒ/∂s| sin θ: what reaches the embedding, up to 1/‖x‖. */
function timesSine(
  field: Field,
  partial: Numbers,
  side: "positive" | "negative",
  out: Float64Array,
): Float64Array {
  const { horizontal, vertical } = placed(field.axes);
  const isAcross = horizontal.similarity === side;
  const { columns, rows, band } = field;
  const nodes = isAcross
    ? nodesOf(horizontal, columns)
    : nodesOf(vertical, band?.of ?? rows, band?.first, rows);
  const sines = nodes.map(sineOf);
  return mapped(out, (cell) => {
    const column = cell % columns;
    return Math.abs(partial[cell]) * sines[isAcross ? column : (cell - column) / columns];
  });
}

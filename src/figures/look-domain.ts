import type { Numbers } from "../plane/field.ts";
import type { QuantityValues } from "../plane/quantity.ts";
import type { Quantity, Scale } from "../spec/quantities.ts";
import { type FigureLook, PLAIN_LOOK } from "../spec/resolve.ts";
import { type Bend, bent, LINEAR, unbent } from "./bend.ts";
import { type ColorDomain, colorDomain } from "./color.ts";
import { mapFor } from "./colour-maps/maps.ts";

/** The most powers of ten that a logarithmic scale shows; a loss falls to 1e-100 where nobody looks. */
const DECADES = 8;
/** The same on each side of zero, and the fewest. */
const DECADES_EACH = 4;
const LEAST_DECADES = 1;
/** The part of the numbers, by size, that lies in the linear middle of a symmetric scale. */
const WITHIN = 0.1;
const SAMPLE = 2048;

type Coloured = Pick<Quantity, "scale" | "logarithm">;

/**
 * The colours of a figure: its map, and its numbers bent as it asks, by these rules. Directions and numbers that are
 * logarithms already stay as they are. `log` is for what runs from low to high and has no number below zero; anything
 * else with both signs is `symlog` instead, with zero in the middle. A field without a number to take the logarithm of
 * stays linear.
 */
export function lookDomain(values: QuantityValues, quantity: Coloured, look: FigureLook): ColorDomain {
  const { scale } = quantity;
  const map = mapFor(scale, look);
  const bend = bendOf(values, quantity, look);
  if (bend.kind === "linear") return { ...colorDomain(values, scale), map };
  return { ...bentDomain(values, bend, scale), map, bend };
}

function bendOf({ values, low, high }: QuantityValues, quantity: Coloured, look: FigureLook): Bend {
  const isFlat = !(low < high);
  if (look.scale === "linear" || quantity.scale === "cyclic" || quantity.logarithm || isFlat) return LINEAR;
  if (look.scale === "log" && quantity.scale === "sequential" && low >= 0)
    return leastAbove(values) < high ? { kind: "log" } : LINEAR;
  return { kind: "symlog", within: withinOf(values) };
}

/** A power of ten: about the tenth of the numbers nearest zero are within it, and one to four more powers beyond. */
function withinOf(values: Numbers): number {
  const sizes = sampled(values)
    .map(Math.abs)
    .filter((size) => size > 0)
    .toSorted();
  const quantile = (part: number): number => sizes[Math.round(part * (sizes.length - 1))] ?? 1;
  const reach = Math.log10(quantile(0.995));
  const wanted = Math.floor(Math.log10(quantile(WITHIN)));
  const most = Math.floor(reach - LEAST_DECADES);
  return power(Math.min(most, Math.max(wanted, Math.ceil(reach - DECADES_EACH))));
}

const power = (exponent: number): number => Number(`1e${exponent}`);

/** The ends by the numbers as they are bent: single ones far beyond the rest by that measure are left out. */
function bentDomain({ values, low, high }: QuantityValues, bend: Bend, scale: Scale): ColorDomain {
  const least = bend.kind === "log" ? leastAbove(values) : low;
  const [first, last] = [bent(least, bend), bent(high, bend)];
  const inner = colorDomain(
    { values: sampled(values).map((value) => bent(value, bend)), masked: 0, low: first, high: last },
    scale,
  );
  // not there and back: a figure names its own ends
  const ends = new Map([
    [-first, -least],
    [-last, -high],
    [first, least],
    [last, high],
  ]);
  const end = (part: number): number => ends.get(part) ?? unbent(part, bend);
  const to = end(inner.to);
  const isLog = bend.kind === "log";
  const start = isLog ? Math.max(end(inner.from), to / power(DECADES)) : end(inner.from);
  return {
    low: isLog ? start : end(inner.low),
    high: end(inner.high),
    from: start,
    to,
    below: isLog ? low < start : inner.below,
    above: inner.above,
  };
}

function leastAbove(values: Numbers): number {
  let least = Infinity;
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell];
    if (value > 0 && value < least) least = value;
  }
  return least;
}

function sampled(values: Numbers): Float64Array {
  const stride = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample: number[] = [];
  for (let cell = 0; cell < values.length; cell += stride)
    if (Number.isFinite(values[cell])) sample.push(values[cell]);
  return Float64Array.from(sample);
}

/** A look with everything put in that another asks for beyond the usual. */
export const lookOver = (own: FigureLook, over: FigureLook): FigureLook => ({
  ground: over.ground,
  sequential: over.sequential === PLAIN_LOOK.sequential ? own.sequential : over.sequential,
  diverging: over.diverging === PLAIN_LOOK.diverging ? own.diverging : over.diverging,
  scale: over.scale === PLAIN_LOOK.scale ? own.scale : over.scale,
});

import type { QuantityValues } from "../plane/quantity.ts";
import type { Scale } from "../spec/quantities.ts";
import { type FigureLook, PLAIN_LOOK } from "../spec/resolve.ts";
import type { Bend } from "./bend.ts";
import { type ColorDomain, colorDomain } from "./color.ts";
import { mapFor } from "./colour-maps/maps.ts";

/** The most decades that a logarithmic scale shows; a loss falls to 1e-100 where nobody looks. */
const DECADES = 8;
/** Where a scale that is logarithmic both ways becomes linear, as a part of its reach. */
const WITHIN = 1e-3;

/**
 * The colours of a figure: its map, and its numbers bent as it asks. A logarithm of numbers of both signs is `symlog`,
 * with zero in the middle; directions stay as they are.
 */
export function lookDomain(values: QuantityValues, scale: Scale, look: FigureLook): ColorDomain {
  const plain = { ...colorDomain(values, scale), map: mapFor(scale, look) };
  if (look.scale === "linear" || scale === "cyclic" || Number.isNaN(values.low)) return plain;
  const { from, to, high } = plain;
  if (look.scale === "log" && scale === "sequential") return to > 0 ? logarithmic(plain, values) : plain;
  const reach = Math.max(Math.abs(from), Math.abs(to));
  const bend: Bend = { kind: "symlog", within: reach * WITHIN };
  return reach > 0 && high > plain.low ? { ...plain, bend } : plain;
}

/** From the smallest number above zero, but not from further down than so many decades. */
function logarithmic(domain: ColorDomain, { values, low }: QuantityValues): ColorDomain {
  let least = domain.high;
  for (const value of values) if (value > 0 && value < least) least = value;
  const start = Math.max(least, domain.high * 10 ** -DECADES);
  if (!(start < domain.high)) return domain;
  return { ...domain, low: start, from: start, below: low < start, bend: { kind: "log" } };
}

/** How a caption speaks of the scale; nothing of a plain one. */
export const scaleNote = (scale: Scale, look: FigureLook): string => {
  if (look.scale === "linear" || scale === "cyclic") return "";
  return look.scale === "log" && scale === "sequential"
    ? ", on a logarithmic scale"
    : ", logarithmic beyond a thousandth of the largest";
};

/** A look with everything put in that another asks for beyond the usual. */
export const lookOver = (own: FigureLook, over: FigureLook): FigureLook => ({
  ground: over.ground,
  sequential: over.sequential === PLAIN_LOOK.sequential ? own.sequential : over.sequential,
  diverging: over.diverging === PLAIN_LOOK.diverging ? own.diverging : over.diverging,
  scale: over.scale === PLAIN_LOOK.scale ? own.scale : over.scale,
});

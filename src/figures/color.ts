import type { Numbers } from "../plane/field.ts";
import type { Scale } from "../spec/quantities.ts";
import { type Bend, bent, LINEAR } from "./bend.ts";
import { type ColourMap, COLOUR_MAPS } from "./colour-maps/maps.ts";
import { LARGEST } from "./ends.ts";
import { toLight } from "./simulate.ts";
import type { QuantityValues } from "../plane/quantity.ts";

/** 256 colours, as a byte per channel. The last one of the palette is kept for cells without a finite value. */
export const MASKED = 255;
const SHADES = 255;

const MASK_COLOR = [0x9a, 0xa0, 0xa6];

/** What a scale is drawn with where nothing else is asked for. */
const USUAL: Readonly<Record<Scale, ColourMap>> = {
  sequential: "viridis",
  diverging: "RdBu",
  cyclic: "rainbow",
};

const palettes = new Map<ColourMap, Uint8Array>();

/** The colour map of a domain; of one that names none, the usual map of its scale. */
export const mapOf = ({ map }: Pick<ColorDomain, "map">, scale: Scale): ColourMap => map ?? USUAL[scale];

/** RGB triples for the 255 shades from low to high, then the colour of masked cells. */
export function paletteOf(map: ColourMap): Uint8Array {
  let palette = palettes.get(map);
  if (palette === undefined) {
    palette = new Uint8Array(256 * 3);
    for (let i = 0; i < 256; i++)
      palette.set(i === MASKED ? MASK_COLOR : COLOUR_MAPS[map](i / (SHADES - 1)), 3 * i);
    palettes.set(map, palette);
  }
  return palette;
}

/** The numbers at the two ends of the colours, the part of them that occurs, and whether values lie beyond. */
export interface ColorDomain {
  readonly low: number;
  readonly high: number;
  /** What a legend shows: low to high, cut to the values that there are. */
  readonly from: number;
  readonly to: number;
  readonly below: boolean;
  readonly above: boolean;
  /** Left out: the usual map of the scale, and numbers as they are. */
  readonly map?: ColourMap;
  readonly bend?: Bend;
}

const SAMPLE = 2048;
const TAIL = 0.005;
const FAR = 8;

/**
 * From the smallest to the largest value; where single cells lie far beyond the rest (the gradient of a distance at
 * s = 1 is one), from the half per cent at each end. Diverging scales have zero in the middle.
 */
export function colorDomain({ values, low, high }: QuantityValues, scale: Scale): ColorDomain {
  if (scale === "cyclic") return { low: -180, high: 180, from: -180, to: 180, below: false, above: false };
  if (Number.isNaN(low)) return { low: 0, high: 1, from: 0, to: 1, below: false, above: false };
  const sample = finiteSample(values);
  const others = sample.length - 1;
  const bottom = ranked(sample, Math.round(TAIL * others), 1);
  const top = ranked(sample, others - Math.round((1 - TAIL) * others), -1);
  const spread = top - bottom || high - low;
  const start = within(bottom - low > FAR * spread ? bottom : low);
  const end = within(high - top > FAR * spread ? top : high);
  const [first, last] = colorEnds(start, end, scale);
  const flat = isFlat(start, end);
  return {
    low: first,
    high: last,
    from: flat ? first : Math.max(first, start),
    to: flat ? last : Math.min(last, end),
    below: low < Math.max(first, start),
    above: high > Math.min(last, end),
  };
}

/** Next to a number beyond 2^53, one more is the same number. */
const LEAST_PART = 2 ** -40;

function colorEnds(start: number, end: number, scale: Scale): readonly [number, number] {
  if (scale !== "diverging")
    return isFlat(start, end) ? [start, start + Math.max(1, Math.abs(start) * LEAST_PART)] : [start, end];
  const reach = Math.max(Math.abs(start), Math.abs(end));
  return isFlat(0, reach) ? [-1, 1] : [-reach, reach];
}

const isFlat = (start: number, end: number): boolean => end - start < 1 / LARGEST;
const within = (value: number): number => Math.max(-LARGEST, Math.min(value, LARGEST));

function finiteSample(values: Numbers): Numbers {
  const stride = Math.max(1, Math.floor(values.length / SAMPLE));
  const sample = new Float64Array(Math.ceil(values.length / stride));
  let count = 0;
  for (let i = 0; i < values.length; i += stride) if (Number.isFinite(values[i])) sample[count++] = values[i];
  return count > 0 ? sample.subarray(0, count) : values.filter(Number.isFinite);
}

/** The number with `place` smaller ones before it, or larger ones for sign −1. Fast for few: sorts no more than these. */
function ranked(numbers: Numbers, place: number, sign: 1 | -1): number {
  const least = new Float64Array(place + 1).fill(Infinity);
  for (let i = 0; i < numbers.length; i++) {
    const x = sign * numbers[i];
    if (x >= least[place]) continue;
    let at = place;
    for (; at > 0 && least[at - 1] > x; at--) least[at] = least[at - 1];
    least[at] = x;
  }
  return sign * least[place];
}

/** The shade of every value; what is not finite is masked. `out` is filled and returned. */
export function shadesOf(
  values: Numbers,
  { low, high, bend = LINEAR }: ColorDomain,
  out: Uint8Array,
): Uint8Array {
  if (bend.kind !== "linear") return bentShades(values, bent(low, bend), bent(high, bend), bend, out);
  const slope = SHADES / (high - low);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const shade = (value - low) * slope;
    out[i] = value - value !== 0 ? MASKED : shade < 0 ? 0 : shade >= SHADES ? SHADES - 1 : shade;
  }
  return out;
}

function bentShades(values: Numbers, low: number, high: number, bend: Bend, out: Uint8Array): Uint8Array {
  const slope = SHADES / (high - low);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const shade = (bent(value, bend) - low) * slope;
    out[i] = value - value !== 0 ? MASKED : shade < 0 ? 0 : shade >= SHADES ? SHADES - 1 : shade;
  }
  return out;
}

/** The shade of one value. */
export const shadeOf = (value: number, domain: ColorDomain): number =>
  shadesOf(Float64Array.of(value), domain, new Uint8Array(1))[0];

/** Whether white letters on the colour of a value would have less than 3 : 1, and dark ones do better. */
export function isLight(value: number, scale: Scale, domain: ColorDomain): boolean {
  const shade = shadeOf(value, domain);
  const [r, g, b] = paletteOf(mapOf(domain, scale)).subarray(3 * shade, 3 * shade + 3);
  return luminance(r, g, b) > 0.3;
}

/** Relative luminance of bytes of sRGB (IEC 61966-2-1). */
const luminance = (...bytes: readonly [number, number, number]): number => {
  const [r, g, b] = bytes.map(toLight);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

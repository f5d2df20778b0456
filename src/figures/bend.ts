import { ticks } from "d3";
import { numberLabel } from "./ticks.ts";

/**
 * How numbers become parts of a colour scale: as they are, by their logarithm, or both ways from zero, linear within
 * ±`within`, a power of ten, and by the logarithm of their size beyond.
 */
export type Bend =
  | { readonly kind: "linear" }
  | { readonly kind: "log" }
  | { readonly kind: "symlog"; readonly within: number };

export const LINEAR: Bend = { kind: "linear" };

/** A number bent; what has no logarithm is −∞. */
export function bent(value: number, bend: Bend): number {
  if (bend.kind === "linear") return value;
  if (bend.kind === "log") return value > 0 ? Math.log10(value) : -Infinity;
  const times = Math.abs(value) / bend.within;
  // the linear part is as long as a power of ten
  return times <= 1 ? value / bend.within : Math.sign(value) * (1 + Math.log10(times));
}

/** The number that `bent` makes `part` of. */
export function unbent(part: number, bend: Bend): number {
  if (bend.kind === "linear") return part;
  if (bend.kind === "log") return 10 ** part;
  return bend.within * (Math.abs(part) <= 1 ? part : Math.sign(part) * 10 ** (Math.abs(part) - 1));
}

const DECADES_FOR_FINE = 2.5;

/** Round numbers between two ends, about so many: powers of ten where the scale is bent. */
export function bentTicks(from: number, to: number, count: number, bend: Bend): number[] {
  if (bend.kind === "linear") return ticks(from, to, count);
  if (bend.kind === "log") return logTicks(from, to, count);
  const { within } = bend;
  const positive = to > within ? logTicks(within, to, count / 2, true) : [];
  const negative = from < -within ? logTicks(within, -from, count / 2, true).map((tick) => -tick) : [];
  return [...negative.toReversed(), ...(from <= 0 && to >= 0 ? [0] : []), ...positive];
}

/**
 * 1, 2, 5 of each decade over a short way, each so many decades over a long one; from the start, where that is a power
 * of ten.
 */
function logTicks(from: number, to: number, count: number, fromStart = false): number[] {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  const powers = (step: number): number[] => {
    const first = fromStart ? Math.round(low) : Math.ceil(low / step - 1e-9) * step;
    const last = Math.floor(high + 1e-9);
    const length = Math.max(0, Math.floor((last - first) / step) + 1);
    return Array.from({ length }, (_, i) => Number(`1e${first + i * step}`));
  };
  if (high - low <= DECADES_FOR_FINE) {
    const first = Math.floor(low);
    const fine = Array.from({ length: Math.ceil(high) - first + 1 }, (_, i) => first + i)
      .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
      .filter((tick) => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
    if (fine.length > 1) return fine;
    return ticks(from, to, count);
  }
  const step = Math.max(1, Math.ceil((high - low) / Math.max(1, count)));
  return powers(step);
}

/** What stands at the ticks of a scale: where one needs a power of ten, all that are powers are written as such. */
export function tickLabels(values: readonly number[], bend: Bend): string[] {
  const isLong = (value: number): boolean =>
    value !== 0 && !(Math.abs(value) >= 0.01 && Math.abs(value) <= 1000);
  const inPowers = bend.kind !== "linear" && values.some((value) => isPower(value) && isLong(value));
  return values.map((value) => (inPowers && isPower(value) ? powerLabel(value) : numberLabel(value)));
}

const isPower = (value: number): boolean => {
  const power = Math.log10(Math.abs(value));
  return Number.isFinite(power) && Math.abs(power - Math.round(power)) < 1e-9;
};

function powerLabel(value: number): string {
  const exponent = Math.round(Math.log10(Math.abs(value)));
  return `$${value < 0 ? "−" : ""}10^{${exponent < 0 ? "−" : ""}${Math.abs(exponent)}}$`;
}

const MOST_MINOR = 80;

/** 2 to 9 times the powers of ten between two ends, for ticks without numbers; none where they would be a blur. */
export function minorTicks(from: number, to: number, bend: Bend): number[] {
  if (bend.kind === "linear") return [];
  if (bend.kind === "log") return minorBetween(from, to);
  const positive = to > bend.within ? minorBetween(bend.within, to) : [];
  const negative = from < -bend.within ? minorBetween(bend.within, -from).map((tick) => -tick) : [];
  return [...negative.toReversed(), ...positive];
}

function minorBetween(from: number, to: number): number[] {
  const first = Math.floor(Math.log10(from));
  const decades = Math.max(0, Math.floor(Math.log10(to)) - first + 1);
  if (decades * 8 > MOST_MINOR) return [];
  return Array.from({ length: decades }, (_, i) => first + i)
    .flatMap((power) => [2, 3, 4, 5, 6, 7, 8, 9].map((digit) => Number(`${digit}e${power}`)))
    .filter((tick) => tick > from && tick < to);
}

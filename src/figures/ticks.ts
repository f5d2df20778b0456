import { ticks } from "d3";
import type { Axis } from "../spec/axes.ts";

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A number for a tick or a legend: a real minus, no `e` notation below a million. */
export function numberLabel(x: number): string {
  const short = Number(x.toPrecision(6));
  const size = Math.abs(short);
  const text =
    short !== 0 && (size >= 1e6 || size < 1e-4) ? short.toExponential().replace("e+", "e") : String(short);
  return text.replaceAll("-", "−");
}

/**
 * About `count` ticks: multiples of π/4 for radians, of 30° for degrees, finer or coarser on other ranges; decimal
 * for cosines and chords, and on ranges so short that they hold fewer than two such multiples.
 */
export function axisTicks({ unit, range }: Axis, count: number): Tick[] {
  const low = Math.min(...range);
  const high = Math.max(...range);
  const found =
    unit === "radians"
      ? stepped(low, high, Math.PI, [1 / 24, 1 / 12, 1 / 8, 1 / 4, 1 / 2, 1], count, piLabel)
      : unit === "degrees"
        ? stepped(low, high, 1, [1, 5, 10, 15, 30, 45, 90], count, degreeLabel)
        : [];
  if (found.length >= 2) return found;
  const label = unit === "degrees" ? degreeLabel : numberLabel;
  return ticks(low, high, count).map((at) => ({ at, label: label(at) }));
}

/** About `count` round numbers of a range, which may fall. */
export const numberTicks = ([start, end]: readonly [number, number], count: number): Tick[] =>
  ticks(Math.min(start, end), Math.max(start, end), count).map((at) => ({ at, label: numberLabel(at) }));

const degreeLabel = (at: number): string => `${numberLabel(at)}°`;

function stepped(
  low: number,
  high: number,
  unit: number,
  steps: readonly number[],
  count: number,
  label: (at: number) => string,
): Tick[] {
  const step =
    unit * (steps.find((each) => (high - low) / (each * unit) <= count + 1e-9) ?? steps[steps.length - 1]);
  const found: Tick[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
    found.push({ at: Math.min(high, Math.max(low, k * step)), label: label(k * step) });
  }
  return found;
}

function piLabel(at: number): string {
  const [top, bottom] = reduced(Math.round((at / Math.PI) * 24), 24);
  if (top === 0) return "0";
  const times = Math.abs(top) === 1 ? "" : String(Math.abs(top));
  return `${top < 0 ? "−" : ""}${times}π${bottom === 1 ? "" : `/${bottom}`}`;
}

function reduced(top: number, bottom: number): [number, number] {
  let [a, b] = [Math.abs(top), bottom];
  while (b > 0) [a, b] = [b, a % b];
  return [top / a, bottom / a];
}

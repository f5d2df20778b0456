import { ticks } from "d3";

/**
 * How numbers become parts of a colour scale: as they are, by their logarithm, or by the logarithm of their size beyond
 * `within` of zero, which stays where it is.
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
  return Math.sign(value) * Math.log1p(Math.abs(value) / bend.within);
}

const DECADES_FOR_FINE = 2.5;

/** Round numbers between two ends, about so many: powers of ten where the scale is bent. */
export function bentTicks(from: number, to: number, count: number, bend: Bend): number[] {
  if (bend.kind === "linear") return ticks(from, to, count);
  if (bend.kind === "log") return logTicks(from, to, count);
  const { within } = bend;
  const positive = to > within ? logTicks(within, to, count / 2) : [];
  const negative = from < -within ? logTicks(within, -from, count / 2).map((tick) => -tick) : [];
  return [...negative.toReversed(), ...(from <= 0 && to >= 0 ? [0] : []), ...positive];
}

/** 1, 2, 5 of each decade over a short way, each so many decades over a long one. */
function logTicks(from: number, to: number, count: number): number[] {
  const [low, high] = [Math.log10(from), Math.log10(to)];
  const powers = (step: number): number[] => {
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => 10 ** ((first + i) * step));
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
  return powers(step).map((power) => Number(power.toPrecision(12)));
}

/** `$10^{-3}$` beyond what is read at a glance; undefined for numbers that are no powers of ten. */
export function powerLabel(value: number): string | undefined {
  const power = Math.log10(Math.abs(value));
  if (!Number.isFinite(power) || Math.abs(power - Math.round(power)) > 1e-9) return undefined;
  const exponent = Math.round(power);
  if (exponent >= -2 && exponent <= 3) return undefined;
  return `${value < 0 ? "−" : ""}$10^{${exponent < 0 ? "−" : ""}${Math.abs(exponent)}}$`;
}

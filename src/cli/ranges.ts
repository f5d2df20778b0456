import { InputError } from "../losses/errors.ts";

/** A name and the numbers that it runs through. */
export interface Range {
  readonly name: string;
  readonly values: Float64Array;
}

const MOST = 100_000;
const SHAPE = "NAME=start:end:count, or NAME=start:end:count:log";

/** `NAME=start:end:count[:log]`: `count` numbers from start to end, both included, evenly or by equal factors. */
export function rangeOf(text: string): Range {
  const at = text.indexOf("=");
  const refuse = (expected: string): InputError =>
    new InputError(`invalid --vary: ${text}; expected ${expected}`);
  if (at < 1) throw refuse(SHAPE);
  const [ends, scale] = split(text.slice(at + 1));
  if (ends.length !== 3 || (scale !== undefined && scale !== "log")) throw refuse(SHAPE);
  const [start, end, count] = ends.map((part) => (part.trim() === "" ? NaN : Number(part)));
  if (!Number.isFinite(start) || !Number.isFinite(end)) throw refuse("numbers for start and end");
  if (!(Number.isInteger(count) && count >= 1 && count <= MOST))
    throw refuse(`a whole number from 1 to ${MOST} for count`);
  if (count === 1 && start !== end) throw refuse("a count of at least 2 from one number to another");
  if (scale === "log" && !(start > 0 && end > 0))
    throw refuse("start and end above 0 for a logarithmic range");
  return { name: text.slice(0, at).trim(), values: numbersOf(start, end, count, scale === "log") };
}

function split(text: string): readonly [ends: readonly string[], scale: string | undefined] {
  const parts = text.split(":");
  return parts.length > 3 ? [parts.slice(0, 3), parts.slice(3).join(":")] : [parts, undefined];
}

function numbersOf(start: number, end: number, count: number, isLog: boolean): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    if (i === 0) return start;
    if (i === count - 1) return end;
    // one division at the end: 0.035 rather than 0.035000000000000003
    return isLog ? start * (end / start) ** (i / (count - 1)) : start + ((end - start) * i) / (count - 1);
  });
}

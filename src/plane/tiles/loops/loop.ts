import type { Numbers } from "../../field.ts";

/**
 * `out[o + i] = f(a[p + i], b[q + i], c[r + i])` for `count` numbers. An operand that does not run along is one number
 * and stays where it is; operands that the primitive does not have are ignored. `out` may be one of the operands.
 */
export type Loop<Array extends Numbers = Float64Array> = (
  count: number,
  out: Array,
  o: number,
  a: Array,
  p: number,
  b: Array,
  q: number,
  c: Array,
  r: number,
) => void;

/** Which operands run along with the result, as bits: 1 the first, 2 the second, 4 the third. */
export const ALONG = { FIRST: 0b001, SECOND: 0b010, BOTH: 0b011 } as const;

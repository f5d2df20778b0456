import { type PrimitiveName, PRIMITIVES } from "../../../formula/primitives/table.ts";
import type { Numbers } from "../../field.ts";
import { BINARY } from "./binary.ts";
import { ALONG, type Loop } from "./loop.ts";
import { UNARY } from "./unary.ts";

/** A primitive, or two of the same operand at once: the second result stands where a second operand would. */
export type TilePrimitive = PrimitiveName | "softplusAndSigmoid";

/** Below it ln(1 + e) is e to the last bit. */
const TINY = 2 ** -54;

/** softplus and sigmoid share their exponential; value and gradient nearly always want both. */
const softplusAndSigmoid: Loop = (count, out, o, a, p, second, q) => {
  for (let i = 0; i < count; i++) {
    const x = a[p + i];
    const e = Math.exp(-Math.abs(x));
    out[o + i] = (x > 0 ? x : 0) + (e < TINY ? e : Math.log1p(e));
    second[q + i] = (x >= 0 ? 1 : e) / (1 + e);
  }
};

const SPECIAL: Readonly<Partial<Record<TilePrimitive, Readonly<Record<number, Loop>>>>> = {
  ...BINARY,
  ...Object.fromEntries(Object.entries(UNARY).map(([name, loop]) => [name, { [ALONG.FIRST]: loop }])),
  softplusAndSigmoid: { [ALONG.BOTH]: softplusAndSigmoid },
};

/** The loop of a primitive whose operands run along as `along` says: its own, or one that calls the primitive. */
export function loopOf(primitive: TilePrimitive, along: number): Loop {
  const special = SPECIAL[primitive]?.[along];
  if (special) return special;
  if (primitive === "softplusAndSigmoid") throw new Error(`no loop for ${primitive} of a single number`);
  return callingLoop(primitive, along);
}

/** A loop in either precision that calls the primitive for every number. */
export function callingLoop<Array extends Numbers>(primitive: PrimitiveName, along: number): Loop<Array> {
  const apply: (a: number, b: number, c: number) => number = PRIMITIVES[primitive];
  const [stepA, stepB, stepC] = [along & 1, (along >> 1) & 1, along >> 2];
  return (count, out, o, a, p, b, q, c, r) => {
    for (let i = 0; i < count; i++) out[o + i] = apply(a[p + stepA * i], b[q + stepB * i], c[r + stepC * i]);
  };
}

import { describe, expect, it } from "vitest";
import { PRIMITIVES } from "../../src/formula/primitives/table.ts";
import type { Kernels } from "../../src/kernels/kernels.ts";
import { loadKernels } from "../../src/kernels/load.ts";

const kernels = await loadKernels();
if (!kernels) throw new Error("no kernels here, although Node has WebAssembly with SIMD");
const { single, double } = kernels;

type Name = keyof typeof PRIMITIVES;

const EXACT: readonly Name[] = [
  "add", "subtract", "multiply", "divide", "min", "max", "less", "lessEqual", "greater", "greaterEqual",
  "negate", "abs", "sqrt", "relu", "step", "sign", "select", "clamp",
]; // prettier-ignore

/** Largest error in units of the last place of the result, or of `floor` where the result is smaller. */
const ROUNDED: Readonly<Partial<Record<Name, { double: number; single: number; floor: number }>>> = {
  exp: { double: 2, single: 2, floor: 0 },
  expm1: { double: 3, single: 1, floor: 0 },
  log: { double: 2, single: 1, floor: 0 },
  log1p: { double: 2, single: 1, floor: 0 },
  // the roundings of t = e^(-|z|), of t / (2 + t) and of the series add up
  softplus: { double: 4, single: 4, floor: 0 },
  sigmoid: { double: 3, single: 4, floor: 0 },
  tanh: { double: 4, single: 1, floor: 0 },
  // beside a zero of the function only the absolute error is small
  logSoftplus: { double: 3, single: 1, floor: 1 },
  logAddExp: { double: 3, single: 1, floor: 1 },
  sin: { double: 1, single: 1, floor: 0.25 },
  cos: { double: 1, single: 1, floor: 0.25 },
};

const EXTREME = [
  0, -0, 1, -1, 0.5, -0.5, 2, 3, 1e-8, -1e-8, 1e-300, 5e-324, -5e-324, 1e-40, -1e-40, 37, -37, 36.99, 40.5, 88,
  -87, 89, -104, 700, -700, 709.5, 745, -745, 1e5, -1e5, 499999, 1e7, 1e15, 1e22, 1e38, -1e38, 1e308, -1e308,
  Infinity, -Infinity, NaN, Math.PI, -Math.PI / 2, Math.SQRT2, Math.SQRT1_2, Math.LN2,
]; // prettier-ignore

/** Numbers of every size that the plane meets, always the same. */
function numbers(): number[] {
  let state = 9;
  const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
  const wide = Array.from({ length: 3000 }, () => (random() - 0.5) * 2 ** (random() * 24 - 12));
  const tiny = Array.from({ length: 1000 }, () => (random() - 0.5) * 10 ** (-random() * 30));
  return [...EXTREME, ...wide, ...tiny];
}

const ulpOf = (x: number, precision: 32 | 64): number => {
  const [digits, least] = precision === 64 ? [52, 2 ** -1022] : [23, 2 ** -126];
  return 2 ** (Math.floor(Math.log2(Math.max(Math.abs(x), least))) - digits);
};

/** What the kernel gives for rows of arguments. */
function computed({ memory, start, kernel, lanes }: Kernels, name: Name, args: readonly number[][]) {
  const count = args[0].length;
  const room = Math.ceil(count / lanes) * lanes;
  args.forEach((values, i) => memory.set(values, start + i * room));
  const at = [0, 1, 2].map((i) => start + i * room);
  const out = start + 3 * room;
  const call = kernel(name);
  if (!call) throw new Error(`no kernel of ${name}`);
  call(out, at[0], at[1], at[2], 0b111, count);
  return {
    given: args.map((_, i) => Array.from(memory.subarray(at[i], at[i] + count))),
    result: Array.from(memory.subarray(out, out + count)),
  };
}

/** Arguments of one to three operands; the later ones are the same numbers in another order. */
function argumentsOf(name: Name): number[][] {
  const first = numbers();
  const arity = PRIMITIVES[name].length;
  const other = (step: number): number[] => first.map((_, i) => first[(i * step + 7) % first.length]);
  if (name === "select") return [first.map((x, i) => (i % 3 === 0 ? 0 : x)), first, other(11)];
  return [first, other(17), other(23)].slice(0, arity);
}

describe.each([double, single])("kernels in $precision bits", (set) => {
  const { precision } = set;
  const round = precision === 32 ? Math.fround : (x: number): number => x;
  const least = precision === 32 ? 2 ** -126 : 2 ** -1022;

  it.each(EXACT)("%s is what the formula table says, to the bit", (name) => {
    const { given, result } = computed(set, name, argumentsOf(name));
    const f = PRIMITIVES[name] as (...args: number[]) => number;
    result.forEach((x, i) => {
      const args = given.map((values) => values[i]);
      const expected = round(f(...args));
      expect(
        Object.is(x, expected) || (Number.isNaN(x) && Number.isNaN(expected)),
        `${name}(${args}): ${x}`,
      ).toBe(true);
    });
  });

  it.each(Object.keys(ROUNDED) as Name[])("%s is near the formula table", (name) => {
    const bound = ROUNDED[name];
    if (!bound) throw new Error(name);
    const { given, result } = computed(set, name, argumentsOf(name));
    const f = PRIMITIVES[name] as (...args: number[]) => number;
    let worst = 0;
    let where = "";
    result.forEach((x, i) => {
      const args = given.map((values) => values[i]);
      const exact = f(...args);
      const expected = round(exact);
      if (!Number.isFinite(expected)) {
        expect(x, `${name}(${args})`).toBe(expected);
        return;
      }
      // below the normal numbers: 0, as stated
      if (Math.abs(exact) < least && x === 0) return;
      const error = Math.abs(x - exact) / ulpOf(Math.max(Math.abs(exact), bound.floor), precision);
      if (!(error <= worst)) [worst, where] = [error, `${name}(${args}) = ${exact}, not ${x}`];
    });
    console.log(`${name} ${precision}: ${worst.toFixed(2)} units in the last place`);
    expect(worst, where).toBeLessThanOrEqual(precision === 64 ? bound.double : bound.single);
  });

  it("takes a number in place of a vector, on either side", () => {
    const { memory, start, splat, kernel, lanes } = set;
    memory.set([1, 2, 3, 4, 5, 6, 7, 8], start);
    const scalar = start + 8;
    const out = start + 8 + lanes;
    splat(scalar, 10);
    kernel("subtract")?.(out, start, scalar, 0, 0b01, 8);
    expect(Array.from(memory.subarray(out, out + 8))).toEqual([-9, -8, -7, -6, -5, -4, -3, -2]);
    kernel("subtract")?.(out, scalar, start, 0, 0b10, 8);
    expect(Array.from(memory.subarray(out, out + 8))).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
    kernel("multiply")?.(start, start, start, 0, 0b11, 8);
    expect(Array.from(memory.subarray(start, start + 8))).toEqual([1, 4, 9, 16, 25, 36, 49, 64]);
    splat(out, 30);
    kernel("clamp")?.(start, start, scalar, out, 0b001, 8);
    expect(Array.from(memory.subarray(start, start + 8))).toEqual([10, 10, 10, 16, 25, 30, 30, 30]);
  });

  it("knows no kernel of a name that it does not have", () => {
    for (const name of ["power", "fusedSoftplus", "memory", "toString", ""]) {
      expect(set.kernel(name)).toBeUndefined();
    }
  });
});

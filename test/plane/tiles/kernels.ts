import { type PrimitiveName, PRIMITIVES } from "../../../src/formula/primitives/table.ts";
import type { Kernel, Kernels } from "../../../src/kernels/kernels.ts";

/** Kernels of the primitives named, by the definition and rounded to their precision, over `length` numbers. */
export function definedKernels(
  precision: 32 | 64,
  names: readonly (PrimitiveName | "softplusAndSigmoid")[],
  length: number,
): Kernels {
  const memory = precision === 32 ? new Float32Array(length) : new Float64Array(length);
  const lanes = 128 / precision;
  const over = (count: number, write: (i: number) => void): void => {
    // whole blocks, as vectors are
    for (let i = 0; i < Math.ceil(count / lanes) * lanes; i++) write(i);
  };
  const twin: Kernel = (out, a, second, _, along, count) => {
    if (along !== 0b11) throw new Error(`operands ${along} of two results`);
    over(count, (i) => {
      const x = memory[a + i];
      memory[out + i] = PRIMITIVES.softplus(x);
      memory[second + i] = PRIMITIVES.sigmoid(x);
    });
  };
  const kernelOf = (name: PrimitiveName): Kernel => {
    const apply: (a: number, b: number, c: number) => number = PRIMITIVES[name];
    return (out, a, b, c, along, count) =>
      over(count, (i) => {
        const [x, y, z] = [a, b, c].map((at, bit) => memory[at + (along & (1 << bit) ? i : i % lanes)]);
        memory[out + i] = apply(x, y, z);
      });
  };
  return {
    precision,
    lanes,
    memory: memory.fill(NaN),
    start: 2 * lanes,
    splat: (at, x) => void memory.fill(x, at, at + lanes),
    kernel: (name) => {
      const found = names.find((each) => each === name);
      return found === "softplusAndSigmoid" ? twin : found && kernelOf(found);
    },
  };
}

import type { FusedInstance, FusedKernel, FusedName } from "./fused.ts";
import type { Kernel, Kernels } from "./kernels.ts";

/** One instance of the compiled kernels: both precisions and the fused kernels over one arena. */
export interface KernelModule extends FusedInstance {
  readonly single: Kernels;
  readonly double: Kernels;
  /** A kernel that paints; see `paint.ts` of the assembly. */
  readonly painter: (
    name: "spread" | "paint" | "stroke" | "hatch",
  ) => (...numbers: readonly number[]) => void;
  /** The compiled module: it can be sent to a worker. */
  readonly module: WebAssembly.Module;
}

const PAINTERS: ReadonlySet<string> = new Set(["spread", "paint", "stroke", "hatch"]);

const IMPORTS: WebAssembly.Imports = { math: { sin: Math.sin, cos: Math.cos } };

/** A fresh instance with an arena of its own. Rejects where an instance cannot be made. */
export async function instantiateKernels(module: WebAssembly.Module): Promise<KernelModule> {
  const { exports } = await WebAssembly.instantiate(module, IMPORTS);
  const { memory, arenaStart } = exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof arenaStart !== "function") {
    throw new Error("kernels without memory; build them again");
  }
  const start = Math.ceil(Number(arenaStart()) / 64) * 64;
  const singles = new Float32Array(memory.buffer);
  const doubles = new Float64Array(memory.buffer);
  const named = (name: string) => {
    const found = exports[name];
    if (typeof found !== "function") throw new Error(`no kernel ${name}; build them again`);
    return found;
  };
  return {
    module,
    start,
    singles,
    doubles,
    bytes: new Uint8Array(memory.buffer),
    fused: (name: FusedName, precision) => named(`${name}${precision}`) as FusedKernel,
    painter: (name) => named(`${name}32`) as (...numbers: readonly number[]) => void,
    single: kernelsOver(exports, singles, 32, start),
    double: kernelsOver(exports, doubles, 64, start),
  };
}

function kernelsOver(
  exports: WebAssembly.Exports,
  memory: Float32Array | Float64Array,
  precision: 32 | 64,
  startByte: number,
): Kernels {
  const lanes = 128 / precision;
  return {
    precision,
    lanes,
    memory,
    start: (startByte * 8) / precision,
    splat: (at, x) => void memory.fill(x, at, at + lanes),
    kernel: (name) => {
      const found = Object.hasOwn(exports, `${name}${precision}`) && exports[`${name}${precision}`];
      // the others go by doors of their own
      const isLoop = !name.startsWith("fused") && !PAINTERS.has(name);
      return typeof found === "function" && isLoop ? (found as Kernel) : undefined;
    },
  };
}

import { GpuUnavailable } from "./unavailable.ts";

/** What the optional package `webgpu` (Dawn for Node) exports. */
interface NodeWebGpu {
  readonly create: (flags: readonly string[]) => GPU;
}

const isNodeWebGpu = (module: unknown): module is NodeWebGpu =>
  typeof module === "object" && module !== null && "create" in module && typeof module.create === "function";

let kept: Promise<GPU> | undefined;

/**
 * The GPUs of the optional package `webgpu`, for `requestGpu({ gpu })` in Node; the same object every time. Throws
 * `GpuUnavailable` where the package is not installed or does not run here.
 */
export function loadNodeGpu(): Promise<GPU> {
  // devices outlive the object that they came from only as long as somebody holds it: Dawn crashes once it is collected
  kept ??= load().catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function load(): Promise<GPU> {
  // the cast keeps the type checker from looking for a package that need not be there
  const module: unknown = await import(/* @vite-ignore */ "webgpu" as string).catch((error: unknown) => {
    throw new GpuUnavailable("adapter", `the package webgpu cannot be loaded: ${firstLine(error)}`);
  });
  if (!isNodeWebGpu(module)) throw new GpuUnavailable("adapter", "the package webgpu has no create()");
  return module.create([]);
}

const firstLine = (error: unknown): string => String(error).split("\n")[0];

import { instantiateKernels, type KernelModule } from "./instance.ts";
import { nodeModule } from "./node.ts";

const ADDRESS = new URL("../assets/kernels.wasm", import.meta.url);

let loaded: Promise<KernelModule | undefined> | undefined;

/**
 * The vector kernels, compiled once; undefined where there is no WebAssembly with SIMD, the page's policy forbids it, or
 * the file cannot be had. Plain TypeScript computes the same then.
 */
export const loadKernels = (): Promise<KernelModule | undefined> =>
  (loaded ??= compiled(ADDRESS)
    .then(instantiateKernels)
    .catch(() => undefined));

/** Rejects with the reason where `loadKernels` gives undefined. */
export async function compiled(address: URL): Promise<WebAssembly.Module> {
  const files = address.protocol === "file:" ? nodeModule("node:fs/promises") : undefined;
  if (files) return WebAssembly.compile(new Uint8Array(await files.readFile(address)));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href}: ${response.status}`);
  // streaming insists on the MIME type, which not every static host has right
  const type = response.headers.get("content-type") ?? "";
  if (type.startsWith("application/wasm")) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

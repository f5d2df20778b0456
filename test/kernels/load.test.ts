import { readFileSync, statSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { instantiateKernels } from "../../src/kernels/instance.ts";
import { compiled } from "../../src/kernels/load.ts";

const ADDRESS = new URL("../../src/assets/kernels.wasm", import.meta.url);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The loader as a page or process sees it that has not loaded anything. */
const freshLoader = async () => (await import("../../src/kernels/load.ts")).loadKernels;

describe("the compiled kernels", () => {
  it("are one file of at most 30 KB", () => {
    const { size } = statSync(ADDRESS);
    console.log(`kernels.wasm: ${size} bytes`);
    expect(size).toBeLessThanOrEqual(30 * 1024);
  });

  it("have memory that cannot grow", async () => {
    const { bytes } = await instantiateKernels(await compiled(ADDRESS));
    expect(bytes.length).toBe(2 ** 24);
    const { exports } = await WebAssembly.instantiate(await compiled(ADDRESS), { math: Math as never });
    expect(() => (exports.memory as WebAssembly.Memory).grow(1)).toThrow(RangeError);
  });

  it("are undefined where there is no WebAssembly", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    expect(await (await freshLoader())()).toBeUndefined();
  });

  it("are undefined where the page's policy, or a machine without SIMD, refuses to compile", async () => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError("refused"));
    vi.stubGlobal("WebAssembly", { ...WebAssembly, compile: refuse, compileStreaming: refuse });
    expect(await (await freshLoader())()).toBeUndefined();
  });

  it("are compiled once", async () => {
    const loadKernels = await freshLoader();
    expect(loadKernels()).toBe(loadKernels());
    expect(await loadKernels()).toBeDefined();
  });
});

describe("over a network", () => {
  const served = (type: string, status = 200) =>
    vi.stubGlobal("fetch", () =>
      Promise.resolve(new Response(readFileSync(ADDRESS), { status, headers: { "content-type": type } })),
    );
  const address = new URL("https://example.org/kernels.wasm");

  it.each(["application/wasm", "application/octet-stream", "text/plain; charset=utf-8"])(
    "are read whatever the host calls them: %s",
    async (type) => {
      served(type);
      expect(await compiled(address)).toBeInstanceOf(WebAssembly.Module);
    },
  );

  it("are refused with the reason where the host has none", async () => {
    served("text/html", 404);
    await expect(compiled(address)).rejects.toThrow("https://example.org/kernels.wasm: 404");
  });
});

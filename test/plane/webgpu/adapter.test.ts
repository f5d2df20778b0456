import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSoftwareAdapter, openDevice } from "../../../src/plane/webgpu/adapter.ts";
import { loadNodeGpu } from "../../../src/plane/webgpu/node.ts";

const plain = { vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false };

const gpuWith = (
  info: Partial<typeof plain> | null,
  requestDevice = () => Promise.resolve({} as GPUDevice),
) =>
  ({
    requestAdapter: () => Promise.resolve(info && { info: { ...plain, ...info }, requestDevice }),
  }) as unknown as GPU;

describe("an adapter", () => {
  it.each([
    [{ isFallbackAdapter: true }, true],
    [{ vendor: "google", architecture: "swiftshader" }, true],
    [{ description: "llvmpipe (LLVM 15.0.6, 256 bits)" }, true],
    [{ description: "Mesa Lavapipe" }, true],
    [{ description: "Microsoft Basic Render Driver" }, true],
    [{ vendor: "nvidia", architecture: "hopper", description: "NVIDIA H100" }, false],
    [{ vendor: "apple", architecture: "metal-3" }, false],
  ])("%o is software: %s", async (info, software) => {
    expect(isSoftwareAdapter({ ...plain, ...info })).toBe(software);
    const unasked = openDevice({ gpu: gpuWith(info) });
    if (software) await expect(unasked).rejects.toMatchObject({ reason: "software" });
    else await expect(unasked).resolves.toMatchObject({ software });
    await expect(openDevice({ gpu: gpuWith(info), software: true })).resolves.toMatchObject({ software });
  });

  it("bears its description, or what else it is called", async () => {
    const nameOf = async (info: Partial<typeof plain>) => (await openDevice({ gpu: gpuWith(info) })).name;
    expect(await nameOf({ vendor: "nvidia", description: "NVIDIA H100" })).toBe("NVIDIA H100");
    expect(await nameOf({ vendor: "apple", architecture: "metal-3" })).toBe("apple metal-3");
    expect(await nameOf({})).toBe("unnamed GPU");
  });

  it("that is missing, or gives no device, is a GpuUnavailable", async () => {
    const missing = { name: "GpuUnavailable", reason: "adapter" };
    await expect(openDevice({ gpu: gpuWith(null) })).rejects.toMatchObject(missing);
    await expect(openDevice({ gpu: undefined })).rejects.toMatchObject(missing);
    const refusing = gpuWith({ description: "A GPU" }, () => Promise.reject(new Error("busy")));
    await expect(openDevice({ gpu: refusing })).rejects.toMatchObject({
      ...missing,
      message: "no device of A GPU: Error: busy",
    });
  });

  it("of Node needs the optional package", async () => {
    const outcome = await loadNodeGpu().then(
      (gpu) => ({ found: typeof gpu.requestAdapter }),
      (error: unknown) => error,
    );
    const installed = existsSync(new URL("../../../node_modules/webgpu", import.meta.url));
    expect(outcome).toMatchObject(
      installed ? { found: "function" } : { name: "GpuUnavailable", reason: "adapter" },
    );
  });
});

import { describe, expect, it } from "vitest";
import { Session } from "../../../src/plane/webgpu/session.ts";

const INFO = { vendor: "", architecture: "", device: "", description: "Test GPU", isFallbackAdapter: false };

/** A GPU whose error scopes catch what they are told to, and whose device is lost on demand. */
function fakeGpu() {
  const open: string[] = [];
  const errors = new Map<string, string>();
  let lose: (info: { reason: string; message: string }) => void = () => {};
  const pipelines: string[] = [];
  let refused: string | undefined;
  const device = {
    lost: new Promise((done) => (lose = done)),
    pushErrorScope: (filter: string) => void open.push(filter),
    popErrorScope: () => {
      const filter = open.pop() ?? "none open";
      const message = errors.get(filter) ?? (filter === "validation" ? refused : undefined);
      return Promise.resolve(message === undefined ? null : { message });
    },
    destroy: () => lose({ reason: "destroyed", message: "" }),
    createShaderModule: ({ code }: { code: string }) => ({ code }),
    createBindGroupLayout: Object,
    createPipelineLayout: Object,
    createComputePipelineAsync: ({ compute }: { compute: { module: { code: string } } }) => {
      pipelines.push(compute.module.code);
      return Promise.resolve({ code: compute.module.code });
    },
  };
  const adapter = { info: INFO, requestDevice: () => Promise.resolve(device) };
  const gpu = { requestAdapter: () => Promise.resolve(adapter) } as unknown as GPU;
  return {
    gpu,
    open,
    errors,
    pipelines,
    lose: (message: string) => lose({ reason: "unknown", message }),
    refuse: (message: string | undefined) => (refused = message),
  };
}

describe("a session with a device", () => {
  it.each([
    ["out-of-memory", "memory", "the GPU has too little memory: 8 GiB asked for"],
    ["validation", "failed", "the GPU refused a call: 8 GiB asked for"],
    ["internal", "failed", "the GPU refused a call: 8 GiB asked for"],
  ])("turns an %s error into a GpuUnavailable", async (filter, reason, message) => {
    const { gpu, errors, open } = fakeGpu();
    const session = await Session.open({ gpu });
    errors.set(filter, "8 GiB asked for");
    const error = { name: "GpuUnavailable", reason, message };
    await expect(session.guarded(() => Promise.resolve(1))).rejects.toMatchObject(error);
    await expect(session.guarded(() => Promise.reject(new Error("not mapped")))).rejects.toMatchObject(error);
    expect(open).toEqual([]);
    errors.clear();
    expect(await session.guarded(() => Promise.resolve(1))).toBe(1);
  });

  it("explains a failed call by the loss of its device, told a little later", async () => {
    const { gpu, lose } = fakeGpu();
    const session = await Session.open({ gpu });
    const failing = session.guarded(() => Promise.reject(new Error("mapping aborted")));
    setTimeout(() => lose("the driver was reset"), 5);
    const error = { reason: "lost", message: "Test GPU was lost: the driver was reset" };
    await expect(failing).rejects.toMatchObject(error);
    await expect(session.lost).resolves.toMatchObject(error);
    await expect(session.guarded(() => Promise.resolve(1))).rejects.toMatchObject(error);
  });

  it("explains a failed call without a reason by its own words", async () => {
    const session = await Session.open({ gpu: fakeGpu().gpu });
    await expect(session.guarded(() => Promise.reject(new Error("no idea")))).rejects.toMatchObject({
      reason: "failed",
      message: "Test GPU failed: Error: no idea",
    });
  });

  it("makes a pipeline once for each text and keeps the latest 32", async () => {
    const { gpu, pipelines } = fakeGpu();
    const { pipelines: cache } = await Session.open({ gpu });
    const first = await cache.get("a", ["uniform"]);
    for (let tick = 0; tick < 1000; tick++) expect(await cache.get("a", ["uniform"])).toBe(first);
    expect(pipelines).toEqual(["a"]);
    for (let k = 0; k < 40; k++) {
      await cache.get(`text ${k}`, ["uniform"]);
      await cache.get("a", ["uniform"]);
    }
    expect(cache.size).toBe(32);
    expect(pipelines).toHaveLength(41);
  });

  it("says that a shader is refused, and asks again next time", async () => {
    const { gpu, refuse } = fakeGpu();
    const { pipelines: cache } = await Session.open({ gpu });
    refuse("unresolved call target");
    await expect(cache.get("a", ["uniform"])).rejects.toMatchObject({
      name: "GpuUnavailable",
      reason: "shader",
      message: "the GPU refused a shader: unresolved call target",
    });
    expect(cache.size).toBe(0);
    refuse(undefined);
    expect(await cache.get("a", ["uniform"])).toMatchObject({ code: "a" });
  });
});

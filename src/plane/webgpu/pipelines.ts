import { GpuUnavailable } from "./unavailable.ts";

/** Pipelines kept; a drag of sliders needs one, a comparison of losses a few. */
const MOST = 32;

/** What a kernel binds, in the order of its bindings. */
export type Binding = "uniform" | "read-only-storage" | "storage";

/** Compute pipelines by their text, so that a change of parameters finds its pipeline made. */
export class PipelineCache {
  readonly #device: GPUDevice;
  readonly #made = new Map<string, Promise<GPUComputePipeline>>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  get size(): number {
    return this.#made.size;
  }

  clear(): void {
    this.#made.clear();
  }

  /** Throws `GpuUnavailable` where the shader is refused. */
  async get(code: string, bindings: readonly Binding[]): Promise<GPUComputePipeline> {
    const known = this.#made.get(code);
    const pipeline = known ?? this.#make(code, bindings);
    this.#made.delete(code);
    this.#made.set(code, pipeline);
    for (const oldest of this.#made.keys()) {
      if (this.#made.size <= MOST) break;
      this.#made.delete(oldest);
    }
    try {
      return await pipeline;
    } catch (error) {
      this.#made.delete(code);
      throw error;
    }
  }

  async #make(code: string, bindings: readonly Binding[]): Promise<GPUComputePipeline> {
    const device = this.#device;
    device.pushErrorScope("validation");
    const module = device.createShaderModule({ code });
    const layout = device.createBindGroupLayout({
      entries: bindings.map((type, binding) => ({
        binding,
        visibility: COMPUTE_STAGE,
        buffer: { type },
      })),
    });
    const made = device.createComputePipelineAsync({
      layout: device.createPipelineLayout({ bindGroupLayouts: [layout] }),
      compute: { module, entryPoint: "main" },
    });
    const refused = device.popErrorScope();
    const [pipeline, error] = await Promise.allSettled([made, refused]);
    if (error.status === "fulfilled" && error.value !== null) throw refusal(error.value.message);
    if (pipeline.status === "rejected") throw refusal(String(pipeline.reason));
    return pipeline.value;
  }
}

/** GPUShaderStage.COMPUTE, which Node has no global for. */
const COMPUTE_STAGE = 0x4;

const refusal = (message: string): GpuUnavailable =>
  new GpuUnavailable("shader", `the GPU refused a shader: ${message}`);

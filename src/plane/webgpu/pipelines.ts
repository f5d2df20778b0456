import { GpuUnavailable } from "./unavailable.ts";

/** Pipelines kept; a drag of sliders needs one, a comparison of losses a few. */
const MOST = 32;

/** What a kernel binds, in the order of its bindings. */
export type Binding = "uniform" | "read-only-storage" | "storage";

type Pipeline = GPUComputePipeline | GPURenderPipeline;

/** How pipelines of one sort are made of a shader. */
interface Maker<Made extends Pipeline> {
  /** The GPUShaderStage flags of all that they bind. */
  readonly visibility: number;
  readonly make: (module: GPUShaderModule, layout: GPUPipelineLayout) => Promise<Made>;
}

/** Those of kernels, whose entry point is `main`. */
export const kernelPipelines = (device: GPUDevice): PipelineCache<GPUComputePipeline> =>
  new PipelineCache(device, {
    visibility: COMPUTE_STAGE,
    make: (module, layout) =>
      device.createComputePipelineAsync({ layout, compute: { module, entryPoint: "main" } }),
  });

/** What pictures are made of. */
export const PICTURE_FORMAT = "rgba8unorm";

/** Those of pictures: a triangle over all pixels from the entry point `corner`, and `main` for each of them. */
export const picturePipelines = (device: GPUDevice): PipelineCache<GPURenderPipeline> =>
  new PipelineCache(device, {
    visibility: FRAGMENT_STAGE,
    make: (module, layout) =>
      device.createRenderPipelineAsync({
        layout,
        vertex: { module, entryPoint: "corner" },
        fragment: { module, entryPoint: "main", targets: [{ format: PICTURE_FORMAT }] },
      }),
  });

/** Pipelines by their text, so that a change of parameters finds its pipeline made. */
export class PipelineCache<Made extends Pipeline> {
  readonly #device: GPUDevice;
  readonly #maker: Maker<Made>;
  readonly #made = new Map<string, Promise<Made>>();

  constructor(device: GPUDevice, maker: Maker<Made>) {
    this.#device = device;
    this.#maker = maker;
  }

  get size(): number {
    return this.#made.size;
  }

  clear(): void {
    this.#made.clear();
  }

  /** Throws `GpuUnavailable` where the shader is refused. */
  async get(code: string, bindings: readonly Binding[]): Promise<Made> {
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

  async #make(code: string, bindings: readonly Binding[]): Promise<Made> {
    const device = this.#device;
    device.pushErrorScope("validation");
    const module = device.createShaderModule({ code });
    const layout = device.createBindGroupLayout({
      entries: bindings.map((type, binding) => ({
        binding,
        visibility: this.#maker.visibility,
        buffer: { type },
      })),
    });
    const made = this.#maker.make(module, device.createPipelineLayout({ bindGroupLayouts: [layout] }));
    const refused = device.popErrorScope();
    const [pipeline, error] = await Promise.allSettled([made, refused]);
    if (error.status === "fulfilled" && error.value !== null) throw refusal(error.value.message);
    if (pipeline.status === "rejected") throw refusal(String(pipeline.reason));
    return pipeline.value;
  }
}

/** WebGPU's own GPUShaderStage flags, which Node has no global for. */
const FRAGMENT_STAGE = 0x2;
const COMPUTE_STAGE = 0x4;

const refusal = (message: string): GpuUnavailable =>
  new GpuUnavailable("shader", `the GPU refused a shader: ${message}`);

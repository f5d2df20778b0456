import type { GpuRequest, OpenDevice } from "./adapter.ts";
import { openDevice } from "./adapter.ts";
import { BufferPool, type Lease } from "./buffers.ts";
import { kernelPipelines, picturePipelines, type PipelineCache } from "./pipelines.ts";
import { GpuUnavailable } from "./unavailable.ts";

/** In the order in which they are opened; they close in the other. */
const SCOPES = ["internal", "validation", "out-of-memory"] as const satisfies readonly GPUErrorFilter[];

/** How long a failed call waits for the news that the device is gone, in milliseconds. */
const PATIENCE = 100;

/** One device with what is kept on it, and its errors as `GpuUnavailable`. */
export class Session {
  readonly device: GPUDevice;
  readonly name: string;
  readonly software: boolean;
  readonly pool: BufferPool;
  readonly pipelines: PipelineCache<GPUComputePipeline>;
  readonly pictures: PipelineCache<GPURenderPipeline>;
  /** Resolves, never rejects, once the device is gone, `close` included. */
  readonly lost: Promise<GpuUnavailable>;
  #gone: GpuUnavailable | undefined;

  private constructor({ device, name, software }: OpenDevice) {
    this.device = device;
    this.name = name;
    this.software = software;
    this.pool = new BufferPool(device);
    this.pipelines = kernelPipelines(device);
    this.pictures = picturePipelines(device);
    this.lost = device.lost.then(({ reason, message }) => {
      const how = reason === "destroyed" ? "closed" : "lost";
      return (this.#gone ??= new GpuUnavailable(
        "lost",
        `${name} was ${how}${message ? `: ${message}` : ""}`,
      ));
    });
  }

  static async open(request: GpuRequest): Promise<Session> {
    return new Session(await openDevice(request));
  }

  close(): void {
    this.#gone ??= new GpuUnavailable("lost", `${this.name} was closed`);
    this.pipelines.clear();
    this.pictures.clear();
    this.pool.destroy();
    this.device.destroy();
  }

  /** Throws where the device is gone: one that is answers to most calls as if all were well. */
  check(): void {
    if (this.#gone) throw this.#gone;
  }

  /**
   * Runs GPU calls inside error scopes. All calls must be made before the first `await` in `work`. Throws
   * `GpuUnavailable` on a lost device, on memory that is not there, and on a call that WebGPU refuses.
   */
  async guarded<T>(work: () => Promise<T>): Promise<T> {
    this.check();
    for (const filter of SCOPES) this.device.pushErrorScope(filter);
    const result = work();
    const errors = SCOPES.toReversed().map(async (filter) => {
      const error = await this.device.popErrorScope();
      if (error !== null) throw refusal(filter, error.message);
    });
    const [done, ...found] = await Promise.allSettled([result, ...errors]);
    const refused = found.find((outcome) => outcome.status === "rejected");
    if (refused) throw await this.#explained(refused.reason);
    if (done.status === "fulfilled") return done.value;
    throw await this.#explained(done.reason);
  }

  /**
   * Gives `work` a lease on buffers: released after it, or destroyed where it fails, since they may then be broken
   * or still mapped.
   */
  async leasing<T>(work: (lease: Lease) => Promise<T>): Promise<T> {
    const lease = this.pool.lease();
    try {
      const result = await work(lease);
      lease.release();
      return result;
    } catch (error) {
      lease.destroy();
      throw error;
    }
  }

  async #explained(error: unknown): Promise<Error> {
    if (error instanceof GpuUnavailable) return error;
    const waited = new Promise<undefined>((done) => setTimeout(() => done(undefined), PATIENCE));
    const gone = this.#gone ?? (await Promise.race([this.lost, waited]));
    return gone ?? new GpuUnavailable("failed", `${this.name} failed: ${String(error)}`);
  }
}

const refusal = (filter: GPUErrorFilter, message: string): GpuUnavailable =>
  filter === "out-of-memory"
    ? new GpuUnavailable("memory", `the GPU has too little memory: ${message}`)
    : new GpuUnavailable("failed", `the GPU refused a call: ${message}`);

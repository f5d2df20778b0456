import type { Program } from "../../formula/program.ts";
import type { Field } from "../field.ts";
import type { GpuRequest } from "./adapter.ts";
import { type FillJob, fillField } from "./fill.ts";
import { type MeasureJob, type Measures, measureSets } from "./measure.ts";
import { Session } from "./session.ts";
import type { GpuUnavailable } from "./unavailable.ts";

export interface GpuOptions extends GpuRequest {
  /** Bytes of results that one submission computes, 8 MiB unless given. */
  readonly tileBytes?: number | undefined;
}

/**
 * A GPU that evaluates programs in single precision. Every call throws `GpuUnavailable` where the GPU cannot do it,
 * and the signal's reason where it is cancelled.
 */
export interface Gpu {
  /** As it names itself. */
  readonly name: string;
  /** Whether the CPU stands behind it, so that the CPU's own engines are faster. */
  readonly software: boolean;
  /** The largest tile of results, in bytes. */
  readonly tileBytes: number;
  /** Resolves once the device is gone. */
  readonly lost: Promise<GpuUnavailable>;
  /** Buffers that exist on the device, and their bytes. */
  readonly live: () => { readonly buffers: number; readonly bytes: number };
  /** Pipelines kept. */
  readonly pipelines: () => number;
  readonly fill: (program: Program, job: FillJob) => Promise<Field>;
  /** Numbers of whole grids, one for each set of parameters, without reading a grid back. */
  readonly measure: (program: Program, job: MeasureJob) => Promise<readonly Measures[]>;
  /** Frees everything. */
  readonly close: () => void;
  readonly device: GPUDevice;
}

/** Opens a GPU. Throws `GpuUnavailable` where there is none, or only a software adapter that was not asked for. */
export async function requestGpu(options: GpuOptions = {}): Promise<Gpu> {
  const session = await Session.open(options);
  const { maxStorageBufferBindingSize, maxBufferSize } = session.device.limits;
  const tileBytes = Math.min(options.tileBytes ?? 2 ** 23, maxStorageBufferBindingSize, maxBufferSize);
  return {
    name: session.name,
    software: session.software,
    tileBytes,
    lost: session.lost,
    device: session.device,
    live: () => session.pool.live,
    pipelines: () => session.pipelines.size,
    fill: (program, job) => fillField(session, program, job, tileBytes),
    measure: (program, job) => measureSets(session, program, job),
    close: () => session.close(),
  };
}

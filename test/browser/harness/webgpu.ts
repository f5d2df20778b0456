import type { Program } from "../../../src/formula/program.ts";
import type { FillJob } from "../../../src/plane/webgpu/fill.ts";
import { type Gpu, type GpuOptions, requestGpu } from "../../../src/plane/webgpu/gpu.ts";
import type { MeasureJob } from "../../../src/plane/webgpu/measure.ts";
import { gpuTimes } from "../../bench/webgpu-work.ts";
import { GpuUnavailable } from "../../../src/plane/webgpu/unavailable.ts";

/** What went wrong, as the page saw it. */
export interface Failure {
  readonly name: string;
  readonly reason: string;
  readonly message: string;
}

/** How a fill is disturbed while it runs, and what it is told on the way. */
export interface Disturbance {
  /** Aborts once this share is done. */
  readonly abortAt?: number;
  /** Destroys the device once this share is done. */
  readonly destroyAt?: number;
}

type Plain<T> = Omit<T, "signal" | "onProgress" | "reuse">;

/** Runs the engine for a test that sits in Node: programs come and numbers go as data. */
class Harness {
  readonly problems: string[] = [];
  #gpu: Gpu | undefined;

  async open(options: Omit<GpuOptions, "gpu">): Promise<{ name: string; software: boolean } | Failure> {
    this.#gpu?.close();
    this.#gpu = undefined;
    try {
      const gpu = await requestGpu(options);
      gpu.device.onuncapturederror = ({ error }) => this.problems.push(error.message);
      this.#gpu = gpu;
      return { name: gpu.name, software: gpu.software };
    } catch (error) {
      return failure(error);
    }
  }

  get gpu(): Gpu {
    if (this.#gpu === undefined) throw new Error("no GPU open");
    return this.#gpu;
  }

  /** Every channel as base64 of its floats. */
  async fill(program: Program, job: Plain<FillJob>, { abortAt, destroyAt }: Disturbance = {}) {
    const abort = new AbortController();
    const progress: number[] = [];
    const onProgress = (share: number) => {
      progress.push(share);
      if (abortAt !== undefined && share >= abortAt) abort.abort();
      if (destroyAt !== undefined && share >= destroyAt) this.gpu.device.destroy();
    };
    try {
      const field = await this.gpu.fill(program, { ...job, signal: abort.signal, onProgress });
      const channels = Object.entries(field.channels).map(
        ([name, values]) => [name, base64(values)] as const,
      );
      return { channels, engine: field.engine, progress };
    } catch (error) {
      return { ...failure(error), progress };
    }
  }

  async measure(program: Program, job: Plain<MeasureJob>) {
    const progress: number[] = [];
    const found = await this.gpu.measure(program, { ...job, onProgress: (share) => progress.push(share) });
    return { progress, found: found.map(plainMeasures) };
  }

  async measureFails(program: Program, job: Plain<MeasureJob>): Promise<Failure> {
    return this.gpu
      .measure(program, job)
      .then(() => ({ name: "none", reason: "", message: "it was measured" }), failure);
  }

  async times(program: Program, job: Plain<FillJob>, rounds: number) {
    return gpuTimes(this.gpu, program, job, rounds);
  }

  /** Redraws again and again into the same arrays; tells of buffers and memory after the first and the last. */
  async redraw(program: Program, job: Plain<FillJob>, parameter: string, times: number) {
    const seen = [];
    let reuse;
    for (let time = 0; time < times; time++) {
      const parameters = { ...job.parameters, [parameter]: 1 + time / times };
      reuse = await this.gpu.fill(program, { ...job, parameters, reuse });
      if (time === 9 || time === times - 1)
        seen.push({ ...this.gpu.live(), pipelines: this.gpu.pipelines(), heap: usedHeap() });
    }
    return seen;
  }
}

const plainMeasures = ({
  histogram,
  crossings,
  ...numbers
}: Awaited<ReturnType<Gpu["measure"]>>[number]) => ({
  ...numbers,
  ...(histogram && { histogram: [...histogram] }),
  ...(crossings && { crossings: [...crossings] }),
});

const failure = (error: unknown): Failure => ({
  name: error instanceof Error ? error.name : "unknown",
  reason: error instanceof GpuUnavailable ? error.reason : "",
  message: error instanceof Error ? error.message : String(error),
});

const usedHeap = (): number =>
  "memory" in performance ? (performance.memory as { usedJSHeapSize: number }).usedJSHeapSize : NaN;

function base64(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(Float32Array.from(values).buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export type { Harness };

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = new Harness();

import type { LiveMemory, LivePlan } from "../../../figures/live.ts";
import type { GpuPictures } from "../../../plane/webgpu/pictures.ts";
import type { EngineChoice } from "../../engine/setting.ts";

/** A picture that has not come after so many milliseconds will not. */
const PATIENCE = 4000;

/** Lets a GPU paint where the reader's choice allows it, as soon as it is ready and until it fails for the first time. */
export class GpuTurn {
  #choice: EngineChoice = "cpu";
  #gpu: GpuPictures | undefined;
  #isOver = false;

  /** Opens a GPU, or lets it go. Resolves when it is there, or is not. */
  async choose(choice: EngineChoice): Promise<void> {
    if (choice === this.#choice) return;
    this.#choice = choice;
    this.#close();
    if (choice === "cpu" || this.#isOver) return;
    const { GpuPictures, GpuUnavailable } = await import("./on-gpu.ts");
    try {
      const gpu = await GpuPictures.open({ software: choice === "webgpu" });
      if (choice !== this.#choice) gpu.close();
      else {
        this.#gpu = gpu;
        void gpu.lost.then(() => gpu === this.#gpu && this.#end());
      }
    } catch (error) {
      // what is no GPU, or none of the sort that was asked for, has not failed
      const isNone =
        error instanceof GpuUnavailable && (error.reason === "adapter" || error.reason === "software");
      if (!isNone) this.#end();
    }
  }

  /** Whether it has painted the picture on `context`; never rejects: where it has not, the CPU shall. */
  async paint(
    plan: LivePlan,
    memory: LiveMemory,
    context: OffscreenCanvasRenderingContext2D,
  ): Promise<boolean> {
    const gpu = this.#gpu;
    if (gpu === undefined) return false;
    const { pictureJob, GpuUnavailable } = await import("./on-gpu.ts");
    try {
      const job = pictureJob(plan, memory);
      return job !== undefined && (await soon(gpu.paint(job, context)));
    } catch (error) {
      // a GPU that refuses one shader may take the next
      if (!(error instanceof GpuUnavailable && error.reason === "shader")) this.#end();
      return false;
    }
  }

  #end(): void {
    this.#isOver = true;
    this.#close();
  }

  #close(): void {
    const gpu = this.#gpu;
    this.#gpu = undefined;
    gpu?.close();
  }
}

async function soon<Result>(work: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no picture after ${PATIENCE} ms`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

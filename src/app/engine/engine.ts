import type { Field } from "../../plane/field.ts";
import type { Gpu } from "../../plane/webgpu/gpu.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { type EngineChoice, saveChoice, savedChoice } from "./setting.ts";

/** Chooses who fills the picture. The CPU can always; a GPU is asked for once, and let go when it fails. */
export class Engine {
  #choice = savedChoice();
  #gpu: Gpu | undefined;
  #opening: Promise<void> | undefined;
  #problem = "";
  readonly #watchers: (() => void)[] = [];

  get choice(): EngineChoice {
    return this.#choice;
  }

  /** Why the CPU fills the picture although a GPU was wanted; empty where nothing went wrong. */
  get problem(): string {
    return this.#problem;
  }

  /** Calls `watcher` whenever the picture is to be filled anew. */
  watch(watcher: () => void): void {
    this.#watchers.push(watcher);
  }

  choose(choice: EngineChoice): void {
    this.#choice = choice;
    saveChoice(choice);
    this.#problem = "";
    this.#close();
    this.#opening = undefined;
    this.#tell();
    void this.open();
  }

  /** Looks for a GPU if one is wanted. Resolves when it is there, or is not. */
  open(): Promise<void> {
    if (this.#choice === "cpu" || this.#gpu) return Promise.resolve();
    this.#opening ??= this.#request(this.#choice);
    return this.#opening;
  }

  /** The GPU's field; undefined where the CPU shall fill it, at once or after all. Throws only the signal's reason. */
  fill(figure: ResolvedLandscape, signal: AbortSignal): Promise<Field | undefined> | undefined {
    const gpu = this.#gpu;
    return gpu && this.#fill(gpu, figure, signal);
  }

  async #fill(gpu: Gpu, figure: ResolvedLandscape, signal: AbortSignal): Promise<Field | undefined> {
    const { gpuField, GpuUnavailable } = await import("./gpu-field.ts");
    try {
      const field = await gpuField(gpu, figure, signal);
      this.#problem = "";
      return field;
    } catch (error) {
      if (signal.aborted || !(error instanceof GpuUnavailable)) throw error;
      this.#problem = error.message;
      // a GPU that refuses one shader may take the next
      if (error.reason !== "shader" && gpu === this.#gpu) this.#close();
      return undefined;
    }
  }

  async #request(choice: EngineChoice): Promise<void> {
    const { requestGpu, GpuUnavailable } = await import("./gpu-field.ts");
    let gpu: Gpu;
    try {
      gpu = await requestGpu({ software: choice === "webgpu" });
    } catch (error) {
      if (!(error instanceof GpuUnavailable)) throw error;
      if (choice !== this.#choice) return;
      // whoever leaves the choice to the page need not hear that there is no GPU, and has its picture
      if (choice !== "webgpu") return;
      this.#problem = error.message;
      this.#tell();
      return;
    }
    if (choice !== this.#choice) {
      gpu.close();
      return;
    }
    this.#gpu = gpu;
    this.#problem = "";
    void gpu.lost.then(({ message }) => {
      if (gpu !== this.#gpu) return;
      this.#gpu = undefined;
      this.#problem = message;
      this.#tell();
    });
    this.#tell();
  }

  #close(): void {
    const gpu = this.#gpu;
    this.#gpu = undefined;
    gpu?.close();
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

/** Why a GPU cannot do what was asked; the CPU can. */
export type GpuReason = "adapter" | "software" | "lost" | "memory" | "shader" | "failed";

/** A GPU that is missing, gone, full, or refuses a shader. `message` is a sentence for people. */
export class GpuUnavailable extends Error {
  override name = "GpuUnavailable";
  readonly reason: GpuReason;

  constructor(reason: GpuReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

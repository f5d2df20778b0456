import { InputError } from "../losses/errors.ts";
import type { Gpu } from "../plane/webgpu/gpu.ts";
import { GpuUnavailable } from "../plane/webgpu/unavailable.ts";
import { UsageError } from "./streams.ts";

const ENGINES = ["auto", "cpu", "webgpu"] as const;

/**
 * The GPU that `--engine` names: none for `cpu`; for `auto` one where the package `webgpu` is installed and there is
 * more behind it than the CPU; for `webgpu` any. Throws `InputError` where `webgpu` was named and there is none.
 */
export async function gpuOption(
  text: string | undefined,
  usual: (typeof ENGINES)[number] = "auto",
): Promise<Gpu | undefined> {
  const name = text === undefined ? usual : ENGINES.find((each) => each === text);
  if (name === undefined) throw UsageError.unknown("engine", text ?? "", ENGINES);
  if (name === "cpu") return undefined;
  const [{ loadNodeGpu }, { requestGpu }] = await Promise.all([
    import("../plane/webgpu/node.ts"),
    import("../plane/webgpu/gpu.ts"),
  ]);
  try {
    return await requestGpu({ gpu: await loadNodeGpu(), software: name === "webgpu" });
  } catch (error) {
    if (!(error instanceof GpuUnavailable)) throw error;
    if (name === "webgpu")
      throw new InputError(`engine webgpu is not at hand: ${error.message}; expected cpu or auto`);
    return undefined;
  }
}

/** What to do when a GPU fails in the middle: where it was not named, say so and let the CPU begin anew. */
export const unlessNamed =
  <T>(engine: string | undefined, again: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (!(error instanceof GpuUnavailable)) throw error;
    if (engine === "webgpu")
      throw new InputError(`engine webgpu failed: ${error.message}; expected cpu or auto`);
    process.stderr.write(`${error.message}; the CPU takes over\n`);
    return again();
  };

import { compileLoss, parameterNumbers } from "../../formula/compile.ts";
import type { Field } from "../../plane/field.ts";
import { CHANNELS_OF } from "../../plane/quantity.ts";
import type { Gpu } from "../../plane/webgpu/gpu.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";

export { requestGpu } from "../../plane/webgpu/gpu.ts";
export { GpuUnavailable } from "../../plane/webgpu/unavailable.ts";

/**
 * The field of a figure, filled by the GPU. Throws `GpuUnavailable`, and the signal's reason.
 */
export async function gpuField(
  gpu: Gpu,
  { loss: choice, axes, counts, quantity, samples }: ResolvedLandscape,
  signal: AbortSignal,
): Promise<Field> {
  const loss = figureLoss(choice);
  const channels = CHANNELS_OF[quantity];
  const program = compileLoss(loss, choice.params, choice.gradient, channels);
  const parameters = parameterNumbers(loss, choice.params);
  return gpu.fill(program, { parameters, counts, axes, columns: samples, rows: samples, channels, signal });
}

import { compileLoss, parameterNumbers } from "../../formula/compile.ts";
import type { Program } from "../../formula/program.ts";
import type { LossOnPlane } from "../engine.ts";
import type { Gpu } from "./gpu.ts";
import type { MeasureJob, Measures } from "./measure.ts";

/**
 * Measures of many losses, or of one with many parameters: one shader for all that share a formula, as many as
 * possible in one submission. Throws `GpuUnavailable`.
 */
export async function measureLosses(
  gpu: Gpu,
  losses: readonly LossOnPlane[],
  { onProgress, ...job }: Omit<MeasureJob, "sets">,
): Promise<readonly Measures[]> {
  const groups = new Map<Program, number[]>();
  for (const [i, { loss, params, gradient }] of losses.entries()) {
    const program = compileLoss(loss, params, gradient, ["value", "z", "dSp", "dSn"]);
    const group = groups.get(program);
    if (group) group.push(i);
    else groups.set(program, [i]);
  }
  const found: Measures[] = Array.from({ length: losses.length });
  let done = 0;
  for (const [program, places] of groups) {
    const sets = places.map((i) => {
      const { loss, params, counts } = losses[i];
      return { parameters: parameterNumbers(loss, params), counts };
    });
    const measured = await gpu.measure(program, {
      ...job,
      sets,
      onProgress: (share) => onProgress?.((done + share * places.length) / losses.length),
    });
    measured.forEach((numbers, i) => (found[places[i]] = numbers));
    done += places.length;
  }
  return found;
}

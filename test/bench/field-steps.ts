import type { KernelModule } from "../../src/kernels/instance.ts";
import type { KernelPair } from "../../src/kernels/pair.ts";
import type { PlaneForm } from "../../src/losses/types.ts";
import { fillField, fillFieldTogether } from "../../src/plane/fast/fill.ts";
import type { FastOptions } from "../../src/plane/fast/plan.ts";
import type { Field } from "../../src/plane/field.ts";
import { AXES, CHANNELS, circle, proxyAnchor, yardstick } from "./field-case.ts";
import { plainLoop, plainProxyAnchor, SAMPLES } from "./field-plain.ts";

type Step = (round: number) => void | Promise<void>;
type Fill = (form: PlaneForm, axes: typeof AXES, options: FastOptions) => Field | Promise<Field>;

/** One engine that fills the memory of its last field again. */
function filling(formOf: (round: number) => PlaneForm, fill: Fill, precision: 32 | 64): Step {
  let reuse: Field | undefined;
  const size = { columns: SAMPLES, rows: SAMPLES };
  return async (round) => {
    reuse = await fill(formOf(round), AXES, { ...size, channels: CHANNELS, precision, reuse });
  };
}

/** Every engine by the name that the table has for it, the yardstick first. */
export function fieldSteps(kernels: KernelModule, pair: KernelPair): Record<string, Step> {
  const plainly: Fill = (form, axes, options) => fillField(form, axes, options);
  const alone: Fill = (form, axes, options) => fillField(form, axes, options, kernels);
  const together: Fill = (form, axes, options) => fillFieldTogether(form, axes, options, kernels, pair);
  return {
    "plain loop": yardstick(plainLoop),
    "TypeScript, double": filling(circle, plainly, 64),
    "TypeScript, preview": filling(circle, plainly, 32),
    "kernels, double": filling(circle, alone, 64),
    "kernels, double, one worker": filling(circle, together, 64),
    "kernels, single": filling(circle, alone, 32),
    "kernels, single, one worker": filling(circle, together, 32),
    "Proxy-Anchor, plain loop": yardstick(plainProxyAnchor),
    "Proxy-Anchor, TypeScript, preview": filling(proxyAnchor, plainly, 32),
    "Proxy-Anchor, kernels, single": filling(proxyAnchor, alone, 32),
  };
}

/** Fields of a turn: the first is not timed. */
const TURN = 6;

/**
 * Milliseconds of every step, round after round. In its turn a step runs several times and all but the first are timed:
 * while somebody drags, the last thing that touched an engine's memory was that engine.
 */
export async function fieldTimes(
  steps: Readonly<Record<string, Step>>,
  rounds: number,
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  for (let round = -2; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      for (let each = 0; each < TURN; each++) {
        const start = performance.now();
        await step(round * TURN + each);
        const taken = performance.now() - start;
        if (round >= 0 && each > 0) (times[name] ??= []).push(taken);
      }
    }
  }
  return times;
}

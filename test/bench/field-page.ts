import { loadKernels } from "../../src/kernels/load.ts";
import { pairedKernels } from "../../src/kernels/pair.ts";
import { fieldSteps, fieldTimes } from "./field-steps.ts";

/** What the page of `field-browser.ts` runs: the same fields as in Node. */
export async function pageTimes(rounds: number): Promise<Record<string, number[]>> {
  const kernels = await loadKernels();
  const pair = kernels && (await pairedKernels(kernels));
  if (!kernels || !pair) throw new Error(`no ${kernels ? "worker" : "kernels"} here`);
  const times = await fieldTimes(fieldSteps(kernels, pair), rounds);
  pair.end();
  return times;
}

Object.assign(globalThis, { pageTimes });

import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { requestGpu } from "../../src/plane/webgpu/gpu.ts";
import { loadNodeGpu } from "../../src/plane/webgpu/node.ts";
import { openHarness } from "../browser/webgpu-support.ts";
import { timingOf } from "./timing.ts";
import { type GpuTimes, gpuTimes } from "./webgpu-work.ts";

const SIDES = [1024, 4096];
const ROUNDS = 20;

/** Circle with gradient, 12 bytes a cell. */
function work(side: number) {
  const { loss, params, gradient } = namedLoss("circle");
  const program = compileLoss(loss, params, gradient, ["value", "z", "dSp", "dSn"]);
  const axis = { unit: "cosine", range: [0, 1] } as const;
  const job = {
    axes: { negative: axis, positive: axis, horizontal: "negative" },
    parameters: parameterNumbers(loss, params),
    counts: { K: 1, L: 1 },
    columns: side,
    rows: side,
    channels: ["value", "dSp", "dSn"],
  } as const;
  return { program, job };
}

interface Times {
  readonly device: string;
  readonly times: readonly (readonly GpuTimes[])[];
}

async function inNode(): Promise<Times> {
  const gpu = await requestGpu({ gpu: await loadNodeGpu() });
  const times = [];
  for (const { program, job } of SIDES.map(work)) times.push(await gpuTimes(gpu, program, job, ROUNDS));
  gpu.close();
  return { device: `${gpu.name} in Node`, times };
}

async function inChromium(): Promise<Times> {
  const harness = await openHarness();
  try {
    const opened = await harness.page.evaluate(() => window.harness.open({}));
    if (!("software" in opened)) throw new Error(opened.message);
    const times = [];
    for (const given of SIDES.map(work))
      times.push(
        await harness.page.evaluate((all) => window.harness.times(all.program, all.job, all.rounds), {
          ...given,
          rounds: ROUNDS,
        }),
      );
    return { device: `${opened.name} in Chromium`, times };
  } finally {
    await harness.close();
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Cells and bytes per second of a real GPU, in Node where the package `webgpu` is installed, else in Chromium; beside
 * them what a copy moves and what a submission costs. Without a real GPU it prints one line and returns nothing.
 */
export async function benchWebgpu() {
  const reasons: string[] = [];
  for (const place of [inNode, inChromium]) {
    const found = await place().catch((error: unknown) => void reasons.push(reasonOf(error)));
    if (found) return report(found);
  }
  console.log(`WebGPU: not benched, there is no real GPU here (${reasons.join("; ")})`);
  return [];
}

function report({ device, times }: Times) {
  return SIDES.flatMap((side, k) => {
    console.log(`WebGPU on ${device}, circle with gradient, ${side}²`);
    const copy = times[k].find(({ name }) => name === "copy");
    const rate = ({ name, bytes, times: each }: GpuTimes) => bytes / timingOf(name, each).median / 1e6;
    return times[k].map((entry) => {
      const timing = timingOf(entry.name, entry.times);
      const cells = entry.cells / timing.median / 1e6;
      const ofCopy = copy && entry.bytes > 0 ? rate(entry) / rate(copy) : 0;
      console.log(
        `  ${entry.name.padEnd(16)} ${timing.median.toFixed(3).padStart(9)} ms` +
          (entry.cells > 0 ? `  ${cells.toFixed(2)} G cells/s` : "") +
          (entry.bytes > 0 ? `  ${rate(entry).toFixed(1)} GB/s, ${ofCopy.toFixed(2)} of the copy` : ""),
      );
      return { ...timing, device, side, cells, bytesPerSecond: rate(entry) * 1e9 };
    });
  });
}

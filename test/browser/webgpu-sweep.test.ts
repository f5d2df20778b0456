import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { findLoss, namedLoss } from "../../src/losses/lookup.ts";
import { analyticTiles, fieldTiles } from "../../src/plane/field-tiles.ts";
import type { Gpu } from "../../src/plane/webgpu/gpu.ts";
import { gpuTiles } from "../../src/plane/webgpu/tiles.ts";
import type { GpuMeasure } from "../../src/region/sweep/gpu-measures.ts";
import { sweep, type SweepOptions } from "../../src/region/sweep/sweep.ts";
import { AXES } from "./webgpu-subject.ts";
import { filled, type OpenHarness, openHarness } from "./webgpu-support.ts";

describe("sweeps and bands on the GPU", { timeout: 60_000 }, () => {
  let harness: OpenHarness;
  let submissions = 0;
  beforeAll(async () => {
    harness = await openHarness();
    await harness.page.evaluate(() => window.harness.open({ software: true }));
  });
  afterAll(async () => {
    expect(await harness.page.evaluate(() => window.harness.problems)).toEqual([]);
    await harness.close();
  });

  /** The page's GPU, as far as sweeps and bands use it. */
  const gpu = (): Gpu => {
    const calls: Pick<Gpu, "measure" | "fill"> = {
      async measure(program, { signal: _signal, onProgress, ...job }) {
        submissions++;
        const { found } = await harness.page.evaluate((all) => window.harness.measure(all.program, all.job), {
          program,
          job,
        });
        onProgress?.(1);
        return found as unknown as Awaited<ReturnType<Gpu["measure"]>>;
      },
      async fill(program, { signal: _signal, onProgress: _progress, reuse: _reuse, ...job }) {
        const channels = await filled(harness.page, program, job);
        const { axes, columns, rows, band } = job;
        return { axes, columns, rows, band, channels, engine: { name: "webgpu", precision: 32 } };
      },
    };
    return calls as Gpu;
  };

  const options: SweepOptions = {
    loss: findLoss("circle"),
    gradient: "detached",
    vary: [
      { name: "margin", values: [0.1, 0.25, 0.4] },
      { name: "gamma", values: [1, 64, 1024] },
    ],
    measures: [
      "area",
      "share",
      "active",
      "maxGradient",
      "minLoss",
      "maxLoss",
      "masked",
      "boundary.sp",
      "T.sn",
    ],
    size: 96,
  };

  const agree = async (given: SweepOptions): Promise<void> => {
    const onCpu = await sweep(given);
    const onGpu = await sweep({ ...given, gpu: gpu() });
    const bounds: Partial<Record<GpuMeasure, number>> = {
      area: 2e-3,
      share: 2e-3,
      active: 1e-3,
      minLoss: 1e-4,
    };
    for (const id of given.measures) {
      const [cpu = [], found = []] = [onCpu.measures[id], onGpu.measures[id]];
      expect(found).toHaveLength(cpu.length);
      cpu.forEach((x, i) => {
        const bound = bounds[id as GpuMeasure] ?? 1e-6;
        const near =
          Object.is(x, found[i]) ||
          Math.abs(found[i] - x) <= bound * Math.max(id === "minLoss" ? 1e-30 : 1e-2, Math.abs(x));
        expect(near, `${id} ${i}: ${found[i]} against ${x}`).toBe(true);
      });
    }
  };

  it("a whole sweep is one submission, and gives the CPU's numbers", async () => {
    submissions = 0;
    await agree(options);
    expect(submissions).toBe(1);
  });

  it("a typed loss sweeps alike", () =>
    agree({
      loss: typedLoss("g = 32 in [1, 99]; m = 0.2; softplus(g * (s_n * theta_p - s_p + m))"),
      vary: [{ name: "m", values: [0, 0.2, 0.5] }],
      measures: ["active", "maxGradient", "maxLoss"],
      size: 64,
    }));

  it("parameters that change the formula's shape get a shader each", async () => {
    submissions = 0;
    await agree({
      loss: findLoss("sphereface"),
      vary: [{ name: "m", values: [1, 2, 3, 4] }],
      measures: ["maxGradient", "maxLoss"],
      size: 48,
    });
    expect(submissions).toBeGreaterThan(1);
  });

  it("bands make up the whole grid", async () => {
    const { loss, params, gradient } = namedLoss("multi-similarity");
    const request = {
      loss,
      params,
      gradient,
      counts: { K: 2, L: 3 },
      axes: AXES,
      columns: 130,
      rows: 70,
      channels: ["value", "dSn"] as const,
    };
    const numbers = async (engine: Parameters<typeof fieldTiles>[1]): Promise<number[]> => {
      const all: number[] = [];
      for await (const { channels } of fieldTiles(request, engine)) all.push(...(channels.dSn ?? []));
      return all;
    };
    const [onGpu, onCpu] = [await numbers(gpuTiles(gpu())), await numbers(analyticTiles)];
    expect(onGpu).toHaveLength(130 * 70);
    const top = Math.max(...onCpu);
    onCpu.forEach((x, i) => expect(Math.abs(x - onGpu[i])).toBeLessThanOrEqual(5e-7 * top));
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Params } from "../../src/losses/params.ts";
import { channelOf } from "../../src/plane/field.ts";
import { sampleField } from "../../src/plane/sample.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { AXES, CHANNELS, subject } from "./webgpu-subject.ts";
import { filled, type OpenHarness, openHarness } from "./webgpu-support.ts";

const plainJob = (name: string, columns: number, rows: number, given: Params = {}) => {
  const { program, parameters, counts } = subject(name, given);
  return { program, job: { parameters, counts, axes: AXES, columns, rows, channels: CHANNELS } };
};

describe("the WebGPU engine", { timeout: 60_000 }, () => {
  let harness: OpenHarness;
  const open = (tileBytes?: number) =>
    harness.page.evaluate((bytes) => window.harness.open({ software: true, tileBytes: bytes }), tileBytes);
  beforeAll(async () => {
    harness = await openHarness();
  });
  beforeEach(async () => {
    expect(await open()).toMatchObject({ name: expect.stringMatching(/./) });
  });
  afterAll(async () => {
    expect(await harness.page.evaluate(() => window.harness.problems)).toEqual([]);
    expect(harness.problems).toEqual([]);
    await harness.close();
  });

  it("says what filled a field, and tells how far it is", async () => {
    const { program, job } = plainJob("circle", 64, 64);
    const result = await harness.page.evaluate((given) => window.harness.fill(given.program, given.job), {
      program,
      job,
    });
    expect(result).toMatchObject({
      engine: { name: "webgpu", precision: 32, device: expect.stringMatching(/./) },
    });
    expect(result.progress).toEqual([1]);
  });

  it.each(["negative", "positive"] as const)("puts s_%s on the horizontal axis", async (horizontal) => {
    const { program, parameters, counts, form } = subject("circle");
    const axes: Axes = {
      negative: { unit: "degrees", range: [170, 20] },
      positive: { unit: "chord", range: [0.1, 1.6] },
      horizontal,
    };
    const size = { columns: 33, rows: 21, channels: CHANNELS };
    const found = await filled(harness.page, program, { parameters, counts, axes, ...size });
    const expected = channelOf(sampleField(form, axes, size), "value");
    const largest = Math.max(...expected);
    found.value.forEach((x, cell) => expect(Math.abs(x - expected[cell])).toBeLessThan(2e-6 * largest));
  });

  it("fills a band of rows as the whole grid has it", async () => {
    const { program, job } = plainJob("circle", 40, 30);
    const whole = await filled(harness.page, program, job);
    const band = await filled(harness.page, program, { ...job, rows: 7, band: { first: 11, of: 30 } });
    for (const channel of CHANNELS) expect(band[channel]).toEqual(whole[channel].subarray(11 * 40, 18 * 40));
  });

  it("has the same numbers in tiles", async () => {
    const { program, job } = plainJob("arcface", 123, 97);
    const whole = await filled(harness.page, program, job);
    await open(123 * 3 * 4 * 10 + 1);
    const tiled = await harness.page.evaluate((given) => window.harness.fill(given.program, given.job), {
      program,
      job,
    });
    expect(tiled.progress).toHaveLength(10);
    expect(tiled.progress.at(-1)).toBe(1);
    expect(await filled(harness.page, program, job)).toEqual(whole);
  });

  it("fills two fields at once", async () => {
    const [one, other] = [plainJob("circle", 50, 40), plainJob("arcface", 50, 40)];
    const apart = [
      await filled(harness.page, one.program, one.job),
      await filled(harness.page, other.program, other.job),
    ];
    const together = await Promise.all(
      [one, other].map(({ program, job }) => filled(harness.page, program, job)),
    );
    expect(together).toEqual(apart);
  });

  it("stops when it is cancelled and works on", async () => {
    await open(4096);
    const { program, job } = plainJob("circle", 64, 200);
    const result = await harness.page.evaluate(
      (given) => window.harness.fill(given.program, given.job, { abortAt: 0.2 }),
      { program, job },
    );
    expect(result).toMatchObject({ name: "AbortError" });
    expect(result.progress.at(-1)).toBeLessThan(0.5);
    expect((await filled(harness.page, program, job)).value).toHaveLength(64 * 200);
  });

  it("says that the device is gone when it goes in mid-flight, and opens another", async () => {
    await open(4096);
    const { program, job } = plainJob("circle", 64, 200);
    const result = await harness.page.evaluate(
      (given) => window.harness.fill(given.program, given.job, { destroyAt: 0.2 }),
      { program, job },
    );
    expect(result).toMatchObject({
      name: "GpuUnavailable",
      reason: "lost",
      message: expect.stringContaining("closed"),
    });
    const again = await harness.page.evaluate((given) => window.harness.fill(given.program, given.job), {
      program,
      job,
    });
    expect(again).toMatchObject({ name: "GpuUnavailable", reason: "lost" });
    await open();
    expect((await filled(harness.page, program, job)).value).toHaveLength(64 * 200);
  });

  it("says that a program is refused and works on", async () => {
    const { program, job } = plainJob("circle", 8, 8);
    const cell = program.steps.findIndex(({ stage }) => stage === "cell");
    const broken = {
      ...program,
      steps: program.steps.with(cell, { kind: "call", stage: "cell", primitive: "detach", args: [0] }),
    };
    const result = await harness.page.evaluate((given) => window.harness.fill(given.program, given.job), {
      program: broken,
      job,
    });
    expect(result).toMatchObject({ name: "GpuUnavailable", reason: "shader" });
    expect((await filled(harness.page, program, job)).value).toHaveLength(64);
  });

  it("says that tables are larger than the GPU binds", async () => {
    const { program, job } = plainJob("circle", 2 ** 23, 2);
    const result = await harness.page.evaluate(
      (given) => window.harness.measureFails(given.program, given.job),
      {
        program,
        job: { axes: job.axes, columns: job.columns, rows: job.rows, sets: [job] },
      },
    );
    expect(result).toMatchObject({ name: "GpuUnavailable", reason: "memory" });
  });

  it("takes no software adapter unasked", async () => {
    const opened = await harness.page.evaluate(() => window.harness.open({}));
    if ("software" in opened) expect(opened.software).toBe(false);
    else expect(opened).toMatchObject({ name: "GpuUnavailable", reason: "software" });
  });

  it("redraws a thousand times in the memory of ten", async () => {
    const { program, job } = plainJob("circle", 64, 64);
    const [early, late] = await harness.page.evaluate(
      (given) => window.harness.redraw(given.program, given.job, "gamma", 1000),
      { program, job },
    );
    expect(late).toMatchObject({ buffers: early.buffers, bytes: early.bytes, pipelines: 1 });
    expect(early.buffers).toBeLessThanOrEqual(8);
    expect(late.heap - early.heap).toBeLessThan(8 * 2 ** 20);
  });
});

describe("a browser without an adapter", () => {
  it("says so", { timeout: 60_000 }, async () => {
    const harness = await openHarness({ adapter: false });
    const opened = await harness.page.evaluate(() => window.harness.open({ software: true }));
    expect(opened).toEqual({ name: "GpuUnavailable", reason: "adapter", message: "no GPU adapter" });
    await harness.close();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileLoss } from "../../src/formula/compile.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { quantityValues } from "../../src/plane/quantity.ts";
import { sampleField } from "../../src/plane/sample.ts";
import { traceBoundary } from "../../src/region/boundary.ts";
import { targetArea } from "../../src/region/target.ts";
import { AXES, CHANNELS, subject } from "./webgpu-subject.ts";
import { type OpenHarness, openHarness } from "./webgpu-support.ts";

describe("a grid measured on the GPU", { timeout: 60_000 }, () => {
  let harness: OpenHarness;
  beforeAll(async () => {
    harness = await openHarness();
    const opened = await harness.page.evaluate(() => window.harness.open({ software: true }));
    expect(opened).toMatchObject({ name: expect.stringMatching(/./) });
  });
  afterAll(async () => {
    expect(await harness.page.evaluate(() => window.harness.problems)).toEqual([]);
    expect(harness.problems).toEqual([]);
    await harness.close();
  });

  const measured = async (
    name: string,
    given: readonly Params[],
    columns: number,
    rows: number,
    more = {},
  ) => {
    const sets = given.map((params) => subject(name, params));
    const job = {
      axes: AXES,
      columns,
      rows,
      sets: sets.map(({ parameters, counts }) => ({ parameters, counts })),
    };
    const { found } = await harness.page.evaluate(
      (all) => window.harness.measure(all.program, { ...all.job, ...all.more }),
      { program: sets[0].program, job, more },
    );
    return { found, sets };
  };

  it.each(["circle", "triplet", "multi-similarity", "arcface"])(
    "has the extremes, shares and histogram of %s",
    async (name) => {
      const [columns, rows, threshold] = [150, 110, 1e-3];
      const low = 0.01;
      const { sets } = await measured(name, [{}], 2, 2);
      const field = sampleField(sets[0].form, AXES, { columns, rows, channels: CHANNELS });
      const value = quantityValues(field, "loss");
      const length = quantityValues(field, "gradientLength");
      const histogram = { bins: 37, low, high: value.high * 0.9 };
      const { found } = await measured(name, [{}], columns, rows, { histogram, threshold });
      const [{ histogram: counted = [], ...numbers }] = found;
      const near = (actual: number, expected: number, part = 2e-6) =>
        expect(Math.abs(actual - expected)).toBeLessThanOrEqual(part * Math.max(1e-30, Math.abs(expected)));
      near(numbers.low, value.low, 1e-4);
      near(numbers.high, value.high);
      near(numbers.maxGradient, length.high);
      expect(numbers.masked).toBe(value.masked);

      const bins = Array.from({ length: histogram.bins }, () => 0);
      for (const x of value.values) {
        const bin = Math.floor(((x - low) / (histogram.high - low)) * histogram.bins);
        if (x >= low && x <= histogram.high) bins[Math.min(bin, histogram.bins - 1)]++;
      }
      // a cell on the edge of two bins may fall into either
      const moved = bins.reduce((sum, count, bin) => sum + Math.abs(count - counted[bin]), 0);
      expect(moved).toBeLessThanOrEqual(4);
      expect(counted).toHaveLength(histogram.bins);

      let active = 0;
      let all = 0;
      length.values.forEach((each, cell) => {
        const [row, column] = [Math.floor(cell / columns), cell % columns];
        const weight = (row % (rows - 1) ? 1 : 0.5) * (column % (columns - 1) ? 1 : 0.5);
        all += weight;
        if (each > threshold) active += weight;
      });
      near(numbers.active, active / all, 1e-5);
      near(numbers.vanishing, 1 - active / all, 1e-5);
      near(numbers.active + numbers.vanishing, 1);
    },
  );

  it("counts cells without a number", async () => {
    const { program, parameters, counts, form } = subject("triplet");
    const { loss, params, gradient } = namedLoss("triplet");
    const logarithm = compileLoss(loss, params, gradient, ["logValue"]);
    expect(logarithm).not.toEqual(program);
    const job = {
      axes: AXES,
      columns: 51,
      rows: 40,
      sets: [{ parameters, counts }],
      of: "logValue" as const,
    };
    const { found } = await harness.page.evaluate(
      (all) => window.harness.measure(all.program ?? { steps: [], outputs: {} }, all.job),
      { program: logarithm, job },
    );
    const field = sampleField(form, AXES, { columns: 51, rows: 40, channels: ["logValue"] });
    const { masked, low, high } = quantityValues(field, "logLoss");
    expect(masked).toBeGreaterThan(100);
    expect(found[0].masked).toBe(masked);
    expect(found[0].high).toBeCloseTo(high, 5);
    expect(found[0].low).toBeCloseTo(low, 4);
    expect(found[0].area).toBeNaN();
    expect(found[0].maxGradient).toBeNaN();
  });

  it("has the area of the target region, four times closer on twice the nodes", async () => {
    // in this frame Circle's is what s_n² + (1 − s_p)² = r² cuts off the corner, from s_n = −0.2 to r
    const r = Math.SQRT2 * 0.25;
    const upTo = (x: number) => (x * Math.sqrt(r * r - x * x) + r * r * Math.asin(x / r)) / 2;
    const exact = upTo(r) - upTo(-0.2);
    const off: number[] = [];
    for (const nodes of [65, 129, 257]) {
      const [{ area, target }] = (await measured("circle", [{}], nodes, nodes)).found;
      expect(area).toBeCloseTo(target * 1.2, 12);
      off.push(Math.abs(area - exact));
    }
    expect(off[0]).toBeLessThan(2e-4);
    expect(off[2]).toBeLessThan(off[0] / 10);
  });

  // a kink of z on its zero line, as in a larger of two, puts the line into the wrong part of one cell along the edge
  const ALONG_EDGE = ((1.2 / 128) * 0.5) / 2;
  it.each([
    ["arcface", 3e-4],
    ["triplet", 3e-4],
    ["multi-similarity", ALONG_EDGE],
    ["proxy-anchor", ALONG_EDGE],
  ])("has the area of %s", async (name, bound) => {
    const frame = { sn: AXES.negative.range, sp: AXES.positive.range };
    const { found, sets } = await measured(name, [{}], 129, 129);
    const traced = targetArea(sets[0].form, traceBoundary(sets[0].form, frame), frame);
    expect(traced).toBeGreaterThan(0.01);
    expect(Math.abs(found[0].area - traced)).toBeLessThan(bound);
  });

  it("measures many parameters at once as it does one after the other", async () => {
    const margins = Array.from({ length: 21 }, (_, k) => ({ margin: 0.05 + 0.02 * k }));
    const together = await measured("circle", margins, 61, 47, { crossings: true });
    expect(together.found).toHaveLength(21);
    for (const k of [0, 7, 20]) {
      const alone = await measured("circle", [margins[k]], 61, 47, { crossings: true });
      expect(together.found[k]).toEqual(alone.found[0]);
    }
    const areas = together.found.map(({ area }) => area);
    expect(areas).toEqual(areas.toSorted((a, b) => a - b));
  });

  it("follows the boundary", async () => {
    const margins = [0.1, 0.25, 0.4];
    const { found } = await measured(
      "circle",
      margins.map((margin) => ({ margin })),
      121,
      257,
      { crossings: true },
    );
    found.forEach(({ crossings = [] }, k) => {
      const m = margins[k];
      crossings.forEach((sp, column) => {
        const sn = -0.2 + (1.2 * column) / 120;
        // s_n² + (1 − s_p)² = 2m²: below the centre of the circle s_p = 1 − √(2m² − s_n²)
        const expected = 1 - Math.sqrt(2 * m * m - sn * sn);
        if (Math.abs(sn) < 0.9 * Math.SQRT2 * m && sn > -m) expect(sp).toBeCloseTo(expected, 3);
        else if (sn > 1.1 * Math.SQRT2 * m) expect(sp).toBeNaN();
      });
    });
  });
});

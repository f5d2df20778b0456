import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileLoss, parameterNumbers } from "../../src/formula/compile.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { sampleLoss } from "../../src/plane/engine.ts";
import { channelOf } from "../../src/plane/field.ts";
import { FRAMES } from "./webgpu-parity.ts";
import { filled, type OpenHarness, openHarness } from "./webgpu-support.ts";

const CHANNELS = ["curl", "curvature"] as const;
/** |single − double| / max |field|: second derivatives are products of more factors than the first. */
const TOLERANCE = 2e-6;

describe("second derivatives on the GPU", { timeout: 30_000 }, () => {
  let harness: OpenHarness;
  beforeAll(async () => {
    harness = await openHarness();
    const opened = await harness.page.evaluate(() => window.harness.open({ software: true }));
    if (!("software" in opened)) throw new Error(opened.message);
  });
  afterAll(() => harness.close());

  it.each([
    "circle:detached",
    "circle:attached",
    "arcface",
    "am-softmax",
    "multi-similarity",
    "proxy-anchor",
  ])("of %s are those in double precision", async (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const counts = { K: 1, L: 1 };
    const axes = FRAMES.inside;
    const size = { columns: 45, rows: 37, channels: CHANNELS };
    const program = compileLoss(loss, params, gradient, CHANNELS);
    const parameters = parameterNumbers(loss, params);
    const found = await filled(harness.page, program, { axes, parameters, counts, ...size });
    const expected = sampleLoss({ loss, params, counts, gradient }, axes, size);
    for (const channel of CHANNELS) {
      const numbers = channelOf(expected, channel);
      const largest = Math.max(...numbers.map(Math.abs));
      expect(largest > 0, channel).toBe(channel === "curvature" || name === "circle:detached");
      const off = Math.max(...numbers.map((x, cell) => Math.abs(x - found[channel][cell])));
      expect(off / (largest || 1), channel).toBeLessThanOrEqual(TOLERANCE);
    }
  });
});

import { mkdirSync, writeFileSync } from "node:fs";
import { group } from "d3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { FormChannel } from "../../src/plane/field.ts";
import { extremeParams } from "../losses/arbitraries.ts";
import { NAMES, ONE } from "../losses/support.ts";
import { type Difference, differencesOf } from "./webgpu-parity.ts";
import { type OpenHarness, openHarness } from "./webgpu-support.ts";

/** |single − double| / max |field|. Ten ulps would be 1.2e-6; the logarithm of a cancelled value has a looser bound. */
const TOLERANCE: Readonly<Record<FormChannel, number>> = {
  value: 5e-7,
  logValue: 1e-6,
  z: 5e-7,
  dSp: 5e-7,
  dSn: 5e-7,
  paceRatio: 5e-7,
};

/** Losses that need more, and why. */
const LOOSER: Readonly<
  Record<string, { readonly why: string; readonly bound: Partial<Record<FormChannel, number>> }>
> = {
  pnp: {
    why: "1 − a power and a logarithm of 1 + R, whose small differences from 1 have lost their digits before they are subtracted",
    bound: { value: 1e-5, logValue: 2e-2, dSp: 1e-5, dSn: 1e-5 },
  },
};

/** Relative error where the loss exceeds 1e-30, of losses that are a softplus: its flat part. */
const FLAT = 1e-4;
const SOFTPLUS = ["circle", "am-softmax", "arcface", "normface", "unified", "n-pair", "info-nce", "cosent"];

const ARRIVES = 30_000;

describe("the catalogue on the GPU", { timeout: ARRIVES }, () => {
  let harness: OpenHarness;
  let engine: string;
  const table: Difference[] = [];
  beforeAll(async () => {
    harness = await openHarness();
    const opened = await harness.page.evaluate(() => window.harness.open({ software: true }));
    if (!("software" in opened)) throw new Error(opened.message);
    engine = opened.name;
  });
  afterAll(async () => {
    expect(await harness.page.evaluate(() => window.harness.problems)).toEqual([]);
    expect(harness.problems).toEqual([]);
    await harness.close();
    mkdirSync("test-output", { recursive: true });
    writeFileSync(
      "test-output/parity-webgpu.json",
      `${JSON.stringify({ engine, losses: summary(table) }, null, 1)}\n`,
    );
  });

  const check = (differences: readonly Difference[]) => {
    table.push(...differences);
    for (const each of differences) {
      const { bound } = LOOSER[each.name.split(":")[0]] ?? { bound: {} };
      const allowed = bound[each.channel] ?? TOLERANCE[each.channel];
      expect(each.absolute, JSON.stringify(each)).toBeLessThanOrEqual(allowed);
      expect(each.unmasked, JSON.stringify(each)).toBe(0);
      expect(each.edges, JSON.stringify(each)).toBeLessThanOrEqual(0.05 * each.cells);
      // a logarithm or a ratio of what is too small for single precision has no number there
      if (each.channel !== "logValue" && each.channel !== "paceRatio")
        expect(each.masked, JSON.stringify(each)).toBe(0);
    }
  };

  it.each(NAMES)("%s is its closed form", async (name) => {
    const whole = await differencesOf(harness.page, name, {}, ONE, "whole");
    expect(whole.length).toBeGreaterThan(0);
    check(whole);
    check(await differencesOf(harness.page, name, {}, { K: 4, L: 16 }, "inside"));
  });

  it.each(LOSSES.map(({ id }) => id))("%s is its closed form at the ends of its parameters", async (id) => {
    for (const params of extremeParams(namedLoss(id).loss).slice(1))
      check(await differencesOf(harness.page, id, params, ONE, "inside"));
  });

  it.each(SOFTPLUS)("%s keeps its digits where it is flat", async (id) => {
    const scales: readonly Params[] = extremeParams(namedLoss(id).loss).slice(0, 2);
    for (const params of scales) {
      const found = await differencesOf(harness.page, id, params, ONE, "whole");
      const value = found.find(({ channel }) => channel === "value");
      expect(value?.relative, JSON.stringify(value)).toBeLessThanOrEqual(FLAT);
    }
  });
});

/** For each loss and channel the largest differences over all that was tried. */
function summary(table: readonly Difference[]) {
  const rows = group(table, ({ name }) => name);
  return Object.fromEntries(
    [...rows].map(([name, differences]) => [
      name,
      Object.fromEntries(
        [...group(differences, ({ channel }) => channel)].map(([channel, all]) => {
          const most = (key: "absolute" | "relative" | "masked" | "edges" | "formula") =>
            Math.max(...all.map((each) => each[key]));
          const rounded = (x: number) => Number(x.toPrecision(2));
          return [
            channel,
            {
              absolute: rounded(most("absolute")),
              relative: rounded(most("relative")),
              masked: most("masked"),
              edges: most("edges"),
              formula: most("formula"),
            },
          ];
        }),
      ),
    ]),
  );
}

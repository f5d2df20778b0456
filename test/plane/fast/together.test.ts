import { afterAll, describe, expect, it } from "vitest";
import { pairedKernels } from "../../../src/kernels/pair.ts";
import { fillField, fillFieldTogether } from "../../../src/plane/fast/fill.ts";
import type { Field } from "../../../src/plane/field.ts";
import { CHANNELS, COSINES, formOf, isSame, kernelsHere, TURNED } from "./support.ts";

const kernels = await kernelsHere();
const pair = await pairedKernels(kernels);
if (!pair) throw new Error("no worker here");
afterAll(() => pair.end());

function form(name: string, gamma?: number) {
  const found = formOf(name, gamma === undefined ? {} : { gamma });
  if (!found) throw new Error(name);
  return found;
}

describe("two threads", () => {
  it.each([
    ["circle", 32],
    ["circle", 64],
    ["triplet", 32],
    ["triplet", 64],
    ["proxy-anchor", 32],
    ["magface:paper", 32],
  ] as const)("fill %s in %i bits with the numbers of one", async (name, precision) => {
    const options = { columns: 301, rows: 517, channels: CHANNELS, precision };
    const alone = fillField(form(name), COSINES, options, kernels);
    const field = await fillFieldTogether(form(name), COSINES, options, kernels, pair);
    expect(field.engine.name).toBe("kernels");
    expect(isSame(field, alone)).toBe(true);
  });

  it("fill only what is asked for", async () => {
    const options = { columns: 100, rows: 100, channels: ["dSp"], precision: 32 } as const;
    const field = await fillFieldTogether(form("circle"), TURNED, options, kernels, pair);
    expect(isSame(field, fillField(form("circle"), TURNED, options, kernels))).toBe(true);
  });

  it("take fields that are asked for at once one after another", async () => {
    const options = { columns: 200, rows: 300, channels: CHANNELS, precision: 32 } as const;
    const gammas = [1, 32, 80, 256, 1024];
    const fields = await Promise.all(
      gammas.map((gamma) => fillFieldTogether(form("circle", gamma), COSINES, options, kernels, pair)),
    );
    const alone = gammas.map((gamma) => fillField(form("circle", gamma), COSINES, options, kernels));
    expect(fields.map((field, i) => isSame(field, alone[i]))).toEqual(gammas.map(() => true));
  });

  it("are as good as one when the worker is lost in mid-field, and afterwards", async () => {
    const doomed = await pairedKernels(kernels);
    if (!doomed) throw new Error("no worker here");
    const options = { columns: 800, rows: 900, channels: CHANNELS, precision: 64 } as const;
    const alone = fillField(form("circle"), COSINES, options, kernels);
    const filling: Promise<Field> = fillFieldTogether(form("circle"), COSINES, options, kernels, doomed);
    doomed.end();
    expect(isSame(await filling, alone)).toBe(true);
    expect(doomed.alive()).toBe(false);
    const later = await fillFieldTogether(form("circle"), COSINES, options, kernels, doomed);
    expect(isSame(later, alone)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { deviationOf } from "../../../src/app/engine/deviation.ts";
import { savedChoice, saveChoice } from "../../../src/app/engine/setting.ts";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { type LossOnPlane, sampleLoss } from "../../../src/plane/engine.ts";
import { channelOf, type Field } from "../../../src/plane/field.ts";
import type { Axes } from "../../../src/spec/axes.ts";

const AXES: Axes = {
  negative: { unit: "degrees", range: [150, 10] },
  positive: { unit: "cosine", range: [-1, 1] },
  horizontal: "positive",
};
const circle: LossOnPlane = { ...namedLoss("circle", { gamma: 32 }), counts: { K: 2, L: 3 } };
const field = (columns: number, rows: number): Field =>
  sampleLoss(circle, AXES, { columns, rows, channels: ["value", "dSn"] });

describe("how far a field is from the CPU's", () => {
  it.each([
    [256, 256],
    [40, 300],
    [20, 2],
  ])("is 0 for the CPU's own, %d × %d", (columns, rows) => {
    const nodes = Math.min(33, columns) * Math.min(33, rows);
    expect(deviationOf(field(columns, rows), circle)).toEqual({ largest: 0, unmatched: 0, nodes });
  });

  it("is what single precision rounds off, as a share of the range", () => {
    const exact = field(256, 256);
    const rounded = { ...exact, channels: { value: Float32Array.from(channelOf(exact, "value")) } };
    const { largest } = deviationOf(rounded, circle);
    expect(largest).toBeGreaterThan(1e-9);
    expect(largest).toBeLessThan(2 ** -24);
  });

  it("is the difference over the range of that channel", () => {
    const exact = field(33, 33);
    const values = Float64Array.from(channelOf(exact, "dSn"));
    const range = Math.max(...values) - Math.min(...values);
    values[17 * 33 + 5] += range / 50;
    const channels = { ...exact.channels, dSn: values };
    expect(deviationOf({ ...exact, channels }, circle).largest).toBeCloseTo(0.02, 12);
  });

  it("counts nodes that have a number in one of the two only", () => {
    const exact = field(33, 33);
    const values = Float64Array.from(channelOf(exact, "value"));
    values[3] = NaN;
    values[4] = Infinity;
    expect(deviationOf({ ...exact, channels: { value: values } }, circle)).toMatchObject({
      largest: 0,
      unmatched: 2,
    });
  });
});

describe("the choice of an engine", () => {
  it("is the page's own where nothing can be kept", () => {
    saveChoice("webgpu");
    expect(savedChoice()).toBe("auto");
  });
});

import { describe, expect, it } from "vitest";
import { softplusLink } from "../../../src/losses/links.ts";
import type { Link, PlaneForm } from "../../../src/losses/types.ts";
import type { Field } from "../../../src/plane/field.ts";
import { fillField } from "../../../src/plane/fast/fill.ts";
import { sampleField } from "../../../src/plane/sample.ts";
import { NAMES } from "../../losses/support.ts";
import { CHANNELS, cornersOf, COSINES, formOf, kernelsHere, TURNED, worst } from "./support.ts";

const kernels = await kernelsHere();

/** Sizes that are no multiple of a vector, so that rows spill. */
const SIZE = { columns: 67, rows: 45 };
const BOUND = { 32: 1e-6, 64: 1e-15 } as const;

/** Whether z is where the fast engines take a coupled loss; softplus in single precision ends below e⁻⁶⁰. */
const ownRange = (form: PlaneForm, { channels: { z } }: Field): boolean =>
  form.coupling === "coupled" && z !== undefined && Math.max(...z) > -60 && z.every((x) => Math.abs(x) < 5e5);

const SEPARABLE = NAMES.filter((name) => {
  const form = formOf(name, {});
  return form !== undefined && form.coupling !== "pointwise";
});

describe.each([
  ["kernels", 32],
  ["kernels", 64],
  ["plain TypeScript", 32],
  ["plain TypeScript", 64],
] as const)("%s in %i bits", (engine, precision) => {
  const given = engine === "kernels" ? kernels : undefined;

  it.each(SEPARABLE)("fills %s as the analytic engine does", (name) => {
    const off = new Map<string, number>();
    for (const { title, params } of cornersOf(name)) {
      const form = formOf(name, params);
      if (!form) continue;
      for (const axes of [COSINES, TURNED]) {
        const options = { ...SIZE, channels: CHANNELS };
        const expected = sampleField(form, axes, options);
        const actual = fillField(form, axes, { ...options, precision }, given);
        const isFilled = form.coupling === "decoupled" || ownRange(form, expected);
        const filler = isFilled && given ? "kernels" : "analytic";
        expect(actual.engine, title).toEqual({ name: filler, precision: isFilled ? precision : 64 });
        for (const channel of CHANNELS) {
          const error = worst(actual, expected, channel);
          if (!(error <= BOUND[precision])) off.set(`${title}, ${axes.horizontal} across: ${channel}`, error);
        }
      }
    }
    expect([...off]).toEqual([]);
  });
});

describe("what the fast engines do not fill", () => {
  const size = { columns: 4, rows: 3 };

  it.each(NAMES.filter((name) => !SEPARABLE.includes(name)))("%s comes from the analytic engine", (name) => {
    const form = formOf(name, {});
    if (!form) throw new Error(`no plane of ${name}`);
    const options = { ...size, channels: CHANNELS };
    const field = fillField(form, COSINES, { ...options, precision: 32 }, kernels);
    expect(field).toEqual(sampleField(form, COSINES, options));
  });

  const circle = formOf("circle", {});
  const link: Link = { ...softplusLink, formula: "exp(z)", value: Math.exp, slope: Math.exp };
  it("comes from the analytic engine: a channel, a link, an infinite transform", () => {
    if (circle?.coupling !== "coupled") throw new Error("circle is coupled");
    const infinite = { ...circle, positive: { value: () => Infinity, slope: () => 0 } };
    const cases = [
      [circle, ["value", "logValue"]],
      [{ ...circle, link }, CHANNELS],
      [infinite, CHANNELS],
    ] as const;
    for (const [form, channels] of cases) {
      const options = { ...size, channels };
      const field = fillField(form, COSINES, { ...options, precision: 32 }, kernels);
      expect(field).toEqual(sampleField(form, COSINES, options));
    }
  });
});

describe("a loss that is tiny everywhere", () => {
  const slope = (): number => 1;
  const formAt = (offset: number): PlaneForm => {
    const side = { value: (s: number): number => s, slope };
    return { coupling: "coupled", positive: side, negative: side, link: softplusLink, offset };
  };

  it.each([
    [-50, { name: "kernels", precision: 32 }, 1e-6],
    [-100, { name: "kernels", precision: 64 }, 1e-15],
    [-590, { name: "kernels", precision: 64 }, 1e-15],
    [-650, { name: "analytic", precision: 64 }, 0],
  ] as const)("at e^%i is filled in a precision that holds it", (offset, engine, bound) => {
    const options = { ...SIZE, channels: CHANNELS };
    const expected = sampleField(formAt(offset), COSINES, options);
    const actual = fillField(formAt(offset), COSINES, { ...options, precision: 32 }, kernels);
    expect(actual.engine).toEqual(engine);
    expect(actual.channels.value?.every((x) => x > 0)).toBe(true);
    // the analytic engine rounds z, and e^z with it; the kernels do not
    const rounding = bound === 0 ? 0 : Math.abs(offset) * 2 ** -53;
    for (const channel of CHANNELS) {
      expect(worst(actual, expected, channel), channel).toBeLessThanOrEqual(bound + rounding);
    }
  });
});

describe("memory", () => {
  it("is that of the field given back, where precision and size fit", () => {
    const form = formOf("circle", {});
    if (!form) throw new Error("circle is on the plane");
    const options = { ...SIZE, channels: CHANNELS, precision: 32 } as const;
    const first = fillField(form, COSINES, options, kernels);
    const second = fillField(form, TURNED, { ...options, reuse: first }, kernels);
    for (const channel of CHANNELS) expect(second.channels[channel]).toBe(first.channels[channel]);
    const double = fillField(form, TURNED, { ...options, precision: 64, reuse: first }, kernels);
    for (const channel of CHANNELS) expect(double.channels[channel]).toBeInstanceOf(Float64Array);
    const smaller = fillField(form, TURNED, { ...options, rows: 9, reuse: first }, kernels);
    expect(smaller.channels.value?.length).toBe(9 * SIZE.columns);
    expect(first.channels.value?.length).toBe(45 * SIZE.columns);
  });

  it("is enough for rows of any length, by another engine where need be", () => {
    const form = formOf("circle", {});
    if (!form) throw new Error("circle is on the plane");
    const options = { columns: 300_001, rows: 2, channels: ["dSn"], precision: 64 } as const;
    const field = fillField(form, COSINES, options, kernels);
    expect(field.engine.name).toBe("analytic");
    expect(worst(field, sampleField(form, COSINES, options), "dSn")).toBeLessThanOrEqual(1e-15);
  });
});

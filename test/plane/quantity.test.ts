import { extent } from "d3";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { CHANNELS_OF, descentAngle, finiteRange, quantityValues } from "../../src/plane/quantity.ts";
import { sampleLoss } from "../../src/plane/engine.ts";
import type { Axes } from "../../src/spec/axes.ts";
import { QUANTITIES, QUANTITY_IDS, type QuantityId } from "../../src/spec/quantities.ts";
import { expectClose } from "../numerics/seeded.ts";

const cosines = { unit: "cosine", range: [-0.9, 0.9] } as const;
const size = { columns: 7, rows: 5 };
const node = (i: number, count: number): number => -0.9 + (1.8 * i) / (count - 1);

const sampled = (name: string, quantity: QuantityId, horizontal: Axes["horizontal"] = "negative") => {
  const { loss, params, gradient } = namedLoss(name);
  const counts = { K: 1, L: 1 };
  const form = loss.plane(params, counts, gradient);
  const axes: Axes = { negative: cosines, positive: cosines, horizontal };
  const options = { ...size, channels: CHANNELS_OF[quantity] };
  return { form, field: sampleLoss({ loss, params, counts, gradient }, axes, options) };
};

/** Each quantity by its definition; those of second order have `second-order.test.ts`. */
const DEFINED: Readonly<
  Record<
    Exclude<QuantityId, "curl" | "curvature">,
    (p: ReturnType<typeof planePoint>, sp: number, sn: number) => number
  >
> = {
  loss: ({ value }) => value,
  logLoss: ({ logValue }) => logValue,
  z: ({ z }) => z,
  dSp: ({ dSp }) => dSp,
  dSn: ({ dSn }) => dSn,
  absDSp: ({ dSp }) => Math.abs(dSp),
  absDSn: ({ dSn }) => Math.abs(dSn),
  gradientLength: ({ dSp, dSn }) => Math.hypot(dSp, dSn),
  direction: ({ dSp, dSn }) => (Math.atan2(dSn, -dSp) * 180) / Math.PI,
  embeddingP: ({ dSp }, sp) => Math.abs(dSp) * Math.sin(Math.acos(sp)),
  embeddingN: ({ dSn }, _, sn) => Math.abs(dSn) * Math.sin(Math.acos(sn)),
  paceRatio: ({ dSp, dSn }) => Math.log10(Math.abs(dSp / dSn)),
};

describe.each(Object.keys(DEFINED) as (keyof typeof DEFINED)[])("%s", (quantity) => {
  it("is what its definition says, on either axis", () => {
    for (const horizontal of ["negative", "positive"] as const) {
      // circle-monotone: no partial is 0 at these nodes but at s_n = 0
      const { form, field } = sampled("circle-monotone", quantity, horizontal);
      const { values } = quantityValues(field, quantity);
      for (let row = 0; row < size.rows; row++) {
        for (let column = 0; column < size.columns; column++) {
          const [across, up] = [node(column, size.columns), node(row, size.rows)];
          const [sp, sn] = horizontal === "negative" ? [up, across] : [across, up];
          if (Math.abs(sn) < 1e-9) continue;
          const expected = DEFINED[quantity](planePoint(form, sp, sn), sp, sn);
          expectClose(values[row * size.columns + column], expected, 1e-10);
        }
      }
    }
  });
});

it.each(QUANTITY_IDS)("%s has words and a scale for its legend", (quantity) => {
  const { label, name, scale } = QUANTITIES[quantity];
  expect(label.length * name.length).toBeGreaterThan(0);
  expect(["sequential", "diverging", "cyclic"]).toContain(scale);
});

describe("quantityValues", () => {
  it("counts what is not finite and leaves it out of the range", () => {
    // the hinge is exactly 0 beyond the margin: its logarithm is −∞ there
    const { field } = sampled("triplet", "logLoss");
    const { values, masked, low, high } = quantityValues(field, "logLoss");
    const finite = [...values].filter(Number.isFinite);
    expect(masked).toBe(values.length - finite.length);
    expect(masked).toBeGreaterThan(5);
    expect([low, high]).toEqual([Math.min(...finite), Math.max(...finite)]);
    // [0.9 + 0.9 + 0.1]₊ in the worst corner
    expectClose(high, Math.log(1.9), 1e-12);
  });

  it("has no direction where there is no gradient", () => {
    const { field } = sampled("triplet", "direction");
    const { values, masked } = quantityValues(field, "direction");
    const loss = quantityValues(sampled("triplet", "loss").field, "loss").values;
    expect(masked).toBe([...loss].filter((x) => x === 0).length);
    for (const [i, angle] of values.entries()) expect(angle).toBe(loss[i] === 0 ? NaN : 45);
  });

  it("knows that nothing is finite", () => {
    const { field } = sampled("triplet", "loss");
    field.channels.value?.fill(NaN);
    expect(quantityValues(field, "loss")).toMatchObject({ masked: 35, low: NaN, high: NaN });
  });

  it("fills memory that fits, and only that", () => {
    const { field } = sampled("circle", "gradientLength");
    const [right, wrong] = [new Float64Array(35), new Float64Array(34)];
    expect(quantityValues(field, "gradientLength", right).values).toBe(right);
    expect(quantityValues(field, "gradientLength", wrong).values).not.toBe(wrong);
    expect(quantityValues(field, "gradientLength").values).toEqual(right);
  });
});

describe("direction of descent", () => {
  it("is measured from +s_p towards −s_n", () => {
    // loss falls with s_p only, with both, with −s_n only; rises with s_p
    expect(
      [
        [-1, 0],
        [-1, 1],
        [0, 1],
      ].map(([p, n]) => descentAngle(p, n)),
    ).toEqual([0, 45, 90]);
    expect(Math.abs(descentAngle(1, 0))).toBe(180);
    expect(descentAngle(-1, -1)).toBe(-45);
    expect(descentAngle(0, 0)).toBeNaN();
  });
});

it("the range of what is finite is d3's, and the rest is counted", () => {
  const odd = fc.constantFrom(NaN, Infinity, -Infinity);
  const some = fc.array(fc.oneof({ arbitrary: fc.double({ noNaN: true }), weight: 20 }, odd));
  fc.assert(
    fc.property(some, (numbers) => {
      const finite = numbers.filter(Number.isFinite);
      const [low = Infinity, high = -Infinity] = extent(finite);
      const masked = numbers.length - finite.length;
      expect(finiteRange(Float64Array.from(numbers))).toEqual({ masked, low: low + 0, high: high + 0 });
    }),
  );
});

import { describe, expect, it } from "vitest";
import { findLoss, namedLoss } from "../../src/losses/lookup.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { MEASURE_IDS, type MeasureId } from "../../src/region/sweep/measures.ts";
import { sweep, type SweepOptions } from "../../src/region/sweep/sweep.ts";
import { expectClose } from "../numerics/seeded.ts";
import { region, WHOLE } from "./support.ts";

const swept = async (
  measure: MeasureId,
  id: string,
  more: Pick<SweepOptions, "vary"> & Partial<SweepOptions>,
) =>
  (await sweep({ loss: findLoss(id), measures: [measure], ...more })).measures[measure] ??
  new Float64Array(0);

const MARGINS = [0.05, 0.1, 0.25, 0.4];

describe("areas and boundaries with exact answers", () => {
  it("circle: a quarter of a disc of R² = 2m², whatever γ", async () => {
    const { measures, vary } = await sweep({
      loss: findLoss("circle"),
      vary: [
        { name: "margin", values: MARGINS },
        { name: "gamma", values: [1, 64, 1024] },
      ],
      measures: ["area", "share", "boundary.sn", "boundary.sp", "T.sn", "T.sp"],
    });
    expect(vary.map(({ values }) => values.length)).toEqual([4, 3]);
    MARGINS.forEach((m, row) => {
      for (let i = 3 * row; i < 3 * row + 3; i++) {
        expectClose(measures.area?.[i] ?? NaN, (Math.PI * m * m) / 2, 1e-9);
        expectClose(measures.share?.[i] ?? NaN, (Math.PI * m * m) / 2, 1e-9);
        expectClose(measures["boundary.sn"]?.[i] ?? NaN, Math.SQRT2 * m, 1e-12);
        expectClose(measures["boundary.sp"]?.[i] ?? NaN, 1 - Math.SQRT2 * m, 1e-12);
        expectClose(measures["T.sn"]?.[i] ?? NaN, m, 1e-12);
        expectClose(measures["T.sp"]?.[i] ?? NaN, 1 - m, 1e-12);
      }
    });
  });

  it("AM-Softmax: a triangle, whose corner is the margin; no T", async () => {
    const vary = [{ name: "margin", values: MARGINS }];
    const more = { vary, frame: WHOLE };
    const [area, sp, T] = [
      await swept("area", "am-softmax", { vary }),
      await swept("boundary.sp", "am-softmax", more),
      await swept("T.sn", "am-softmax", { vary }),
    ];
    MARGINS.forEach((m, i) => {
      expectClose(area[i], (1 - m) ** 2 / 2, 1e-9);
      expectClose(sp[i], -1 + m, 1e-12);
      expect(T[i]).toBeNaN();
    });
  });

  it("K and L run too: ln K + ln L moves the line by their sum over γ", async () => {
    const area = await swept("area", "unified", {
      vary: [
        { name: "K", values: [1, 4] },
        { name: "L", values: [1, 16] },
      ],
    });
    const side = (shift: number) => (0.75 - shift / 32) ** 2 / 2;
    [1, 16, 4, 64].forEach((product, i) => expectClose(area[i], side(Math.log(product)), 1e-9));
  });

  it("a traced boundary has the area that the region itself gives, and one that is not there has none", async () => {
    const traced = await swept("area", "curricularface", { vary: [{ name: "margin", values: [0.2, 0.5] }] });
    [0.2, 0.5].forEach((margin, i) =>
      expect(traced[i]).toBe(region("curricularface", { margin }).targetArea),
    );
    expect(traced[1]).toBeLessThan(traced[0]);
    for (const id of ["proxy-nca", "dcl"])
      expect((await swept("area", id, { vary: [{ name: "L", values: [1] }] }))[0]).toBeNaN();
  });
});

/** All grid measures by looking at every node. */
function byHand(name: string, size: number, threshold: number) {
  const { loss, params, gradient } = namedLoss(name);
  const form = loss.plane(params, { K: 2, L: 3 }, gradient);
  const found = { active: 0, vanishing: 0, maxGradient: NaN, minLoss: NaN, maxLoss: NaN, masked: 0 };
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const [sn, sp] = [column, row].map((i) => -1 + (2 * i) / (size - 1));
      const { value, dSp, dSn } = planePoint(form, sp, sn);
      const isEdge = (i: number) => i === 0 || i === size - 1;
      const length = Math.hypot(dSp, dSn);
      const weight = (isEdge(row) ? 0.5 : 1) * (isEdge(column) ? 0.5 : 1) * (1 / (size - 1) ** 2);
      if (!Number.isFinite(value)) found.masked++;
      else {
        found.minLoss = Math.min(value, Number.isNaN(found.minLoss) ? Infinity : found.minLoss);
        found.maxLoss = Math.max(value, Number.isNaN(found.maxLoss) ? -Infinity : found.maxLoss);
      }
      if (!Number.isFinite(length)) continue;
      found.maxGradient = Math.max(length, Number.isNaN(found.maxGradient) ? 0 : found.maxGradient);
      found[length > threshold ? "active" : "vanishing"] += weight;
    }
  }
  return found;
}

describe("measures on a grid are those of every node", () => {
  it.each([...LOSSES.map(({ id }) => id), "circle:attached"])("%s", async (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const measures = ["active", "vanishing", "maxGradient", "minLoss", "maxLoss", "masked"] as const;
    const threshold = 1e-3;
    const found = await sweep({
      loss,
      params,
      gradient,
      counts: { K: 2, L: 1 },
      vary: [{ name: "L", values: [3] }],
      measures,
      frame: WHOLE,
      size: 33,
      threshold,
    });
    const expected = byHand(name, 33, threshold);
    for (const id of measures) {
      const actual = found.measures[id]?.[0] ?? NaN;
      if (Number.isNaN(expected[id])) expect(actual, id).toBeNaN();
      else expectClose(actual, expected[id], 1e-12, 1e-6, id);
    }
  });

  it("with a threshold of 0 a hinge has vanished exactly where it is slack", async () => {
    // triplet, m = 0.3: slack where s_p − s_n ≥ 0.3; in the limit a triangle of side 0.7
    const options = { vary: [{ name: "margin", values: [0.3] }], threshold: 0, size: 1001 };
    expectClose((await swept("vanishing", "triplet", options))[0], 0.7 ** 2 / 2, 2e-3);
    expectClose((await swept("active", "triplet", options))[0], 1 - 0.7 ** 2 / 2, 2e-3);
  });
});

describe("what is refused", () => {
  const vary = [{ name: "margin", values: [0.1] }];
  const circle = { loss: findLoss("circle"), measures: ["area"] as MeasureId[] };

  it.each([
    [{ vary: [] }, "invalid vary: 0 names; expected one or two"],
    [{ vary: [...vary, ...vary] }, "invalid vary: margin twice; expected two different names"],
    [{ vary: [{ name: "margn", values: [0.1] }] }, "unknown parameter: margn; did you mean margin?"],
    [{ vary: [{ name: "margin", values: [0, 3] }] }, "invalid vary.margin: 3; expected -1 to 1"],
    [{ vary: [{ name: "margin", values: [] }] }, "invalid vary.margin: no values; expected at least one"],
    [
      { vary: [{ name: "L", values: [1.5] }] },
      "invalid L: 1.5; expected a whole number from 1 to 1000000000",
    ],
  ])("%o", async (options, message) => {
    await expect(sweep({ ...circle, ...options })).rejects.toThrow(message);
  });

  it("a choice", async () => {
    const options = { loss: findLoss("triplet"), vary: [{ name: "distance", values: [1] }] };
    await expect(sweep({ ...options, measures: ["area"] })).rejects.toThrow(
      "invalid vary: distance is a choice; expected margin",
    );
  });

  it("can be called off, and says how far it is", async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const values = Float64Array.from({ length: 2000 }, (_, i) => i / 2000);
    const running = sweep({
      loss: findLoss("circle"),
      vary: [{ name: "margin", values }],
      measures: MEASURE_IDS,
      signal: controller.signal,
      onProgress: (done, total) => {
        expect(total).toBe(2000);
        told.push(done);
        if (told.length === 2) controller.abort(new Error("enough"));
      },
    });
    await expect(running).rejects.toThrow("enough");
    expect(told.length).toBe(2);
    expect(told[1]).toBeGreaterThan(told[0]);
  });
});

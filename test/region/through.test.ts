import { describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { parameterThrough } from "../../src/region/through.ts";

const ONE = { K: 1, L: 1 };
const PLACES = [
  [0.15, 0.7],
  [-0.9, 0.3],
  [0.99, -0.99],
  [1, 1],
  [0, 0.5],
] as const;

describe("the parameter for which the boundary runs through a point", () => {
  it("is the m of Circle loss that losses.md gives: the distance from (0, 1), by √2", () => {
    const { loss, params } = namedLoss("circle", { margin: 0.4 });
    expect(parameterThrough(loss, params, ONE, "margin", { sn: 0.25, sp: 0.75 })).toBeCloseTo(0.25, 12);
    expect(parameterThrough(loss, params, ONE, "margin", { sn: 0.3, sp: 0.6 })).toBeCloseTo(
      Math.hypot(0.3, 0.4) / Math.SQRT2,
      12,
    );
  });

  it("is s_p − s_n for AM-Softmax, and moves by ln L / γ with the negatives", () => {
    const { loss, params } = namedLoss("am-softmax", { gamma: 30 });
    expect(parameterThrough(loss, params, ONE, "margin", { sn: 0.2, sp: 0.55 })).toBeCloseTo(0.35, 12);
    expect(parameterThrough(loss, params, { K: 1, L: 100 }, "margin", { sn: 0.2, sp: 0.65 })).toBeCloseTo(
      0.45 - Math.log(100) / 30,
      12,
    );
  });

  it("is none where the parameter does not reach, or does not move the boundary", () => {
    const { loss, params } = namedLoss("am-softmax");
    expect(parameterThrough(loss, params, ONE, "margin", { sn: 0.9, sp: -0.9 })).toBeUndefined();
    expect(parameterThrough(loss, params, ONE, "gamma", { sn: 0.2, sp: 0.6 })).toBeUndefined();
    expect(parameterThrough(loss, params, ONE, "nothing", { sn: 0.2, sp: 0.6 })).toBeUndefined();
  });

  it("is a zero of z for every loss whose first parameter moves it there", () => {
    let found = 0;
    for (const id of [
      "arcface",
      "triplet",
      "sphereface",
      "multi-similarity",
      "curricularface",
      "contrastive",
    ]) {
      const { loss, params } = namedLoss(id);
      for (const param of Object.keys(params)) {
        const point = { sn: 0.15, sp: 0.7 };
        const value = parameterThrough(loss, params, ONE, param, point);
        if (value === undefined) continue;
        found++;
        const { z } = planePoint(loss.plane({ ...params, [param]: value }, ONE), point.sp, point.sn);
        expect(Math.abs(z), `${id}.${param} = ${value}`).toBeLessThan(1e-9 * 64);
      }
    }
    expect(found).toBeGreaterThan(5);
  });

  it("is legal for every parameter of every loss, wherever it is asked for", () => {
    let found = 0;
    for (const { id } of LOSSES) {
      const { loss, params } = namedLoss(id);
      for (const [name, spec] of Object.entries(loss.params))
        for (const [sn, sp] of PLACES) {
          const value = parameterThrough(loss, params, ONE, name, { sn, sp });
          if (value === undefined) continue;
          found++;
          expect(spec.kind === "number" && !spec.whole && value >= spec.min && value <= spec.max, id).toBe(
            true,
          );
        }
    }
    expect(found).toBeGreaterThan(100);
  });

  it("stays in a range whose end is no sum of its steps", () => {
    const loss = typedLoss("m = 0 in [-0.2, 0.6]\nsoftplus(8 * (s_n - s_p + m))");
    expect(-0.2 + (0.6 - -0.2)).toBeGreaterThan(0.6);
    expect(parameterThrough(loss, { m: 0 }, ONE, "m", { sn: 0.1, sp: 0.7 })).toBeCloseTo(0.6, 12);
    expect(parameterThrough(loss, { m: 0 }, ONE, "m", { sn: 0.1, sp: 0.8 })).toBeUndefined();
  });
});

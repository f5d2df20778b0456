import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import { traceBoundary } from "../../src/region/boundary.ts";
import { targetArea } from "../../src/region/target.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { ONE, region, UNIT, WHOLE } from "./support.ts";

const R = Math.SQRT2 / 4;
const many = { K: 4, L: 16 };

describe("areas with exact answers", () => {
  // m = 1/4 for the circles: R² = 1/8
  const quarter = Math.PI / 32;
  // circle-paced in u = s_n + m ≥ m, v = 1 + m − s_p ≥ m with u² + v² ≤ 1/2, b = √7/4 where v = m
  const b = Math.sqrt(7) / 4;
  const paced = (Math.asin(b * Math.SQRT2) - Math.asin(Math.SQRT2 / 4)) / 4 - b / 4 + 1 / 16;
  const pacedFromMinusM = Math.asin(b * Math.SQRT2) / 4 - b / 8;

  it.each([
    ["am-softmax", { margin: 0.35 }, UNIT, 0.65 ** 2 / 2],
    ["am-softmax", { margin: 0.35 }, WHOLE, 1.65 ** 2 / 2],
    ["am-softmax", { margin: -0.5 }, UNIT, 1 - 0.5 ** 2 / 2],
    ["triplet", { margin: 0.3 }, UNIT, 0.7 ** 2 / 2],
    // ∫ u²(u + m)/2 du over u = d_n − m from 0 to 2 − m
    ["triplet:euclidean", { margin: 0.5 }, WHOLE, 1.5 ** 4 / 8 + (0.5 * 1.5 ** 3) / 6],
    // 1 + cos m − (π − m)(sin m)/2
    [
      "triplet:angular",
      { margin: 0.35 },
      WHOLE,
      1 + Math.cos(0.35) - ((Math.PI - 0.35) * Math.sin(0.35)) / 2,
    ],
    ["proxy-anchor", {}, WHOLE, 0.9 * 0.9],
    ["proxy-anchor", {}, UNIT, 0],
    ["multi-similarity", {}, WHOLE, 0.5 * 1.5],
    ["proxy-softmax", { nPos: 2, nAll: 8 }, UNIT, 1 - 0.075 - 0.125],
    ["circle", {}, UNIT, quarter],
    ["circle", {}, WHOLE, quarter + 1 / 32 + Math.PI / 64 + 0.75 * 0.25],
    ["circle-flat", {}, WHOLE, quarter + R],
    ["circle-monotone", {}, WHOLE, quarter + (Math.sqrt(1.125) + Math.asinh(1 / R) / 8) / 2],
    ["circle-disc", {}, WHOLE, 2 * quarter],
    ["circle-paced", {}, UNIT, paced],
    ["circle-paced", {}, WHOLE, pacedFromMinusM + 0.75 * (Math.SQRT1_2 - 0.25)],
    ["circle", { margin: 0 }, WHOLE, 0],
    ["circle", { margin: -0.2 }, WHOLE, 0],
  ] as const)("%s %o", (name, params, frame, exact) => {
    const { targetArea: area, targetShare: share } = region(name, params, frame);
    const size = (frame.sn[1] - frame.sn[0]) * (frame.sp[1] - frame.sp[0]);
    expectClose(area ?? NaN, exact, 1e-9);
    expectClose(share ?? NaN, exact / size, 1e-9);
  });

  it("with K and L", () => {
    const shift = Math.log(64);
    expectClose(region("unified", {}, UNIT, many).targetArea ?? NaN, (0.75 - shift / 32) ** 2 / 2, 1e-9);
    expectClose(
      region("circle", {}, UNIT, many).targetArea ?? NaN,
      (Math.PI / 4) * (0.125 - shift / 256),
      1e-9,
    );
    expectClose(
      region("proxy-anchor", {}, WHOLE, many).targetArea ?? NaN,
      (0.9 - Math.log(4) / 32) * (0.9 - Math.log(16) / 32),
      1e-9,
    );
  });

  it("of an expert circle that bulges out beside its optima: square, two segments and a strip", () => {
    // centre (0.3, 0.7) round the square [0, 0.6] × [0.4, 1]; s_p > 0.4 wherever s_n ≤ 0
    const params = { Op: 1, Dp: 0.4, On: 0, Dn: 0.6 };
    const segment = (0.18 * Math.PI - 0.36) / 4;
    expectClose(region("circle-general", params, WHOLE).targetArea ?? NaN, 0.36 + 2 * segment + 0.6, 1e-9);
  });

  it("is unknown where there is no boundary, and zero out of reach", () => {
    expect(region("proxy-nca").targetArea).toBeNull();
    expect(region("proxy-nca", {}, UNIT, { K: 1, L: 1e5 }).targetShare).toBeNull();
    expect(region("circle", { gamma: 8 }, WHOLE, { K: 1, L: 3 }).targetArea).toBe(0);
  });
});

describe("areas by other ways", () => {
  it.each(["circle", "circle-paced", "triplet:euclidean", "proxy-anchor", "circle-monotone"])(
    "%s: a traced boundary gives the same",
    (name) => {
      const { loss, params } = namedLoss(name);
      const frame = { sn: [-0.9, 0.8], sp: [0.1, 0.95] } as const;
      const form = loss.plane(params, ONE);
      const traced = targetArea(form, traceBoundary(form, frame), frame);
      // kinks inside a traced line are no breaks of the quadrature
      expectClose(region(name, {}, frame).targetArea ?? NaN, traced, 5e-4);
    },
  );

  it("halves of a frame add up to the whole", () => {
    fc.assert(
      fc.property(between(-0.9, 0.9), between(-0.2, 0.6), (cut, margin) => {
        for (const id of ["circle", "circle-paced"]) {
          const area = (sn: readonly [number, number]) =>
            region(id, { margin }, { sn, sp: [-1, 1] }).targetArea ?? NaN;
          expectClose(area([-1, cut]) + area([cut, 1]), area([-1, 1]), 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });
});

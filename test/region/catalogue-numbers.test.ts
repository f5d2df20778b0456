import { describe, expect, it } from "vitest";
import type { Params } from "../../src/losses/params.ts";
import { descentAngle } from "../../src/plane/quantity.ts";
import { at } from "../losses/support.ts";
import { expectClose } from "../numerics/seeded.ts";
import { levels } from "./support.ts";

const quarter: Params = { margin: 0.25 };
const printed = (x: number): number => Number(x.toFixed(6));

describe("8.1: what the original does, m = 0.25", () => {
  // s_n, A_n/γ, attached A_n′/γ, detached pace, s_p demanded
  it.each([
    [0.35, 0.06, 0.7, 0.6, 0.95],
    [0.25, 0, 0.5, 0.5, 0.75],
    [0.1, -0.0525, 0.2, 0.35, 0.660884],
    [0, -0.0625, 0, 0.25, 0.646447],
    [-0.1, -0.0525, -0.2, 0.15, 0.660884],
    [-0.25, 0, 0, 0, 0.75],
    [-0.5, 0, 0, 0, 0.75],
    [-1, 0, 0, 0, 0.75],
  ])("s_n = %d", (sn, value, slope, pace, sp) => {
    const params = { gamma: 1, margin: 0.25 };
    // at s_p = 0.75 A_p = 0, so z is A_n, and each partial divided by σ(z) is a slope of A_n
    const attached = at("circle:attached", params, [0.75, sn]);
    const detached = at("circle:detached", params, [0.75, sn]);
    const weight = 1 / (1 + Math.exp(-attached.z));
    expectClose(attached.z, value, 1e-12);
    expectClose(attached.dSn / weight, slope, 1e-12);
    expectClose(detached.dSn / weight, pace, 1e-12);
    expect(levels("circle", quarter, sn).map(printed)).toEqual([sp]);
  });
});

describe("8.3: the boundary, m = 0.25, K = L = 1", () => {
  const IDS = ["circle", "circle-flat", "circle-monotone", "circle-disc", "circle-paced"];

  it.each([
    [-1, [0.75, 0.646447, -0.06066, null, 0.542893]],
    [-0.5, [0.75, 0.646447, 0.387628, null, 0.542893]],
    [-0.25, [0.75, 0.646447, 0.566987, 0.75, 0.542893]],
    [0, [0.646447, 0.646447, 0.646447, 0.646447, 0.588562]],
    [0.25, [0.75, 0.75, 0.75, 0.75, 0.75]],
    [0.3, [0.812917, 0.812917, 0.812917, 0.812917, 0.80559]],
    [0.35, [0.95, 0.95, 0.95, 0.95, 0.875834]],
    [0.4, [null, null, null, null, 0.971612]],
  ] as const)("s_n = %d", (sn, row) => {
    IDS.forEach((id, i) => {
      expect(levels(id, quarter, sn).map(printed), id).toEqual(row[i] === null ? [] : [row[i]]);
    });
  });

  it("meets s_p = 1 and s_n = 0 where 8.2 says", () => {
    // circle-paced: s_n = (√7 − 1) m at s_p = 1, s_p = 1 − (√7 − 1) m at s_n = 0
    expect(levels("circle-paced", quarter, 0.411438 - 1e-5).length).toBe(1);
    expect(levels("circle-paced", quarter, 0.411438 + 1e-5).length).toBe(0);
    expectClose(levels("circle-paced", quarter, 0)[0], 1 - (Math.sqrt(7) - 1) / 4, 1e-12);
  });
});

describe("8.3: loss and partials along s_p = 0.7, γ = 64, m = 0.25", () => {
  const NAMES = [
    "circle:attached",
    "circle:detached",
    "circle-flat",
    "circle-monotone",
    "circle-disc",
    "circle-paced",
  ];

  // prettier-ignore
  it.each<[number, ...[number, number, number][]]>([
    [0.3, [3.54917, -37.2961, 37.2961], [3.54917, -34.1881, 34.1881], [3.54917, -37.2961, 37.2961], [3.54917, -37.2961, 37.2961], [3.54917, -37.2961, 37.2961], [3.39415, -34.0184, 34.0184]],
    [0, [0.101164, -3.69468, 0], [0.101164, -3.38679, 1.53945], [0.101164, -3.69468, 0], [0.101164, -3.69468, 0], [0.101164, -3.69468, 0], [0.0132122, -0.462011, 0.210005]],
    [-0.1, [0.183901, -6.45049, -2.15016], [0.183901, -5.91295, 1.61262], [0.101164, -3.69468, 0], [0.0546158, -2.041, 0.680335], [0.183901, -6.45049, -2.15016], [0.00369104, -0.129685, 0.0353687]],
    [-0.3, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [0.000335406, -0.0128774, 0.0128774], [3.54917, -37.2961, -37.2961], [0.00179833, -0.0632442, 0]],
    [-0.6, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [1.04963e-11, -4.03057e-10, 8.06114e-10], [20.8, -38.4, -76.8], [0.00179833, -0.0632442, 0]],
    [-1, [1.91875, -32.7633, 0], [1.91875, -30.033, 0], [0.101164, -3.69468, 0], [1.70739e-29, -6.55639e-28, 2.18546e-27], [61.76, -38.4, -128], [0.00179833, -0.0632442, 0]],
  ])("s_n = %d", (sn, ...rows) => {
    NAMES.forEach((name, i) => {
      const { value, dSp, dSn } = at(name, { gamma: 64, margin: 0.25 }, [0.7, sn]);
      [value, dSp, dSn].forEach((x, k) => {
        expectClose(Number(x.toPrecision(6)), rows[i][k], 1e-12, 0, `${name} ${["value", "dSp", "dSn"][k]}`);
      });
    });
  });
});

describe("10.1: optimisation manners", () => {
  const A = [0.2, 0.2] as const;
  const B = [0.75, 0.75] as const;
  const C = [0.5, 0.5] as const;
  const circle = { gamma: 256, margin: 0.25 };

  it.each([
    [A, 23.2, 14.0],
    [C, 45, 45],
    [B, 63.4, 71.6],
  ])("arrows at %o lean by %d° detached and %d° attached from +s_p", (point, detached, attached) => {
    for (const [mode, degrees] of [
      ["detached", detached],
      ["attached", attached],
    ] as const) {
      const { dSp, dSn } = at(`circle:${mode}`, circle, point);
      expectClose(descentAngle(dSp, dSn), degrees, 0.05, 1, mode);
    }
    for (const name of ["triplet", "am-softmax"]) {
      const { dSp, dSn } = at(name, {}, point);
      expectClose(descentAngle(dSp, dSn), 45, 1e-12, 1, name);
    }
  });

  it.each([
    ["A", A, [1.05, 0.45], [1.6, 0.4]],
    ["C", C, [0.75, 0.75], [1, 1]],
    ["B", B, [0.5, 1], [0.5, 1.5]],
    ["T", [0.75, 0.25], [0.25, 0.25], [0.25, 0.25]],
    ["T′", [0.660884, 0.1], [0.294558, 0.175], [0.339116, 0.1]],
  ] as const)("sizes divided by γ at %s", (_, point, detached, attached) => {
    for (const [mode, sizes] of [
      ["detached", detached],
      ["attached", attached],
    ] as const) {
      const { dSp, dSn } = at(`circle:${mode}`, circle, point);
      expectClose(-dSp / 256, sizes[0], 2e-5);
      expectClose(dSn / 256, sizes[1], 2e-5);
    }
  });

  it("AM-Softmax with m = 0.3, γ = 64: (1, 1) at A, B, C to 1e-8 and (½, ½) at the text's T and T′", () => {
    const params = { gamma: 64, margin: 0.3 };
    for (const point of [A, B, C]) {
      expectClose(-at("am-softmax", params, point).dSp / 64, 1, 1e-8);
      expectClose(at("am-softmax", params, point).dSn / 64, 1, 1e-8);
    }
    for (const point of [
      [0.5, 0.2],
      [0.7, 0.4],
    ] as const) {
      expectClose(-at("am-softmax", params, point).dSp / 64, 0.5, 1e-12);
      expectClose(at("am-softmax", params, point).dSn / 64, 0.5, 1e-12);
    }
  });
});

describe("10.2: sizes at A = (0.8, 0.8) and B = (0.6, 0.4)", () => {
  // loss, parameters, divisor, |∂_n| and |∂_p| at A, |∂_n| and |∂_p| at B
  it.each([
    ["triplet", { margin: 0.35 }, 1, [1, 1, 1, 1]],
    ["am-softmax", { margin: 0.35, gamma: 30 }, 30, [0.999972, 0.999972, 0.989013, 0.989013]],
    ["circle:attached", { margin: 0.28, gamma: 100 }, 200, [0.8, 0.2, 0.4, 0.4]],
    ["circle:detached", { margin: 0.28, gamma: 100 }, 100, [1.08, 0.48, 0.68, 0.68]],
  ] as const)("%s", (name, params, divisor, expected) => {
    const points = [at(name, params, [0.8, 0.8]), at(name, params, [0.6, 0.4])];
    const sizes = points.flatMap(({ dSp, dSn }) => [dSn / divisor, -dSp / divisor]);
    expect(sizes.map(printed)).toEqual(expected);
  });
});

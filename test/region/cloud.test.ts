import { describe, expect, it } from "vitest";
import { findLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { GradientMode, PlaneForm } from "../../src/losses/types.ts";
import { type CloudSettings, passageOf, simulateCloud } from "../../src/region/cloud.ts";

const SETTINGS: CloudSettings = {
  pairs: 120,
  seed: 11,
  start: { sn: [0.45, 0.045], sp: [0.45, 0.045] },
  learningRate: 0.01,
  longestStep: 0.01,
  steps: 300,
  noise: 0,
  space: "plane",
};

const form = (id: string, params = {}, gradient?: GradientMode): PlaneForm =>
  findLoss(id).plane(params, { K: 1, L: 1 }, gradient);
const circle = (gradient: GradientMode) => form("circle", { gamma: 256, margin: 0.25 }, gradient);

describe("where pairs cross the boundary", () => {
  it.each([
    ["am-softmax", form("am-softmax", { gamma: 64, margin: 0.35 }), { noise: 0 }],
    ["attached Circle loss", circle("attached"), { noise: 0 }],
    ["detached Circle loss", circle("detached"), { noise: 0 }],
    ["Circle loss with noise", circle("attached"), { noise: 0.003 }],
    ["Circle loss of embeddings", circle("attached"), { space: "sphere" }],
    ["ArcFace", form("arcface"), { noise: 0 }],
    ["Proxy-Anchor", form("proxy-anchor", { alpha: 32, delta: 0.5 }), { learningRate: 0.1 }],
  ] as const)("z is 0 to 1e-6 of its slope: %s", (_, plane, change) => {
    const { crossings, inside } = simulateCloud(plane, { ...SETTINGS, ...change });
    expect(crossings.length).toBeGreaterThan(100);
    expect(crossings.length + inside.start).toBeLessThanOrEqual(120);
    for (const { sn, sp } of crossings) {
      const reach = 1e-6;
      const signs = [
        planePoint(plane, sp - reach, sn + reach).z,
        planePoint(plane, sp + reach, sn - reach).z,
      ];
      expect(signs[0]).toBeGreaterThan(0);
      expect(signs[1]).toBeLessThan(0);
    }
  });

  it("is the straight way of AM-Softmax: s_n + s_p stays what it was", () => {
    const cloud = simulateCloud(form("am-softmax", { gamma: 64, margin: 0.35 }), SETTINGS);
    expect(cloud.inside).toEqual({ start: 0, end: 120 });
    cloud.crossings.forEach(({ sn, sp }, i) => {
      const { starts, ends } = cloud;
      expect(sn).toBeCloseTo((starts[i].sn + starts[i].sp - 0.35) / 2, 9);
      expect(sp - sn).toBeCloseTo(0.35, 9);
      expect(ends[i].sn + ends[i].sp).toBeCloseTo(starts[i].sn + starts[i].sp, 9);
    });
  });

  it("is the radius to (0, 1) of attached, and the way to (−m, 1 + m) of detached Circle loss", () => {
    for (const [gradient, m] of [
      ["attached", 0],
      ["detached", 0.25],
    ] as const) {
      const { starts, crossings } = simulateCloud(circle(gradient), SETTINGS);
      crossings.forEach(({ sn, sp }, i) => {
        const before = (starts[i].sn + m) / (1 + m - starts[i].sp);
        expect((sn + m) / (1 + m - sp)).toBeCloseTo(before, 8);
        expect(sn ** 2 + (1 - sp) ** 2).toBeCloseTo(2 * 0.25 ** 2, 9);
      });
    }
  });

  it("keeps artanh s_n + artanh s_p on the sphere where the slopes are equal, to the length of a step", () => {
    const cloud = simulateCloud(form("am-softmax", { gamma: 64, margin: 0.35 }), {
      ...SETTINGS,
      space: "sphere",
      longestStep: 1e-3,
      steps: 2000,
    });
    cloud.crossings.forEach(({ sn, sp }, i) => {
      const { sn: n, sp: p } = cloud.starts[i];
      expect(Math.abs(Math.atanh(sn) + Math.atanh(sp) - Math.atanh(n) - Math.atanh(p))).toBeLessThan(1e-3);
    });
  });
});

describe("the cloud", () => {
  it("starts with the mean and the spread that are asked for", () => {
    const { starts } = simulateCloud(circle("attached"), { ...SETTINGS, pairs: 5000, steps: 1 });
    const mean = starts.reduce((sum, { sn }) => sum + sn, 0) / 5000;
    const variance = starts.reduce((sum, { sp }) => sum + (sp - 0.45) ** 2, 0) / 5000;
    expect(Math.abs(mean - 0.45)).toBeLessThan((5 * 0.045) / Math.sqrt(5000));
    expect(Math.abs(variance / 0.045 ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / 5000));
  });

  it("does not depend on the loss at the start, and repeats itself to the last bit", () => {
    const run = () => simulateCloud(circle("attached"), { ...SETTINGS, noise: 0.002 });
    expect(JSON.stringify(run())).toBe(JSON.stringify(run()));
    const other = simulateCloud(form("am-softmax"), { ...SETTINGS, noise: 0 });
    expect(other.starts).toEqual(simulateCloud(circle("detached"), SETTINGS).starts);
    expect(simulateCloud(circle("attached"), { ...SETTINGS, seed: 12 }).starts).not.toEqual(other.starts);
  });

  it("stays on the plane, rests where a hinge is satisfied, and counts who was inside from the start", () => {
    const wide = { ...SETTINGS, start: { sn: [0, 1], sp: [0, 1] }, noise: 0.05 } as const;
    const { starts, ends } = simulateCloud(circle("attached"), wide);
    for (const { sn, sp } of [...starts, ...ends]) {
      expect(Math.abs(sn)).toBeLessThanOrEqual(1);
      expect(Math.abs(sp)).toBeLessThanOrEqual(1);
    }
    const triplet = simulateCloud(form("triplet", { margin: 0.1 }), {
      ...SETTINGS,
      start: { sn: [0.2, 0.01], sp: [0.8, 0.01] },
    });
    expect(triplet.ends).toEqual(triplet.starts);
    expect(triplet).toMatchObject({ crossings: [], inside: { start: 120, end: 120 } });
  });

  it("makes no step longer than it may", () => {
    const { starts, ends } = simulateCloud(circle("attached"), { ...SETTINGS, steps: 1, learningRate: 1000 });
    ends.forEach(({ sn, sp }, i) =>
      expect(Math.hypot(sn - starts[i].sn, sp - starts[i].sp)).toBeCloseTo(0.01, 12),
    );
  });

  it("stays where the gradient is no number", () => {
    const broken: PlaneForm = {
      coupling: "pointwise",
      at: () => ({ value: 1, logValue: 0, z: 1, dSp: Number.NaN, dSn: 1 }),
    };
    const { starts, ends } = simulateCloud(broken, { ...SETTINGS, noise: 0.01 });
    expect(ends).toEqual(starts);
  });
});

describe("the passage", () => {
  const line = Array.from({ length: 101 }, (_, i) => ({ sn: ((i * 37) % 101) / 100, sp: 0.5 }));

  it("lies between two quantiles of the crossings along the boundary", () => {
    expect(passageOf(line, [0.01, 0.99])).toEqual({ from: { sn: 0.01, sp: 0.5 }, to: { sn: 0.99, sp: 0.5 } });
    expect(passageOf(line, [0, 1])).toEqual({ from: { sn: 0, sp: 0.5 }, to: { sn: 1, sp: 0.5 } });
  });

  it("runs upwards on an upright boundary, and is none without crossings", () => {
    const upright = line.map(({ sn, sp }) => ({ sn: sp, sp: sn }));
    expect(passageOf(upright, [0.25, 0.75])).toEqual({
      from: { sn: 0.5, sp: 0.25 },
      to: { sn: 0.5, sp: 0.75 },
    });
    expect(passageOf([], [0, 1])).toBeNull();
    expect(passageOf([{ sn: 0.1, sp: 0.2 }], [0.01, 0.99])).toEqual({
      from: { sn: 0.1, sp: 0.2 },
      to: { sn: 0.1, sp: 0.2 },
    });
  });
});

import { describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import type { Point } from "../../src/losses/curves.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { descentFlow, type FlowOptions } from "../../src/region/flow.ts";
import type { DescentPath } from "../../src/region/paths.ts";
import { between, expectClose, fc } from "../numerics/seeded.ts";
import { NAMES } from "../losses/support.ts";
import { ONE } from "./support.ts";

function flow(name: string, given: Params, from: Point, options?: FlowOptions): DescentPath {
  const { loss, params, gradient } = namedLoss(name, given);
  return descentFlow(loss.plane(params, ONE, gradient), from, options);
}

function expectAt(actual: Point, sn: number, sp: number, tolerance = 1e-7): void {
  expectClose(actual.sn, sn, tolerance);
  expectClose(actual.sp, sp, tolerance);
}

describe("AM-Softmax: down at 45°, then along the edge into the corner", () => {
  const path = flow("am-softmax", { gamma: 30, margin: 0.35 }, { sn: 0.2, sp: 0.2 });

  it("stays on s_n + s_p = 0.4 until s_p = 1, and on s_p = 1 from there", () => {
    for (const { sn, sp } of path.points) expectClose(sp < 1 ? sn + sp : sp, sp < 1 ? 0.4 : 1, 1e-9);
    expectAt(path.arrival, -1, 1);
    expect(path.end).toBe("rest");
  });

  it("is 0.8 √2 + 0.4 long", () => expectClose(path.arrival.length, 0.8 * Math.SQRT2 + 0.4, 1e-7));

  it("is in the target after (γm − e^(−γm) + 1) / 2γ², where s_p − s_n = m", () => {
    // dz/dt = −2γ²σ(z), and ∫ dz / σ(z) = z − e^(−z)
    if (path.target === null) return expect.fail("never in the target");
    expectAt(path.target, 0.025, 0.375);
    expectClose(path.target.length, 0.175 * Math.SQRT2, 1e-7);
    expectClose(path.target.time, (10.5 - Math.exp(-10.5) + 1) / 1800, 1e-7, 0);
  });
});

describe("Circle", () => {
  it("circle-disc: straight to (0, 1) from anywhere", () => {
    fc.assert(
      fc.property(between(-0.95, 0.95), between(-0.95, 0.95), (sn, sp) => {
        const path = flow("circle-disc", {}, { sn, sp });
        const far = Math.hypot(sn, 1 - sp);
        expectAt(path.arrival, 0, 1, 2e-7);
        expectClose(path.arrival.length, far, 2e-7);
        for (const point of path.points) expectClose(point.sn * (1 - sp) - (1 - point.sp) * sn, 0, 1e-8);
        // the boundary is the circle of radius √2 m round (0, 1)
        if (far > Math.SQRT2 / 4) expectClose(path.target?.length ?? NaN, far - Math.SQRT2 / 4, 1e-7);
        else expect(path.target?.length).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it("attached: straight to (0, 1) from above −m, straight up from below", () => {
    for (const from of [
      { sn: 0.2, sp: 0.2 },
      { sn: 0.9, sp: 0.4 },
      { sn: -0.2, sp: 0.1 },
    ]) {
      const { arrival } = flow("circle:attached", {}, from);
      expectAt(arrival, 0, 1);
      expectClose(arrival.length, Math.hypot(from.sn, 1 - from.sp), 1e-6);
    }
    expectAt(flow("circle:attached", {}, { sn: -0.6, sp: 0.3 }).arrival, -0.6, 1, 1e-6);
  });

  it("detached: straight towards (−m, 1 + m), and from s_p = 1 along the edge to −m", () => {
    const path = flow("circle:detached", { margin: 0.25 }, { sn: 0.2, sp: 0.2 });
    for (const { sn, sp } of path.points)
      if (sp < 1) expectClose((sn + 0.25) * (1.25 - 0.2) - (1.25 - sp) * (0.2 + 0.25), 0, 1e-8);
    expectAt(path.arrival, -0.25, 1);
    const met = 0.2 - (0.45 * 0.8) / 1.05;
    expectClose(path.arrival.length, Math.hypot(0.8, 0.2 - met) + met + 0.25, 1e-6);
  });

  it("does not care how small the gradient gets: γ = 1024 arrives as γ = 8 does", () => {
    for (const gamma of [8, 1024])
      expectAt(flow("circle:detached", { gamma, margin: 0.25 }, { sn: 0.5, sp: 0.5 }).arrival, -0.25, 1);
  });
});

describe("others", () => {
  it("a triplet stops at its margin; at speed √2 that takes half the way it is short of", () => {
    const path = flow("triplet", { margin: 0.3 }, { sn: 0.5, sp: 0.4 });
    expectAt(path.arrival, 0.3, 0.6);
    expectClose(path.arrival.length, 0.2 * Math.SQRT2, 1e-6);
    expectClose(path.target?.time ?? NaN, 0.2, 1e-6);
    expect(path.end).toBe("rest");
  });

  it("inside its target a triplet does not move at all", () => {
    const path = flow("triplet", { margin: 0.3 }, { sn: 0.1, sp: 0.9 });
    expect(path).toEqual({
      points: [{ sn: 0.1, sp: 0.9, length: 0 }],
      arrival: { sn: 0.1, sp: 0.9, length: 0 },
      end: "rest",
      target: { sn: 0.1, sp: 0.9, length: 0, time: 0 },
    });
  });

  it("Proxy-Anchor: the slower side decides when both are through", () => {
    // z = α(s_n + δ) falls by α²σ(z): from 9.6 to 0 it takes (9.6 − e^(−9.6) + 1) / 1024
    const { target } = flow("proxy-anchor", { alpha: 32, delta: 0.1 }, { sn: 0.2, sp: 0.2 });
    expectClose(target?.sn ?? NaN, -0.1, 1e-7);
    expectClose(target?.time ?? NaN, (9.6 - Math.exp(-9.6) + 1) / 1024, 1e-6, 0);
  });

  it("leaves an edge where nothing pushes it there any more", () => {
    // on s_p = 1 held while s_n > 0; then s_n = −sinh t, s_p = 2 − cosh t
    const form = typedLoss("2 * s_n - s_p * s_n").plane({}, ONE);
    const path = descentFlow(form, { sn: 0.5, sp: 1 });
    expect(path.points.filter(({ sn }) => sn > 1e-6).every(({ sp }) => sp === 1)).toBe(true);
    const free = path.points.filter(({ sn }) => sn < -1e-3 && sn > -0.999);
    expect(free.length).toBeGreaterThan(20);
    for (const { sn, sp } of free) expectClose((2 - sp) ** 2 - sn ** 2, 1, 1e-6);
  });

  it("is led along a jump", () => {
    // |s_n|, and slowly up: to the line s_n = 0, then along it
    const form = typedLoss("abs(s_n) - 0.2 * s_p").plane({}, ONE);
    const { arrival, end } = descentFlow(form, { sn: 0.3, sp: 0 });
    expect(end).toBe("rest");
    expectAt(arrival, 0, 1, 3e-4);
  });

  it("is let go after the length that it is given", () => {
    const path = flow("am-softmax", {}, { sn: 0.5, sp: 0 }, { longest: 0.25 });
    expect(path.end).toBe("length");
    expectClose(path.arrival.length, 0.25, 1e-12);
  });
});

describe("over the catalogue", () => {
  const names = NAMES.filter((name) => namedLoss(name).loss.scope === "plane");

  it.each(names)("%s stays on the plane, and its length is that of its line", (name) => {
    for (const from of [
      { sn: 0.7, sp: -0.6 },
      { sn: 0.1, sp: 0.4 },
    ]) {
      const { points, arrival } = flow(name, {}, from);
      let length = 0;
      points.forEach((point, i) => {
        expect(Math.abs(point.sn) <= 1 && Math.abs(point.sp) <= 1).toBe(true);
        if (i > 0) length += Math.hypot(point.sn - points[i - 1].sn, point.sp - points[i - 1].sp);
      });
      expectClose(arrival.length, length, 1e-4);
      expect(flow(name, {}, from)).toEqual(flow(name, {}, from));
    }
  });
});

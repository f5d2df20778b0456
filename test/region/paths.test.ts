import { describe, expect, it } from "vitest";
import type { Point } from "../../src/losses/curves.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { descentFlow } from "../../src/region/flow.ts";
import { type DescentPath, descentSteps } from "../../src/region/paths.ts";
import { expectClose } from "../numerics/seeded.ts";
import { ONE } from "./support.ts";

function steps(name: string, given: Params, from: Point, learningRate: number, count: number): DescentPath {
  const { loss, params, gradient } = namedLoss(name, given);
  return descentSteps(loss.plane(params, ONE, gradient), from, { learningRate, steps: count });
}

describe("finite steps", () => {
  it("triplet, by hand: two steps of 0.1 √2, the second beyond the margin, then nothing", () => {
    const { points, arrival, end, target } = steps("triplet", { margin: 0.3 }, { sn: 0.5, sp: 0.5 }, 0.1, 9);
    expect(points.length).toBe(3);
    points.forEach(({ sn, sp, length }, i) => {
      expectClose(sn, 0.5 - 0.1 * i, 1e-15);
      expectClose(sp, 0.5 + 0.1 * i, 1e-15);
      expectClose(length, 0.1 * Math.SQRT2 * i, 1e-15);
    });
    expect(end).toBe("rest");
    expect(target?.time).toBe(2);
    expect(arrival).toBe(points[2]);
  });

  it("P2SGrad: both errors shrink by 1 − learning rate each step", () => {
    const { points, end, target } = steps("p2sgrad", {}, { sn: 0.8, sp: -0.2 }, 0.25, 12);
    expect(points.length).toBe(13);
    points.forEach(({ sn, sp }, i) => {
      expectClose(sn, 0.8 * 0.75 ** i, 1e-14);
      expectClose(1 - sp, 1.2 * 0.75 ** i, 1e-14);
    });
    expect([end, target]).toEqual(["steps", null]);
  });

  it("Circle, one step by hand, detached and attached", () => {
    // at A = (0.2, 0.2), σ(z) = 1: paces 1.05 and 0.45 detached, 1.6 and 0.4 attached, times γ = 256
    const rate = 0.001;
    for (const [mode, up, down] of [
      ["detached", 1.05, 0.45],
      ["attached", 1.6, 0.4],
    ] as const) {
      const [, next] = steps(
        `circle:${mode}`,
        { gamma: 256, margin: 0.25 },
        { sn: 0.2, sp: 0.2 },
        rate,
        1,
      ).points;
      expectClose(next.sp, 0.2 + rate * 256 * up, 1e-12);
      expectClose(next.sn, 0.2 - rate * 256 * down, 1e-12);
    }
  });

  it("are cut off at the edges of the plane", () => {
    const { arrival, end, points } = steps("proxy-nca", { gamma: 1 }, { sn: 0.3, sp: 0.1 }, 0.5, 100);
    expect([arrival.sn, arrival.sp]).toEqual([-1, 1]);
    expect(end).toBe("rest");
    // 1.3 and 0.9 in steps of a half: three, and the last one shorter
    expect(points.length).toBe(4);
  });

  it("overshoot where they are too long", () => {
    const [, first, second] = steps("p2sgrad", {}, { sn: 0.5, sp: 1 }, 1.5, 2).points;
    expectClose(first.sn, -0.25, 1e-15);
    expectClose(second.sn, 0.125, 1e-15);
  });

  it("a start in the target is there after 0 steps", () => {
    expect(steps("am-softmax", {}, { sn: 0, sp: 0.9 }, 0.001, 1).target?.time).toBe(0);
  });

  it.each(["circle:detached", "circle:attached", "am-softmax"])(
    "of %s come close to the flow where they are short",
    (name) => {
      const { loss, params, gradient } = namedLoss(name);
      const form = loss.plane(params, ONE, gradient);
      const from = { sn: 0.7, sp: 0.2 };
      const whole = descentFlow(form, from);
      const taken = descentSteps(form, from, { learningRate: 4e-6, steps: 5000 });
      const reached = whole.target;
      if (reached === null || taken.target === null) return expect.fail("never in the target");
      expectClose(taken.target.sn, reached.sn, 2e-3);
      expectClose(taken.target.sp, reached.sp, 2e-3);
      expectClose(taken.target.time * 4e-6, reached.time, 5e-3, 0);
    },
  );
});

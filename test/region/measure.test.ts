import { describe, expect, it } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import { gradientFacts } from "../../src/region/gradients.ts";
import { COARSE, measureSets, type PlaneSet } from "../../src/region/measure.ts";
import { expectClose } from "../numerics/seeded.ts";
import { drain } from "./drain.ts";
import { ONE, UNIT, WHOLE } from "./support.ts";

const measured = (
  holds: (sn: number, sp: number) => boolean,
  frame = UNIT,
  detail = undefined as never,
): PlaneSet => drain(measureSets((sn, sp) => (holds(sn, sp) ? 1 : 0), 1, frame, detail))[0];

describe("the share of a set", () => {
  it.each([
    ["a half plane", (sn: number, sp: number) => sp > sn + 0.3, 0.245],
    ["a quarter disc", (sn: number, sp: number) => Math.hypot(sn, 1 - sp) < 0.6, (Math.PI * 0.36) / 4],
    [
      "a ring",
      (sn: number, sp: number) => Math.abs(Math.hypot(sn - 0.5, sp - 0.5) - 0.3) < 0.1,
      0.12 * Math.PI,
    ],
    ["a strip between columns", (sn: number) => sn > 0.30001 && sn < 0.70003, 0.40002],
    ["two strips", (_: number, sp: number) => sp < 0.123456 || sp > 0.9, 0.223456],
    ["everything", () => true, 1],
    ["nothing", () => false, 0],
  ] as const)("%s", (_, holds, share) => expectClose(measured(holds).share, share, 2e-6));

  it("is of the frame, wherever it lies", () => {
    const frame = { sn: [-1, 0.5], sp: [-0.5, 1] } as const;
    expectClose(measured((sn) => sn < -0.25, frame).share, 0.5, 1e-6);
  });

  it("is good to a hundredth where it is measured coarsely", () => {
    const [set] = drain(measureSets((sn, sp) => (Math.hypot(sn, 1 - sp) < 0.6 ? 1 : 0), 1, UNIT, COARSE));
    expectClose(set.share, (Math.PI * 0.36) / 4, 1e-2);
  });
});

describe("the box of a set", () => {
  it("is the set where that is a rectangle", () => {
    const set = measured((sn, sp) => sn > 0.2 && sn < 0.35 && sp < 0.6);
    expect(set.fillsBox).toBe(true);
    [...(set.box?.sn ?? []), ...(set.box?.sp ?? [])].forEach((x, i) =>
      expectClose(x, [0.2, 0.35, 0, 0.6][i], 2e-6),
    );
  });

  it("goes round it where it is none", () => {
    const set = measured((sn, sp) => Math.hypot(sn - 0.5, sp - 0.5) < 0.25);
    expect(set.fillsBox).toBe(false);
    [...(set.box?.sn ?? []), ...(set.box?.sp ?? [])].forEach((x, i) =>
      expectClose(x, i % 2 ? 0.75 : 0.25, 1e-3),
    );
  });

  it("leaves out a column without width and a row without height", () => {
    expect(measured((sn) => sn === 0.5)).toMatchObject({ box: null });
    expect(measured((_, sp) => sp === 1)).toMatchObject({ box: null });
    expect(measured((sn) => sn === 0.5 || sn < 0.1).box?.sn[1]).toBeCloseTo(0.1, 5);
  });
});

describe("over the catalogue, shares agree with counting nodes", () => {
  const names = [...LOSSES.filter(({ scope }) => scope === "plane").map(({ id }) => id), "circle:attached"];

  it.each(names)("%s", (name) => {
    const { loss, params, gradient } = namedLoss(name);
    const form = loss.plane(params, ONE, gradient);
    const facts = drain(gradientFacts(form, WHOLE));
    const nodes = 200;
    const count = { zeroP: 0, zeroN: 0, up: 0, down: 0, tiny: 0 };
    for (let row = 0; row < nodes; row++) {
      for (let column = 0; column < nodes; column++) {
        const { dSn, dSp } = planePoint(form, -1 + (2 * row + 1) / nodes, -1 + (2 * column + 1) / nodes);
        if (dSn < 0) count.up++;
        if (dSp > 0) count.down++;
        const length = Math.hypot(dSn, dSp);
        if (dSn === 0) count.zeroN++;
        if (dSp === 0) count.zeroP++;
        if (length > 0 && length <= 1e-3 * facts.largest) count.tiny++;
      }
    }
    const near = (share: number, counted: number): void => expectClose(share, counted / nodes ** 2, 0.012);
    near(facts.pullsNegativesUp.share, count.up);
    near(facts.pushesPositivesDown.share, count.down);
    near(facts.zeroNegative.share, count.zeroN);
    near(facts.zeroPositive.share, count.zeroP);
    near(facts.tiny.share, count.tiny);
  });
});

import { describe, expect, it } from "vitest";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import type { PlaneForm } from "../../src/losses/types.ts";
import { planeDifference } from "../../src/region/difference.ts";
import { ONE } from "../losses/support.ts";

type Numbers = readonly [value: number, dSp: number, dSn: number];

/** A form made by hand: value and both partials at (s_p, s_n). */
const form = (numbers: (sp: number, sn: number) => Numbers): PlaneForm => ({
  coupling: "pointwise",
  at(sp, sn) {
    const [value, dSp, dSn] = numbers(sp, sn);
    return { value, logValue: Math.log(value), z: value, dSp, dSn };
  },
});

const flat = (...numbers: Numbers): PlaneForm => form(() => numbers);

/** Five nodes a side: 0, ¼, ½, ¾, 1. */
const UNIT = { sn: [0, 1], sp: [0, 1] } as const;
const compare = (a: PlaneForm, b: PlaneForm) => planeDifference(a, b, UNIT, 5);

const named = (name: string, params: Params = {}): PlaneForm => {
  const { loss, params: all, gradient } = namedLoss(name, params);
  return loss.plane(all, ONE, gradient);
};

describe("how far two forms are apart", () => {
  it("is the largest gap, its place and the mean over the nodes", () => {
    const { value, dSp, dSn, nodes } = compare(
      form((sp, sn) => [sp + 2 * sn, -1, 1]),
      form((sp) => [2 * sp, -1, 4]),
    );
    // |2 s_n − s_p|: 2 at (1, 0); over the 25 nodes 2j − i in quarters: 0–4, 0–2 …
    expect(nodes).toBe(25);
    expect(value.largest).toBe(2);
    expect(value.at).toEqual({ sn: 1, sp: 0 });
    // i = 0…4: Σ_j |2j − i| = 20, 1+1+3+5+7 = 17, 2+0+2+4+6 = 14, 3+1+1+3+5 = 13, 4+2+0+2+4 = 12
    expect(value.mean).toBeCloseTo((20 + 17 + 14 + 13 + 12) / 4 / 25, 14);
    expect(dSp).toMatchObject({ largest: 0, mean: 0 });
    expect(dSn).toMatchObject({ largest: 3, mean: 3 });
  });

  it("names the first of several places", () => {
    const { value, dSn } = compare(flat(1, -1, 1), flat(0, -1, 1));
    expect(value).toEqual({ largest: 1, at: { sn: 0, sp: 0 }, mean: 1 });
    expect(dSn.at).toEqual({ sn: 0, sp: 0 });
  });

  it("reaches the ends of the frame exactly", () => {
    const { value } = planeDifference(
      form((sp, sn) => [sp + sn, -1, 1]),
      flat(-9, -1, 1),
      { sn: [-0.3, 0.7], sp: [0.1, 0.9] },
      7,
    );
    expect(value.at).toEqual({ sn: 0.7, sp: 0.9 });
  });
});

describe("the angle between two descents", () => {
  it.each<[string, Numbers, Numbers, number]>([
    ["one direction, other lengths", [1, -1, 1], [1, -7, 7], 0],
    ["an eighth", [1, -1, 0], [1, -1, 1], 45],
    ["a right angle", [1, -1, 0], [1, 0, 1], 90],
    ["three eighths", [1, -1, 0], [1, 1, 1], 135],
    ["the opposite", [1, -2, 0], [1, 3, 0], 180],
    ["none, where one does not pull", [1, 0, 0], [1, -1, 1], 0],
  ])("%s", (_, a, b, expected) => {
    expect(compare(flat(...a), flat(...b)).angle.largest).toBeCloseTo(expected, 12);
    expect(compare(flat(...b), flat(...a)).angle.mean).toBeCloseTo(expected, 12);
  });

  it("over 90° counts as opposed: here two of five columns", () => {
    // (−1, ½ − s_n) against (0, −1): opposed where s_n < ½, a right angle at s_n = ½
    const { opposed, same } = compare(
      form((_, sn) => [1, -1, 0.5 - sn]),
      flat(1, 0, -1),
    );
    expect(opposed).toBe(10 / 25);
    expect(same).toBe(0);
  });
});

describe("the share that is the same", () => {
  it("counts nodes where value and partials agree to nine digits", () => {
    const near = (factor: number): PlaneForm => flat(5 * factor, -3 * factor, 2 * factor);
    expect(compare(near(1), near(1 + 1e-10)).same).toBe(1);
    expect(compare(near(1), near(1 + 1e-8)).same).toBe(0);
    expect(compare(flat(0, 0, 0), flat(0, 0, 0)).same).toBe(1);
  });

  it("asks for all three", () => {
    const one = flat(1, -1, 1);
    expect(compare(one, flat(2, -1, 1)).same).toBe(0);
    expect(compare(one, flat(1, -2, 1)).same).toBe(0);
    expect(compare(one, flat(1, -1, 2)).same).toBe(0);
    const partly = compare(
      one,
      form((sp) => [sp < 0.6 ? 1 : 2, -1, 1]),
    );
    expect(partly.same).toBe(15 / 25);
  });
});

describe("nodes that are not finite", () => {
  it.each([NaN, Infinity, -Infinity])("%d in one form is counted, and left out of the rest", (odd) => {
    const { masked, value, same, opposed } = compare(
      form((sp, sn) => [1, -1, sp === 1 ? odd : sn > 0.6 ? 3 : 1]),
      flat(2, -1, 1),
    );
    expect(masked).toBe(5);
    expect(value).toEqual({ largest: 1, at: { sn: 0, sp: 0 }, mean: 1 });
    expect({ same, opposed }).toEqual({ same: 0, opposed: 0 });
  });

  it("are no agreement even where both are infinite", () => {
    const { masked, same, value } = compare(flat(Infinity, -1, 1), flat(Infinity, -1, 1));
    expect({ masked, same }).toEqual({ masked: 25, same: 0 });
    expect(value).toEqual({ largest: 0, at: { sn: NaN, sp: NaN }, mean: 0 });
  });
});

describe("losses", () => {
  it("AM-Softmax with margin 0 is NormFace", () => {
    const whole = { sn: [-1, 1], sp: [-1, 1] } as const;
    const { same, masked, value } = planeDifference(
      named("am-softmax", { gamma: 32, margin: 0 }),
      named("normface", { gamma: 32 }),
      whole,
    );
    expect({ same, masked, largest: value.largest }).toEqual({ same: 1, masked: 0, largest: 0 });
  });

  it("Circle's two gradients are γσ|s_n − m| and γσ|s_p − (1 − m)| apart", () => {
    const [detached, attached] = ["circle:detached", "circle:attached"].map((name) =>
      named(name, { gamma: 8, margin: 0.25 }),
    );
    // the four corners; at (0, ¾) and at (¼, 1) z = 8 · (−1/16) = −½
    const { dSn, dSp } = planeDifference(detached, attached, { sn: [0, 0.25], sp: [0.75, 1] }, 2);
    expect(dSn.at).toEqual({ sn: 0, sp: 0.75 });
    expect(dSn.largest).toBeCloseTo((8 * 0.25) / (1 + Math.exp(0.5)), 14);
    expect(dSp.at).toEqual({ sn: 0.25, sp: 1 });
    expect(dSp.largest).toBeCloseTo((8 * 0.25) / (1 + Math.exp(0.5)), 14);
  });
});

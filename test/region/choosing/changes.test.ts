import { describe, expect, it } from "vitest";
import { namedLoss } from "../../../src/losses/lookup.ts";
import { planePoint } from "../../../src/losses/plane-form.ts";
import { type Change, changeNumbers, USUAL_FRAME, USUAL_POINT } from "../../../src/region/choosing/change.ts";
import { changeFigure } from "../../../src/region/choosing/change-figure.ts";
import { ENGLISH } from "../../../src/region/choosing/english.ts";
import { equalSlope } from "../../../src/region/choosing/equal-slope.ts";
import { parseFigure, resolveFigure } from "../../../src/spec/figure.ts";
import { figureFacts } from "../../../src/export/figure.ts";
import { ONE } from "../../losses/support.ts";

const changeOf = (name: string, param: string, from: number | string, to: number | string): Change => ({
  ...namedLoss(name),
  counts: ONE,
  param,
  from,
  to,
  frame: USUAL_FRAME,
  point: USUAL_POINT,
});

describe("what a change changes", () => {
  it("Circle, m from 0.25 to 0.35: quarter circles, and weights worked by hand", () => {
    const { from, to } = changeNumbers(changeOf("circle", "margin", 0.25, 0.35));
    expect(from.target).toBeCloseTo((Math.PI * 2 * 0.25 ** 2) / 4, 9);
    expect(to.target).toBeCloseTo((Math.PI * 2 * 0.35 ** 2) / 4, 9);
    expect([from.atTop, to.atTop]).toEqual([
      expect.closeTo(Math.SQRT2 * 0.25, 12),
      expect.closeTo(Math.SQRT2 * 0.35, 12),
    ]);
    // α_p = 1 + m − 0.6, α_n = 0.4 + m, and σ is 1 at P for m = 0.25
    expect(from.slope).toBeCloseTo(256 * Math.hypot(0.65, 0.65), 6);
  });

  it("a hinge: as much is active as is outside of the target", () => {
    const { from, to } = changeNumbers(changeOf("triplet", "margin", 0.1, 0.4));
    for (const { active, target } of [from, to]) expect(active + (target ?? NaN)).toBeCloseTo(1, 5);
    expect([from.slope, to.slope]).toEqual([0, Math.SQRT2]);
  });

  it("is said in three sentences, the last of which knows what was before", () => {
    const { sentences } = ENGLISH.change(changeNumbers(changeOf("triplet", "margin", 0.1, 0.4)));
    expect(sentences).toEqual([
      "Raising $m$ from 0.1 to 0.4 shrinks the target region from 40.5 to 18 % of the frame: the boundary moves from " +
        "$s_p$ = 0.1 to 0.4 at the left edge and from $s_n$ = 0.9 to 0.6 at the upper edge.",
      "At $(s_n, s_p)$ = (0.4, 0.6) the gradient's length goes from 0 to 1.414.",
      "It is longer than 0.001 of its largest on 82 % of the frame, after 59.5 %.",
    ]);
  });

  it("works for a choice, and for a loss without a boundary", () => {
    const choice = ENGLISH.change(changeNumbers(changeOf("triplet", "distance", "squared", "cosine")));
    expect(choice.sentences[0]).toContain("Changing distance from squared to cosine shrinks");
    const dcl = ENGLISH.change(changeNumbers(changeOf("dcl", "tau", 0.1, 0.05)));
    expect(dcl.sentences[0]).toBe("Lowering $τ$ from 0.1 to 0.05 moves no boundary: this loss has none.");
    expect(dcl.sentences[1]).toContain("goes from 14.14 to 28.28, 2 times as much");
  });

  it("refuses what is not legal", () => {
    expect(() => changeNumbers(changeOf("circle", "margn", 0.2, 0.3))).toThrow("did you mean margin?");
    expect(() => changeNumbers(changeOf("circle", "margin", 0.2, 7))).toThrow("expected -1 to 1");
    expect(() => changeNumbers(changeOf("circle", "margin", 0.2, 0.2))).toThrow("expected two values");
  });

  it("has a figure that draws the same numbers", () => {
    const change = changeOf("circle", "margin", 0.25, 0.35);
    const spec = parseFigure(changeFigure(change));
    expect(resolveFigure(spec)).toMatchObject({ kind: "difference", quantity: "gradientLength" });
    const facts = JSON.parse(JSON.stringify(figureFacts(spec))) as {
      points: { P: { a: number; b: number } };
    };
    const { from, to } = changeNumbers(change);
    expect(facts.points.P.a).toBeCloseTo(to.slope, 10);
    expect(facts.points.P.b).toBeCloseTo(from.slope, 10);
  });
});

describe("equal slopes", () => {
  it("AM-Softmax with γ is as steep as Circle with twice γ at m = 0.25", () => {
    // at T both weights of Circle are 2m = ½
    const found = equalSlope(namedLoss("am-softmax", { gamma: 30 }), namedLoss("circle", { margin: 0.25 }));
    expect(found).toMatchObject({ param: "gamma", present: 256, value: expect.closeTo(60, 6) });
    expect(found?.places?.other.sn).toBeCloseTo(0.25, 8);
  });

  it("a softplus beside a hinge: half of its largest slope on the boundary", () => {
    const found = equalSlope(namedLoss("triplet"), namedLoss("am-softmax"));
    expect(found).toMatchObject({ slope: expect.closeTo(Math.SQRT2, 12), value: expect.closeTo(2, 6) });
  });

  it.each([
    ["arcface", "circle"],
    ["circle", "info-nce"],
    ["info-nce", "proxy-anchor"],
    ["am-softmax", "soft-triple"],
  ])("%s and %s at a point: the found number makes them equal", (a, b) => {
    const at = { sn: 0.5, sp: 0.4 };
    const found = equalSlope(namedLoss(a), namedLoss(b), at);
    const { loss, gradient } = namedLoss(b);
    const { params } = namedLoss(b, { [found?.param ?? ""]: found?.value ?? NaN });
    const { dSn, dSp } = planePoint(loss.plane(params, ONE, gradient), at.sp, at.sn);
    expect(Math.hypot(dSn, dSp) / (found?.slope ?? NaN)).toBeCloseTo(1, 9);
  });

  it("says when nothing does it: a hinge at rest", () => {
    const found = equalSlope(namedLoss("triplet"), namedLoss("am-softmax"), { sn: 0.1, sp: 0.9 });
    expect(found).toMatchObject({ slope: 0, value: null });
    expect(equalSlope(namedLoss("dcl"), namedLoss("am-softmax"))).toBeNull();
  });
});

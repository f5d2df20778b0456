import { describe, expect, it } from "vitest";
import { figureFacts } from "../../../src/export/figure.ts";
import { findPreset } from "../../../src/spec/presets.ts";
import { expectClose } from "../../numerics/seeded.ts";

interface Place {
  readonly sn: number;
  readonly sp: number;
}
interface PathFacts {
  readonly from: Place;
  readonly field: "attached" | "detached";
  readonly arrival: Place;
  readonly length: number;
  readonly end: string;
  readonly reachesTarget: boolean;
  readonly target: (Place & { readonly length: number; readonly time: number }) | null;
}

const m = 0.25;
const { spec } = findPreset("circle-paths");
const paths = figureFacts(spec)["paths"] as unknown as readonly PathFacts[];
const of = (field: string): readonly PathFacts[] => paths.filter((path) => path.field === field);

describe("circle-paths: losses.md 2.11 and 8.1", () => {
  it("follows both fields from the same starts", () => {
    expect(of("attached").length).toBeGreaterThan(3);
    expect(of("attached").map(({ from }) => from)).toEqual(of("detached").map(({ from }) => from));
    expect(paths.every(({ end, reachesTarget }) => end === "rest" && reachesTarget)).toBe(true);
  });

  it("attached: to (s_p, s_n) = (1, 0) in a straight line; from s_n ≤ −m straight up", () => {
    for (const { from, arrival, length } of of("attached")) {
      const sn = from.sn > -m ? 0 : from.sn;
      expectClose(arrival.sn, sn, 1e-6);
      expectClose(arrival.sp, 1, 1e-6);
      expectClose(length, Math.hypot(from.sn - sn, 1 - from.sp), 1e-6);
    }
  });

  it("detached: towards (1 + m, −m), along s_p = 1 to −m; from s_n ≤ −m straight up", () => {
    for (const { from, arrival, length } of of("detached")) {
      expectClose(arrival.sn, Math.min(-m, from.sn), 1e-6);
      expectClose(arrival.sp, 1, 1e-6);
      const reach = (1 - from.sp) / (1 + m - from.sp);
      const met = from.sn > -m ? from.sn - reach * (from.sn + m) : from.sn;
      expectClose(length, Math.hypot(1 - from.sp, from.sn - met) + met - arrival.sn, 1e-6);
    }
  });

  it("enters the target on the circle of radius √2 m round (0, 1), or on the line s_p = 1 − m", () => {
    for (const { target } of paths) {
      if (target === null) return expect.fail("never in the target");
      if (target.sn > -m) expectClose(Math.hypot(target.sn, 1 - target.sp), Math.SQRT2 * m, 1e-7);
      else expectClose(target.sp, 1 - m, 1e-7);
      expect(target.time).toBeGreaterThan(0);
    }
  });
});

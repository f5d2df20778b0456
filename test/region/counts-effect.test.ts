import { describe, expect, it } from "vitest";
import { typedLoss } from "../../src/formula/typed-loss.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { type CountsEffect, countsEffect } from "../../src/region/counts-effect.ts";
import { describeRegion } from "../../src/region/describe.ts";
import { expectClose } from "../numerics/seeded.ts";
import { drain } from "./drain.ts";
import { UNIT, WHOLE } from "./support.ts";

function effect(name: string, given: Params, K: number, L: number, frame = UNIT): CountsEffect {
  const { loss, params } = namedLoss(name, given);
  const { targetArea } = describeRegion(loss, params, { K, L }, frame);
  return drain(countsEffect(loss, params, { K, L }, frame, targetArea));
}

const close = (actual: number | null | undefined, expected: number, tolerance = 1e-12): void =>
  expectClose(actual ?? NaN, expected, tolerance);

describe("losses.md 0.5", () => {
  it("AM-Softmax with γ = 64 and 10⁵ classes shifts by 0.180", () => {
    const { offset, shift, area } = effect("am-softmax", { gamma: 64, margin: 0.35 }, 1, 1e5);
    close(offset, Math.log(1e5));
    expect(shift.sp?.toFixed(3)).toBe("0.180");
    close(shift.sn, -Math.log(1e5) / 64);
    close(area.one, 0.65 ** 2 / 2, 1e-9);
    close(area.counted, (0.65 - Math.log(1e5) / 64) ** 2 / 2, 1e-9);
  });

  it("Circle with γ = 256 and 79,900 classes replaces R² = 0.125 by 0.125 − 0.044", () => {
    const { offset, radius, shift, area } = effect("circle", { gamma: 256, margin: 0.25 }, 1, 79900);
    close(offset, Math.log(79900));
    close((radius?.one ?? NaN) ** 2, 0.125);
    expect((0.125 - (radius?.counted ?? NaN) ** 2).toFixed(3)).toBe("0.044");
    // no transform of it is straight
    expect(shift).toEqual({ sp: null, sn: null });
    close(area.counted, (Math.PI / 4) * (0.125 - Math.log(79900) / 256), 1e-9);
  });
});

describe("who has how much", () => {
  it("unified: (ln K + ln L) / γ", () => {
    const { shift, sides, factors } = effect("unified", { gamma: 32 }, 4, 16);
    close(shift.sp, Math.log(64) / 32);
    expect([sides, factors]).toEqual([null, { positive: 1, negative: 1 }]);
  });

  it("Proxy-Anchor: ln K / α on one side and ln L / α on the other", () => {
    const { sides, shift, area } = effect("proxy-anchor", { alpha: 32, delta: 0.1 }, 4, 16, WHOLE);
    close(sides?.positive, Math.log(4));
    close(sides?.negative, Math.log(16));
    close(shift.sp, Math.log(4) / 32);
    close(shift.sn, -Math.log(16) / 32);
    close(area.one, 0.81, 1e-9);
    close(area.counted, (0.9 - Math.log(4) / 32) * (0.9 - Math.log(16) / 32), 1e-9);
  });

  it("SigLIP: K and L times the terms, and the boundary stays", () => {
    const { factors, sides, shift } = effect("siglip", {}, 4, 16, WHOLE);
    expect(factors).toEqual({ positive: 4, negative: 16 });
    expect(sides).toEqual({ positive: 0, negative: 0 });
    expect(shift).toEqual({ sp: 0, sn: 0 });
  });

  it("triplet: nothing", () => {
    const { offset, area, at } = effect("triplet", { margin: 0.3 }, 4, 16);
    expect(offset).toBe(0);
    expect(area.counted).toBe(area.one);
    close(at?.counted, at?.one ?? NaN);
  });

  it("a boundary that is a curve: s_p at one s_n, before and after", () => {
    // cos(θ_p + m) = s_n + ln L / γ
    const { at } = effect("arcface", { gamma: 64, margin: 0.5 }, 1, 16, WHOLE);
    if (at === null) return expect.fail("no place");
    close(at.one, Math.cos(Math.acos(at.sn) - 0.5), 1e-9);
    close(at.counted, Math.cos(Math.acos(at.sn + Math.log(16) / 64) - 0.5), 1e-9);
  });

  it("a typed plane formula that counts: the same offset everywhere", () => {
    const loss = typedLoss("softplus(32 * (s_n - s_p + 0.2) + log(K) + log(L))");
    const found = drain(countsEffect(loss, {}, { K: 3, L: 5 }, UNIT, null));
    close(found.offset, Math.log(15), 1e-9);
    expect(found.shift).toEqual({ sp: null, sn: null });
    expect(
      drain(countsEffect(typedLoss("softplus(K * (s_n - s_p + 0.2))"), {}, { K: 3, L: 5 }, UNIT, null))
        .offset,
    ).toBeNull();
  });

  it("a target that goes out of reach", () => {
    const { radius, at, area } = effect("circle", { gamma: 8, margin: 0.25 }, 1, 1000);
    expect(radius?.counted).toBeNull();
    expect(at?.counted).toBeNull();
    expect(area.counted).toBe(0);
  });
});

import { expect } from "vitest";
import { LOSSES } from "../../src/losses/index.ts";
import { namedLoss } from "../../src/losses/lookup.ts";
import type { Params } from "../../src/losses/params.ts";
import { planePoint } from "../../src/losses/plane-form.ts";
import type { Counts, GradientMode, Loss, PlanePoint, SetResult } from "../../src/losses/types.ts";
import { boundaryLevels } from "../../src/region/boundary.ts";
import { expectClose } from "../numerics/seeded.ts";

/** With γ = ln 4 the softmax's terms are powers of 2: e^{γs} = 4ˢ is 4, 2, 1, ½, ¼ at s = 1, ½, 0, −½, −1. */
export const LN4 = Math.log(4);

export const ONE: Counts = { K: 1, L: 1 };

/** Every loss under its plain name and under each of its variants. */
export const NAMES: readonly string[] = LOSSES.flatMap(({ id, variants }) => [
  id,
  ...Object.keys(variants).map((variant) => `${id}:${variant}`),
]);

/** A loss by name on the plane, at (s_p, s_n). */
export function at(
  name: string,
  given: Params,
  [sp, sn]: readonly [number, number],
  counts: Counts = ONE,
): PlanePoint {
  const { loss, params, gradient } = namedLoss(name, given);
  return planePoint(loss.plane(params, counts, gradient), sp, sn);
}

/** A loss by name on a set. */
export function onSet(
  name: string,
  given: Params,
  positives: readonly number[],
  negatives: readonly number[],
  mode?: GradientMode,
): SetResult {
  const { loss, params, gradient } = namedLoss(name, given, mode);
  return loss.evaluate({ positives, negatives }, params, gradient);
}

/** The s_p of its boundary at one s_n. */
export function boundaryAt(name: string, given: Params, sn: number, counts: Counts = ONE): number[] {
  const { loss, params } = namedLoss(name, given);
  return boundaryLevels(loss.boundary?.(params, counts) ?? [], sn);
}

/** Value and both partials, worked by hand. */
export function expectPoint(
  point: PlanePoint,
  value: number,
  dSp: number,
  dSn: number,
  tolerance = 1e-12,
): void {
  expectClose(point.value, value, tolerance, 1, "value");
  expectClose(point.dSp, dSp, tolerance, 1, "dSp");
  expectClose(point.dSn, dSn, tolerance, 1, "dSn");
}

export function expectSet(
  result: SetResult,
  value: number,
  positives: readonly number[],
  negatives: readonly number[],
): void {
  expectClose(result.value, value, 1e-12, 1, "value");
  expectNumbers(result.positives, positives);
  expectNumbers(result.negatives, negatives);
}

export function expectNumbers(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-12,
): void {
  expect(actual.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectClose(actual[i], expected[i], tolerance, 1, `entry ${i}`);
}

/** Losses with several centres a class cut a set into classes; the tests here mean one centre. */
export const oneCentre = (loss: Loss): Params =>
  Object.fromEntries(
    ["subCenters", "centers"].filter((id) => Object.hasOwn(loss.params, id)).map((id) => [id, 1]),
  );

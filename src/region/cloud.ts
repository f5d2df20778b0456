import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { bisect } from "../numerics/quadrature.ts";
import { seededNormal } from "../numerics/random.ts";
import { clamp } from "../numerics/scalar.ts";

/** Many pairs that start at random places and follow the descent field of a loss. */
export interface CloudSettings {
  readonly pairs: number;
  readonly seed: number;
  /** Mean and standard deviation of the two similarities, which are drawn apart. */
  readonly start: { readonly sn: readonly [number, number]; readonly sp: readonly [number, number] };
  /** A step is this times the gradient. */
  readonly learningRate: number;
  /** No step is longer than this, in similarity: the scale of a loss must not decide how far it leaps at first. */
  readonly longestStep: number;
  readonly steps: number;
  /**
   * Standard deviation of what moves each similarity besides its own gradient in one step: the other pairs of a batch,
   * which pull at the same embeddings.
   */
  readonly noise: number;
  /**
   * `plane`: the similarities themselves move. `sphere`: a unit embedding moves against the gradient it receives, which
   * changes its similarity to a fixed partner by sin²θ times as much, so nothing moves at s = ±1.
   */
  readonly space: "plane" | "sphere";
}

export interface Cloud {
  readonly starts: readonly Point[];
  readonly ends: readonly Point[];
  /** Where pairs first passed from z > 0 to z ≤ 0, to 1e-9 or better along their step. */
  readonly crossings: readonly Point[];
  /** How many were on the target side, z ≤ 0, from the start, and are at the end. */
  readonly inside: { readonly start: number; readonly end: number };
}

/** A pair whose step is shorter has come to rest. */
const AT_REST = 1e-9;

/** The cloud, step by step; the same settings give the same numbers. */
export function simulateCloud(form: PlaneForm, settings: CloudSettings): Cloud {
  const normal = seededNormal(settings.seed);
  const starts = startingPoints(settings, normal);
  const zAt = ({ sp, sn }: Point): number => planePoint(form, sp, sn).z;
  const crossings: Point[] = [];
  const inside = { start: 0, end: 0 };
  const ends = starts.map((start) => {
    const startsInside = zAt(start) <= 0;
    if (startsInside) inside.start++;
    let hasCrossed = startsInside;
    let at = start;
    for (let i = 0; i < settings.steps; i++) {
      const next = stepFrom(at, form, settings, normal);
      if (next === null) break;
      if (!hasCrossed && zAt(next) <= 0) {
        hasCrossed = true;
        crossings.push(crossingOf(at, next, zAt));
      }
      at = next;
    }
    if (zAt(at) <= 0) inside.end++;
    return at;
  });
  return { starts, ends, crossings, inside };
}

function startingPoints({ pairs, start }: CloudSettings, normal: () => number): Point[] {
  const draw = ([mean, deviation]: readonly [number, number]): number =>
    clamp(mean + deviation * normal(), -1, 1);
  return Array.from({ length: pairs }, () => ({ sn: draw(start.sn), sp: draw(start.sp) }));
}

/** The place after one step of descent; null at rest, and where the gradient is no number. */
function stepFrom(
  { sn, sp }: Point,
  form: PlaneForm,
  { learningRate, longestStep, space, noise }: CloudSettings,
  normal: () => number,
): Point | null {
  const { dSp, dSn } = planePoint(form, sp, sn);
  const share = (s: number): number => (space === "sphere" ? (1 - s) * (1 + s) : 1);
  const across = -learningRate * dSn * share(sn);
  const up = -learningRate * dSp * share(sp);
  const length = Math.hypot(across, up);
  if (!(length < Infinity) || (noise === 0 && length < AT_REST)) return null;
  const scale = length > longestStep ? longestStep / length : 1;
  const moved = (s: number, by: number): number =>
    clamp(s + scale * by + (noise === 0 ? 0 : noise * normal()), -1, 1);
  return { sn: moved(sn, across), sp: moved(sp, up) };
}

/** Where z changes sign between two points. */
function crossingOf(from: Point, to: Point, zAt: (point: Point) => number): Point {
  const between = (t: number): Point => ({
    sn: from.sn + t * (to.sn - from.sn),
    sp: from.sp + t * (to.sp - from.sp),
  });
  return between(bisect((t) => zAt(between(t)), 0, 1));
}

/** A stretch of the boundary that pairs passed through, by the crossings at its two ends. */
export interface Passage {
  readonly from: Point;
  readonly to: Point;
}

/** Along a boundary s_p never falls as s_n rises, so their sum says how far along it a point is, upright stretches too. */
export const along = ({ sn, sp }: Point): number => sn + sp;

/**
 * The crossings at the two quantiles of their place along the boundary: outliers do not stretch it. Null without
 * crossings.
 */
export function passageOf(
  crossings: readonly Point[],
  [low, high]: readonly [number, number],
): Passage | null {
  if (crossings.length === 0) return null;
  const sorted = crossings.toSorted((a, b) => along(a) - along(b));
  const at = (quantile: number): Point => sorted[Math.round(quantile * (sorted.length - 1))];
  return { from: at(low), to: at(high) };
}

import { planePoint } from "../../losses/plane-form.ts";
import type { Point } from "../../losses/curves.ts";
import { ONE_EACH } from "../../losses/define.ts";
import type { Params } from "../../losses/params.ts";
import type { GradientMode, Loss, PlaneForm } from "../../losses/types.ts";
import { bisect } from "../../numerics/quadrature.ts";
import { clamp } from "../../numerics/scalar.ts";
import { neverStops } from "../describe.ts";
import { knobOf } from "./softmax.ts";

interface Chosen {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
}

/** How sharp a second loss must be, so that its gradient is as long as the first's. */
export interface EqualSlope {
  readonly ours: string;
  readonly other: string;
  /** Of the second; null where none of its parameters is counted in factors. */
  readonly param: string | null;
  readonly symbol: string | null;
  readonly present: number | null;
  /** The nearest to the present one; null where no legal value does it. */
  readonly value: number | null;
  /** Length of ∂ℒ/∂(s_n, s_p) of the first, and of the second as it is. */
  readonly slope: number;
  readonly otherSlope: number;
  /** Where both are taken: a point, or each on its own boundary, on the line from the target's corner to the opposite one. */
  readonly at: Point | "boundary";
  readonly places: { readonly ours: Point; readonly other: Point } | null;
}

/** Compares at K = L = 1. Null where a loss has no boundary on that line and no point is given. */
export function equalSlope(
  ours: Chosen,
  other: Chosen,
  at: Point | "boundary" = "boundary",
): EqualSlope | null {
  const [one, two] = [ours, other].map((chosen) => slopeOf(formOf(chosen), at));
  if (one === null || two === null) return null;
  const knob = knobOf(other);
  const head = { ours: ours.loss.id, other: other.loss.id, slope: one.length, otherSlope: two.length, at };
  const places = at === "boundary" ? { ours: one.place, other: two.place } : null;
  if (knob === null) return { ...head, places, param: null, symbol: null, present: null, value: null };
  const [param, spec] = knob;
  const present = Number(other.params[param]);
  const excess = (logarithm: number): number => {
    const params = { ...other.params, [param]: clamp(Math.exp(logarithm), spec.min, spec.max) };
    return (slopeOf(formOf({ ...other, params }), at)?.length ?? NaN) - one.length;
  };
  const found = rootsOf(excess, Math.log(spec.min), Math.log(spec.max));
  const nearest = found.toSorted(
    (a, b) => Math.abs(a - Math.log(present)) - Math.abs(b - Math.log(present)),
  )[0] as number | undefined;
  const value = nearest === undefined ? null : Number(Math.exp(nearest).toPrecision(12));
  return { ...head, places, param, symbol: spec.symbol, present, value };
}

const formOf = ({ loss, params, gradient }: Chosen): PlaneForm => loss.plane(params, ONE_EACH, gradient);

const STEPS = 256;

function rootsOf(f: (x: number) => number, low: number, high: number): number[] {
  const at = (i: number): number => low + ((high - low) * i) / STEPS;
  const values = Array.from({ length: STEPS + 1 }, (_, i) => f(at(i)));
  return values.slice(1).flatMap((after, i) => {
    const before = values[i];
    return before < 0 !== after < 0 && Number.isFinite(before) && Number.isFinite(after)
      ? [bisect(f, at(i), at(i + 1))]
      : [];
  });
}

function slopeOf(form: PlaneForm, at: Point | "boundary"): { length: number; place: Point } | null {
  const place = at === "boundary" ? onDiagonal(form) : at;
  if (place === null) return null;
  const { dSn, dSp } = planePoint(form, place.sp, place.sn);
  return { length: Math.hypot(dSn, dSp), place };
}

/** A hinge has its slope just outside of its kink. */
const OUTSIDE = 1e-12;

/** Where z = 0 on s_p = 1 − s_n. */
function onDiagonal(form: PlaneForm): Point | null {
  if (neverStops(form)) return null;
  const z = (sn: number): number => planePoint(form, 1 - sn, sn).z;
  for (let i = 0; i < STEPS; i++) {
    const [before, after] = [i / STEPS, (i + 1) / STEPS];
    if (z(before) < 0 && !(z(after) < 0)) {
      const sn = bisect(z, before, after) + OUTSIDE;
      return { sn, sp: 1 - sn };
    }
  }
  return null;
}

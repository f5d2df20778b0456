import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import type { Vector } from "../numerics/runge-kutta.ts";
import { clamp } from "../numerics/scalar.ts";
import { courseOf } from "./drift.ts";

/** How a path of unit speed sets out from a point. */
export interface Course {
  /** (ds_n, ds_p, dt) per unit of length. */
  readonly velocity: (at: Vector) => Vector;
  /** Whether s_n and s_p stand at an edge that they are pushed against; they stay there for the whole step. */
  readonly held: readonly boolean[];
}

/** The course at any point; null where nothing moves what is there. */
export function unitCourse(form: PlaneForm): (from: Vector) => Course | null {
  const course = courseOf(form);
  return ([sn, sp]) => {
    const [dn, dp] = course(sn, sp);
    const isHeld = (s: number, ds: number): boolean => Math.abs(s) === 1 && s * ds > 0;
    const held = [isHeld(sn, dn), isHeld(sp, dp)];
    const velocity = (at: Vector): Vector => {
      const [x, y] = [clamp(at[0], -1, 1), clamp(at[1], -1, 1)];
      const [vn, vp] = course(x, y);
      const [un, up] = unit(held[0] ? 0 : vn, held[1] ? 0 : vp);
      const { dSn, dSp } = planePoint(form, y, x);
      return [un, up, 1 / Math.hypot(held[0] ? 0 : dSn, held[1] ? 0 : dSp)];
    };
    const [un, up] = unit(held[0] ? 0 : dn, held[1] ? 0 : dp);
    return (un === 0 && up === 0) || Number.isNaN(un + up) ? null : { velocity, held };
  };
}

/** A direction; a pole outweighs everything finite. */
function unit(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y);
  if (length === 0) return [0, 0];
  if (length < Infinity) return [x / length, y / length];
  const [poleX, poleY] = [x, y].map((each) => (Math.abs(each) === Infinity ? Math.sign(each) : 0));
  return unit(poleX, poleY);
}

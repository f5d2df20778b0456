import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { clamp } from "../numerics/scalar.ts";

/** A point of a path, with the length of the path up to it. */
export interface PathPoint extends Point {
  readonly length: number;
}

/** Where a path first was in the target region. */
export interface Entry extends PathPoint {
  /** Of a flow ds/dt = −∂ℒ/∂s the time t; of steps how many it took. */
  readonly time: number;
}

/** The way of one pair down a field, kept on [−1, 1]²: at an edge only what leads along it or inwards counts. */
export interface DescentPath {
  readonly points: readonly PathPoint[];
  readonly arrival: PathPoint;
  /** `rest`: nothing moves it any more. `length`, `steps`: it was let go so far. `undefined`: there is no gradient. */
  readonly end: "rest" | "length" | "steps" | "undefined";
  /** Where it first had z < 0; null where it never did. */
  readonly target: Entry | null;
}

export interface StepOptions {
  /** Similarities per unit of the gradient, as in s ← s − learningRate · ∂ℒ/∂s. */
  readonly learningRate: number;
  readonly steps: number;
}

/** Where gradient descent with a fixed learning rate takes a point; each step is cut off at the edges of the plane. */
export function descentSteps(
  form: PlaneForm,
  from: Point,
  { learningRate, steps }: StepOptions,
): DescentPath {
  const points: PathPoint[] = [{ sn: from.sn, sp: from.sp, length: 0 }];
  let target: Entry | null = null;
  let end: DescentPath["end"] = "steps";
  for (let step = 0; ; step++) {
    const here = points[step];
    const { z, dSn, dSp } = planePoint(form, here.sp, here.sn);
    if (target === null && z < 0) target = { ...here, time: step };
    if (step === steps) break;
    const sn = clamp(here.sn - learningRate * dSn, -1, 1);
    const sp = clamp(here.sp - learningRate * dSp, -1, 1);
    if (Number.isNaN(sn + sp)) {
      end = "undefined";
      break;
    }
    if (sn === here.sn && sp === here.sp) {
      end = "rest";
      break;
    }
    points.push({ sn, sp, length: here.length + Math.hypot(sn - here.sn, sp - here.sp) });
  }
  return { points, arrival: points[points.length - 1], end, target };
}

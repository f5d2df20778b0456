import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { bisect } from "../numerics/quadrature.ts";
import { rungeKuttaStep, type Vector } from "../numerics/runge-kutta.ts";
import { clamp } from "../numerics/scalar.ts";
import { type Course, unitCourse } from "./course.ts";
import type { DescentPath, Entry, PathPoint } from "./paths.ts";
import { slide } from "./slide.ts";

export interface FlowOptions {
  /** It is left alone after this length. */
  readonly longest?: number;
  /** Largest error of a step, in similarities. */
  readonly tolerance?: number;
}

const LONGEST_STEP = 0.02;
const FIRST_STEP = 1e-3;
const SHORTEST_STEP = 1e-12;
const MOST_TRIED = 20000;
/** A path that has gone no farther than `NEARBY` in so many steps is asked whether it rests. */
const STALLED = 24;
const NEARBY = 1e-5;

/**
 * Where a point goes that follows −∂ℒ without end, by Runge–Kutta 4(5) along the length of the path: at unit speed a
 * field that fades by e⁻³⁰ on the way is no harder than another. It ends where nothing moves it, to about 1e-8.
 */
export function descentFlow(form: PlaneForm, from: Point, options: FlowOptions = {}): DescentPath {
  const { longest = 8, tolerance = 1e-9 } = options;
  const course = unitCourse(form);
  const zAt = ([sn, sp]: Vector): number => planePoint(form, sp, sn).z;
  let here: Vector = [from.sn, from.sp, 0];
  const points: PathPoint[] = [{ sn: from.sn, sp: from.sp, length: 0 }];
  let target: Entry | null = zAt(here) < 0 ? { ...points[0], time: 0 } : null;
  let h = FIRST_STEP;
  const ended = (end: DescentPath["end"]): DescentPath => ({
    points,
    arrival: points[points.length - 1],
    end,
    target,
  });
  for (let tried = 0; tried < MOST_TRIED; tried++) {
    const { length } = points[points.length - 1];
    if (longest - length <= SHORTEST_STEP) break;
    const setsOut = course(here);
    if (setsOut === null) return ended(isDefined(form, here) ? "rest" : "undefined");
    const { velocity, held } = setsOut;
    const step = cut(velocity, here, Math.min(h, longest - length, LONGEST_STEP));
    const error = Math.hypot(step.error[0], step.error[1]);
    if (!(error <= tolerance) && step.h > SHORTEST_STEP) {
      h = step.h * (error > tolerance ? clamp(0.9 * (tolerance / error) ** 0.2, 0.1, 0.9) : 0.1);
      continue;
    }
    if (Number.isNaN(step.to[0] + step.to[1])) return ended("undefined");
    if (held.some(Boolean) && step.h > SHORTEST_STEP * 1e4) {
      const next = course(step.to);
      // let go on the way: the step ends there
      if (next !== null && held.some((isHeld, axis) => isHeld && !next.held[axis])) {
        h = step.h / 2;
        continue;
      }
    }
    if (target === null && zAt(step.to) < 0) target = entry(velocity, here, step.h, length, zAt);
    here = timed(velocity, here, step.to, step.h);
    points.push({ sn: here[0], sp: here[1], length: length + step.h });
    h = step.h * clamp(0.9 * (tolerance / Math.max(error, 1e-300)) ** 0.2, 0.2, 5);
    if (!hasStalled(points)) continue;
    dropStall(points);
    const way = slide(course, here);
    if (way.length === 0) return ended("rest");
    for (const at of way) points.push(pointAfter(points[points.length - 1], at));
    here = way[way.length - 1];
    h = FIRST_STEP;
  }
  return ended("length");
}

/** A step, or as much of it as there is room for on the plane. */
function cut(
  velocity: Course["velocity"],
  from: Vector,
  h: number,
): { to: Vector; error: Vector; h: number } {
  const whole = rungeKuttaStep(velocity, from, h);
  const part = Math.min(
    ...[0, 1].map((axis) => {
      const [start, end] = [from[axis], whole.to[axis]];
      return Math.abs(end) <= 1 ? 1 : (Math.sign(end) - start) / (end - start);
    }),
  );
  if (part === 1) return { ...whole, h };
  const { to, error } = rungeKuttaStep(velocity, from, part * h);
  const [sn, sp, time] = to;
  return { to: [ontoEdge(sn), ontoEdge(sp), time], error, h: part * h };
}

/** What is a billionth before an edge or beyond it is on it. */
const ontoEdge = (s: number): number => (Math.abs(s) > 1 - 1e-9 ? Math.sign(s) : s);

function isDefined(form: PlaneForm, [sn, sp]: Vector): boolean {
  const { dSn, dSp } = planePoint(form, sp, sn);
  return !Number.isNaN(dSn + dSp);
}

/** The moment of a step at which z turns negative. */
function entry(
  velocity: Course["velocity"],
  from: Vector,
  h: number,
  length: number,
  zAt: (at: Vector) => number,
): Entry {
  const at = (part: number): Vector => rungeKuttaStep(velocity, from, part).to;
  const part = bisect((t) => zAt(at(t)), 0, h);
  const [sn, sp, time] = timed(velocity, from, at(part), part);
  return { sn: clamp(sn, -1, 1), sp: clamp(sp, -1, 1), length: length + part, time };
}

/** A step that ends where the field is zero has stages beyond it, of no speed: its time is that of its start. */
const timed = (velocity: Course["velocity"], from: Vector, [sn, sp, time]: Vector, h: number): Vector => [
  sn,
  sp,
  Number.isFinite(time) ? time : from[2] + h * velocity(from)[2],
];

function hasStalled(points: readonly PathPoint[]): boolean {
  if (points.length <= STALLED) return false;
  const [last, earlier] = [points[points.length - 1], points[points.length - 1 - STALLED]];
  return last.length - earlier.length < NEARBY;
}

/** Of the steps that led nowhere only the last point stays. */
function dropStall(points: PathPoint[]): void {
  const last = points[points.length - 1];
  points.length -= STALLED;
  points.push(pointAfter(points[points.length - 1], [last.sn, last.sp]));
}

const pointAfter = (before: PathPoint, [sn, sp]: Vector): PathPoint => ({
  sn,
  sp,
  length: before.length + Math.hypot(sn - before.sn, sp - before.sp),
});

import type { Vector } from "../numerics/runge-kutta.ts";
import { clamp } from "../numerics/scalar.ts";
import type { Course } from "./course.ts";

const CHUNK = 80;
const STEP = 1e-4;
const MOST_CHUNKS = 600;
/** Of the way of a chunk: who comes no farther goes to and fro. */
const PROGRESS = 0.05;

/**
 * Small steps to and fro across a place where the field turns round: where they lead along a jump, the way that they
 * make, to about 2e-4, until the field no longer turns; nothing where they stay, and the pair rests.
 */
export function slide(course: (at: Vector) => Course | null, from: Vector): Vector[] {
  const way: Vector[] = [];
  let at = from;
  for (let chunk = 0; chunk < MOST_CHUNKS; chunk++) {
    const start = at;
    let turns = 0;
    let before = [0, 0];
    for (let i = 0; i < CHUNK; i++) {
      const next = course(at);
      if (next === null) break;
      const [dx, dy, dt] = next.velocity(at);
      if (dx * before[0] + dy * before[1] < 0.9 && i > 0) turns++;
      before = [dx, dy];
      at = [clamp(at[0] + STEP * dx, -1, 1), clamp(at[1] + STEP * dy, -1, 1), at[2] + STEP * dt];
    }
    const gone = Math.hypot(at[0] - start[0], at[1] - start[1]);
    if (gone > 2 * STEP) way.push(at);
    if (gone < PROGRESS * CHUNK * STEP || turns < CHUNK / 8) break;
  }
  return way;
}

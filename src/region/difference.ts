import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import type { Frame } from "./pieces.ts";

/** How far apart two numbers of a pair of losses get, and where. */
export interface Apart {
  readonly largest: number;
  readonly at: { readonly sn: number; readonly sp: number };
  readonly mean: number;
}

/** How two losses differ over a frame, sampled at `nodes`² points; `nodes` that are not finite in either are counted. */
export interface PlaneDifference {
  readonly nodes: number;
  readonly value: Apart;
  readonly dSp: Apart;
  readonly dSn: Apart;
  /** Largest angle between the two descents, in degrees, and the share of the frame where it is over 90. */
  readonly angle: Apart;
  readonly opposed: number;
  /** Share of the frame where value and both partials agree to nine digits. */
  readonly same: number;
  readonly masked: number;
}

const AGREE = 1e-9;

/** Compares value, both partials and direction of two losses on the nodes of a frame. */
export function planeDifference(a: PlaneForm, b: PlaneForm, frame: Frame, nodes = 201): PlaneDifference {
  const gather = { value: new Gathered(), dSp: new Gathered(), dSn: new Gathered(), angle: new Gathered() };
  let [masked, opposed, same] = [0, 0, 0];
  for (let row = 0; row < nodes; row++) {
    for (let column = 0; column < nodes; column++) {
      const at = { sn: onto(frame.sn, column, nodes), sp: onto(frame.sp, row, nodes) };
      const [p, q] = [planePoint(a, at.sp, at.sn), planePoint(b, at.sp, at.sn)];
      const gaps = (["value", "dSp", "dSn"] as const).map((key) => [key, Math.abs(p[key] - q[key])] as const);
      if (!gaps.every(([, gap]) => Number.isFinite(gap))) {
        masked++;
        continue;
      }
      for (const [key, gap] of gaps) gather[key].add(gap, at);
      const angle = between(p, q);
      gather.angle.add(angle, at);
      if (angle > 90) opposed++;
      if (gaps.every(([key, gap]) => gap <= AGREE * Math.max(Math.abs(p[key]), Math.abs(q[key]), 1e-300)))
        same++;
    }
  }
  const all = nodes ** 2;
  return {
    nodes: all,
    value: gather.value.found,
    dSp: gather.dSp.found,
    dSn: gather.dSn.found,
    angle: gather.angle.found,
    opposed: opposed / all,
    same: same / all,
    masked,
  };
}

const onto = ([low, high]: readonly [number, number], i: number, nodes: number): number =>
  i === nodes - 1 ? high : low + ((high - low) * i) / (nodes - 1);

interface Gradient {
  readonly dSp: number;
  readonly dSn: number;
}

/** Degrees between two gradients; 0 where one of them is zero. */
function between(p: Gradient, q: Gradient): number {
  const across = p.dSn * q.dSp - p.dSp * q.dSn;
  const along = p.dSp * q.dSp + p.dSn * q.dSn;
  return across === 0 && along === 0 ? 0 : (Math.abs(Math.atan2(across, along)) * 180) / Math.PI;
}

class Gathered {
  #largest = 0;
  #at = { sn: NaN, sp: NaN };
  #sum = 0;
  #count = 0;

  add(gap: number, at: { readonly sn: number; readonly sp: number }): void {
    this.#sum += gap;
    this.#count++;
    if (gap <= this.#largest && this.#count > 1) return;
    this.#largest = gap;
    this.#at = at;
  }

  get found(): Apart {
    return { largest: this.#largest, at: this.#at, mean: this.#count === 0 ? 0 : this.#sum / this.#count };
  }
}

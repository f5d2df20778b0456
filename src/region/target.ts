import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { PlaneForm } from "../losses/types.ts";
import { bisect, integrate } from "../numerics/quadrature.ts";
import { type Frame, inFrame, onCircle, type Piece } from "./pieces.ts";

/** A point where the boundary meets an edge of the frame. */
export interface Crossing extends Point {
  readonly edge: "sn-min" | "sn-max" | "sp-min" | "sp-max";
}

/** Where the boundary enters or leaves the frame. */
export function crossings(pieces: readonly Piece[], frame: Frame): Crossing[] {
  const found: Crossing[] = [];
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-12;
  for (const piece of pieces) {
    for (const end of [piece.from, piece.to]) {
      const edge =
        (near(end.sn, frame.sn[0]) && "sn-min") ||
        (near(end.sn, frame.sn[1]) && "sn-max") ||
        (near(end.sp, frame.sp[0]) && "sp-min") ||
        (near(end.sp, frame.sp[1]) && "sp-max");
      const isNew = !found.some(({ sn, sp }) => near(sn, end.sn) && near(sp, end.sp));
      if (edge && isNew) found.push({ edge, sn: end.sn, sp: end.sp });
    }
  }
  return found;
}

/**
 * T of the Circle paper: the point of an arc where its tangent is parallel to s_p = s_n, so that the gap s_p − s_n
 * is smallest. Null where the boundary has no such point.
 */
export function tangentPoint(pieces: readonly Piece[]): Point | null {
  for (const piece of pieces) {
    if (piece.kind !== "arc") continue;
    const angle = (7 * Math.PI) / 4;
    const [from, to] = piece.angles;
    const isOn = [angle, angle + 2 * Math.PI].some((each) => each >= from - 1e-12 && each <= to + 1e-12);
    if (isOn) return onCircle(piece.centre, piece.radius, angle);
  }
  return null;
}

const SCAN = 96;

/**
 * Area of {z < 0} in the frame, in units of s_n · s_p. Per column the lengths between the zeros of z, then the
 * double-exponential rule between the columns where the boundary starts, ends or turns. About 1e-9.
 */
export function targetArea(form: PlaneForm, pieces: readonly Piece[], frame: Frame): number {
  const breaks = [...frame.sn, ...pieces.flatMap((piece) => turns(piece, frame))].sort((a, b) => a - b);
  let area = 0;
  for (let i = 1; i < breaks.length; i++) {
    area += integrate((sn) => targetLength(form, sn, frame.sp), breaks[i - 1], breaks[i]);
  }
  return area;
}

/** s_n where a piece starts, ends, or has an upright tangent. */
function turns(piece: Piece, frame: Frame): number[] {
  const ends = [piece.from.sn, piece.to.sn];
  if (piece.kind !== "arc") return ends;
  const sides = [0, Math.PI].map((angle) => onCircle(piece.centre, piece.radius, angle));
  return [...ends, ...sides.filter((side) => inFrame(frame, side)).map(({ sn }) => sn)];
}

/** How much of the column at s_n has z < 0. */
function targetLength(form: PlaneForm, sn: number, [low, high]: readonly [number, number]): number {
  const z = (sp: number): number => planePoint(form, sp, sn).z;
  const step = (high - low) / SCAN;
  let length = 0;
  let before = z(low);
  for (let i = 1; i <= SCAN; i++) {
    const start = low + (i - 1) * step;
    const end = i === SCAN ? high : low + i * step;
    const after = z(end);
    if (before < 0 && after < 0) length += end - start;
    else if (before < 0) length += bisect(z, start, end) - start;
    else if (after < 0) length += end - bisect(z, start, end);
    before = after;
  }
  return length;
}

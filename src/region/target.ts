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

/**
 * Area of {z < 0} in the frame, in units of s_n · s_p. Per column the lengths between the levels of the boundary,
 * then the double-exponential rule between the columns where it starts, ends or turns. About 1e-9; about 1e-4 for
 * a traced boundary, whose kinks are not known.
 */
export function targetArea(form: PlaneForm, pieces: readonly Piece[], frame: Frame): number {
  const breaks = [...frame.sn, ...pieces.flatMap((piece) => turns(piece, frame))].toSorted((a, b) => a - b);
  const length = pieces.some(({ kind }) => kind === "traced") ? scannedLength : lengthBetweenLevels;
  let area = 0;
  for (let i = 1; i < breaks.length; i++) {
    area += integrate((sn) => length(form, pieces, sn, frame.sp), breaks[i - 1], breaks[i]);
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
type ColumnLength = (form: PlaneForm, pieces: readonly Piece[], sn: number, ends: Frame["sp"]) => number;

/** A level too many only splits a stretch in two, so it need not be asked where each piece ends. */
const lengthBetweenLevels: ColumnLength = (form, pieces, sn, [low, high]) => {
  const levels = pieces.flatMap((piece) => levelsOf(piece, sn)).filter((sp) => sp > low && sp < high);
  const ends = [low, ...levels, high].toSorted((a, b) => a - b);
  let length = 0;
  for (let i = 1; i < ends.length; i++) {
    if (planePoint(form, (ends[i - 1] + ends[i]) / 2, sn).z < 0) length += ends[i] - ends[i - 1];
  }
  return length;
};

function levelsOf(piece: Piece, sn: number): readonly number[] {
  switch (piece.kind) {
    case "line":
      return piece.slope === null ? [] : [(piece.intercept ?? 0) + piece.slope * sn];
    case "arc": {
      const reach = Math.sqrt(piece.radius ** 2 - (sn - piece.centre.sn) ** 2);
      return [piece.centre.sp - reach, piece.centre.sp + reach];
    }
    case "curve":
      return [piece.sp(sn)];
    case "traced":
      return [];
  }
}

const SCAN = 96;

const scannedLength: ColumnLength = (form, _, sn, [low, high]) => {
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
};

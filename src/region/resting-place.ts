import type { Point } from "../losses/curves.ts";
import type { Pull } from "./line-rests.ts";
import type { Frame } from "./pieces.ts";

/** A place of the plane [−1, 1]² where a pair that follows the descent stays; at an edge it may slide along it. */
export interface RestingPlace {
  readonly shape: "point" | "segment" | "area" | "curve";
  /** Its corners; the same point twice where it is one. Of an area or curve that is no rectangle, the box round it. */
  readonly from: Point;
  readonly to: Point;
  /** Whether the whole box rests. */
  readonly fillsBox: boolean;
  readonly where: "inside" | "edge" | "corner";
  readonly pull: Pull;
  /** Of the plane; 0 but for an area. */
  readonly share: number;
}

/** A region beyond a hinge: what is beside it is pulled in, and stops at its edge. */
export const areaOf = (box: Frame, share: number, fillsBox: boolean): RestingPlace => ({
  shape: "area",
  from: { sn: box.sn[0], sp: box.sp[0] },
  to: { sn: box.sn[1], sp: box.sp[1] },
  fillsBox,
  where: "inside",
  pull: "attracts",
  share,
});

/** A stretch of one similarity; a point where both ends are the same. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export function whereIs(n: Span, p: Span): RestingPlace["where"] {
  const [onSide, onTop] = [n, p].map(({ from, to }) => from === to && Math.abs(from) === 1);
  if (onSide && onTop) return "corner";
  return onSide || onTop ? "edge" : "inside";
}

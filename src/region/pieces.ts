import type { Curve, Point, Validity } from "../losses/curves.ts";

/** A rectangle of the similarity plane, ends in rising order. */
export interface Frame {
  readonly sn: readonly [number, number];
  readonly sp: readonly [number, number];
}

/** Everything that cosines can be. */
export const WHOLE_PLANE: Frame = { sn: [-1, 1], sp: [-1, 1] };

/** A stretch of a decision boundary inside a frame. Points are in similarities; angles in radians from +s_n. */
export type Piece =
  | {
      readonly kind: "line";
      readonly from: Point;
      readonly to: Point;
      /** ds_p/ds_n; null where the line is upright. */
      readonly slope: number | null;
      /** s_p at s_n = 0; null where the line is upright. */
      readonly intercept: number | null;
    }
  | {
      readonly kind: "arc";
      readonly centre: Point;
      readonly radius: number;
      readonly angles: readonly [number, number];
      readonly from: Point;
      readonly to: Point;
    }
  | {
      readonly kind: "curve";
      readonly formula: string;
      readonly from: Point;
      readonly to: Point;
      readonly sp: (sn: number) => number;
    }
  | { readonly kind: "traced"; readonly from: Point; readonly to: Point; readonly points: readonly Point[] };

const SLACK = 1e-12;

const within = ([low, high]: readonly [number, number], x: number): boolean =>
  x >= low - SLACK && x <= high + SLACK;

export const inFrame = (frame: Frame, { sn, sp }: Point): boolean =>
  within(frame.sn, sn) && within(frame.sp, sp);

const meet = (
  a: readonly [number, number],
  b: readonly [number, number] = [-Infinity, Infinity],
): [number, number] => [Math.max(a[0], b[0]), Math.min(a[1], b[1])];

const limited = (frame: Frame, where: Validity): Frame => ({
  sn: meet(frame.sn, where.sn),
  sp: meet(frame.sp, where.sp),
});

/** The stretches of a closed-form curve that lie in the frame and where its formula holds. */
export function clipCurve(curve: Curve, frame: Frame): Piece[] {
  const box = limited(frame, curve.where);
  if (box.sn[0] > box.sn[1] || box.sp[0] > box.sp[1]) return [];
  switch (curve.kind) {
    case "line":
      return clipLine(curve.through, curve.direction, box);
    case "circle":
      return clipCircle(curve.centre, curve.radius, box);
    case "graph":
      return clipGraph(curve.sp, curve.formula, box);
  }
}

/** Liang–Barsky. */
function clipLine(through: Point, direction: Point, box: Frame): Piece[] {
  let [from, to] = [-Infinity, Infinity];
  for (const axis of ["sn", "sp"] as const) {
    if (direction[axis] === 0) {
      if (!within(box[axis], through[axis])) return [];
      continue;
    }
    const ends = box[axis].map((end) => (end - through[axis]) / direction[axis]);
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  if (!(to - from > SLACK)) return [];
  const at = (t: number): Point =>
    snapped({ sn: through.sn + t * direction.sn, sp: through.sp + t * direction.sp }, box);
  const slope = direction.sn === 0 ? null : direction.sp / direction.sn;
  const intercept = slope === null ? null : through.sp - slope * through.sn;
  return [{ kind: "line", from: at(from), to: at(to), slope, intercept }];
}

/** Rounding must not put an end beside the edge that it lies on. */
function snapped({ sn, sp }: Point, box: Frame): Point {
  const onto = (x: number, ends: readonly [number, number]): number =>
    ends.find((end) => Math.abs(x - end) < 1e-14) ?? x;
  return { sn: onto(sn, box.sn), sp: onto(sp, box.sp) };
}

const TURN = 2 * Math.PI;

export const onCircle = (centre: Point, radius: number, angle: number): Point => ({
  sn: centre.sn + radius * Math.cos(angle),
  sp: centre.sp + radius * Math.sin(angle),
});

function clipCircle(centre: Point, radius: number, box: Frame): Piece[] {
  const cuts: { angle: number; point: Point }[] = [];
  for (const [axis, other] of [
    ["sn", "sp"],
    ["sp", "sn"],
  ] as const) {
    for (const edge of new Set(box[axis])) {
      const reach = radius ** 2 - (edge - centre[axis]) ** 2;
      if (!Number.isFinite(edge) || reach < 0) continue;
      for (const sign of [-1, 1]) {
        const across = centre[other] + sign * Math.sqrt(reach);
        const point = axis === "sn" ? { sn: edge, sp: across } : { sn: across, sp: edge };
        if (within(box[other], across)) cuts.push({ angle: angleOn(centre, point), point });
      }
    }
  }
  cuts.sort((a, b) => a.angle - b.angle);
  const distinct = cuts.filter(({ angle }, i) => i === 0 || angle - cuts[i - 1].angle > 1e-9);
  if (distinct.length === 0) {
    const from = onCircle(centre, radius, 0);
    return inFrame(box, from) ? [{ kind: "arc", centre, radius, angles: [0, TURN], from, to: from }] : [];
  }
  return distinct.flatMap(({ angle, point }, i): Piece[] => {
    const next = distinct[(i + 1) % distinct.length];
    const end = next.angle > angle ? next.angle : next.angle + TURN;
    const isInside = inFrame(box, onCircle(centre, radius, (angle + end) / 2));
    if (!isInside || end - angle < 1e-9) return [];
    return [{ kind: "arc", centre, radius, angles: [angle, end], from: point, to: next.point }];
  });
}

function angleOn(centre: Point, { sn, sp }: Point): number {
  const angle = Math.atan2(sp - centre.sp, sn - centre.sn);
  return angle < 0 ? angle + TURN : angle;
}

const GRAPH_STEPS = 1024;

/** Scans the graph for the stretches inside the box and finds their ends to the last bits. */
function clipGraph(sp: (sn: number) => number, formula: string, box: Frame): Piece[] {
  const [start, end] = box.sn;
  const inside = (sn: number): boolean => within(box.sp, sp(sn));
  const pieces: Piece[] = [];
  const at = (i: number): number => (i === GRAPH_STEPS ? end : start + ((end - start) * i) / GRAPH_STEPS);
  const add = (from: number, to: number): void => {
    const ends = [from, to].map((sn) => snapped({ sn, sp: sp(sn) }, box));
    if (to - from > SLACK) pieces.push({ kind: "curve", formula, from: ends[0], to: ends[1], sp });
  };
  let opened = inside(start) ? start : undefined;
  for (let i = 1; i <= GRAPH_STEPS; i++) {
    const isIn = inside(at(i));
    if (isIn && opened === undefined) opened = lastInside(inside, at(i), at(i - 1));
    else if (!isIn && opened !== undefined) {
      add(opened, lastInside(inside, at(i - 1), at(i)));
      opened = undefined;
    }
  }
  if (opened !== undefined) add(opened, end);
  return pieces;
}

/** The end of the inside stretch between a point inside and one outside. */
function lastInside(inside: (sn: number) => boolean, insider: number, outsider: number): number {
  let [a, b] = [insider, outsider];
  for (let i = 0; i < 60 && a !== b; i++) {
    const middle = (a + b) / 2;
    if (middle === a || middle === b) break;
    if (inside(middle)) a = middle;
    else b = middle;
  }
  return a;
}

/** The point of a piece at one s_n; null where it has none there, or all of an upright line. */
export function pieceAt(piece: Piece, sn: number): Point | null {
  const { from, to } = piece;
  if (piece.kind === "traced") return tracedAt(piece.points, sn);
  if (piece.kind === "arc") {
    const reach = Math.sqrt(piece.radius ** 2 - (sn - piece.centre.sn) ** 2);
    const found = [-reach, reach]
      .map((up) => ({ sn, sp: piece.centre.sp + up }))
      .find((point) => onArc(piece, point));
    return found ?? null;
  }
  if (from.sn === to.sn || !within([Math.min(from.sn, to.sn), Math.max(from.sn, to.sn)], sn)) return null;
  if (piece.kind === "curve") return { sn, sp: piece.sp(sn) };
  return { sn, sp: from.sp + ((sn - from.sn) / (to.sn - from.sn)) * (to.sp - from.sp) };
}

function onArc({ centre, angles: [start, end] }: Extract<Piece, { kind: "arc" }>, point: Point): boolean {
  const angle = angleOn(centre, point);
  return [angle, angle + TURN].some((each) => each >= start - SLACK && each <= end + SLACK);
}

function tracedAt(points: readonly Point[], sn: number): Point | null {
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a.sn === b.sn || (sn - a.sn) * (sn - b.sn) > 0) continue;
    return { sn, sp: a.sp + ((sn - a.sn) / (b.sn - a.sn)) * (b.sp - a.sp) };
  }
  return null;
}

/** Points along a piece, ends included; a traced piece has its own. */
export function pointsAlong(piece: Piece, count: number): readonly Point[] {
  if (piece.kind === "traced") return piece.points;
  return Array.from({ length: count }, (_, i) => {
    if (i === 0) return piece.from;
    if (i === count - 1) return piece.to;
    const part = i / (count - 1);
    const between = (a: number, b: number): number => a + (b - a) * part;
    if (piece.kind === "arc") return onCircle(piece.centre, piece.radius, between(...piece.angles));
    const sn = between(piece.from.sn, piece.to.sn);
    return { sn, sp: piece.kind === "curve" ? piece.sp(sn) : between(piece.from.sp, piece.to.sp) };
  });
}

import { onCircle, type Piece, pointsAlong } from "./pieces.ts";

type Range = readonly [number, number];

/** Over how wide a range of each similarity pairs may stop: the extent of the boundary in a frame. */
export interface Ambiguity {
  readonly sn: Range;
  readonly sp: Range;
}

const SAMPLES = 513;

/** To the last bits on lines and arcs, to about 1e-5 where another curve turns inside the frame; null where there is no boundary in the frame. */
export function ambiguityOf(pieces: readonly Piece[]): Ambiguity | null {
  const points = pieces.flatMap((piece) =>
    piece.kind === "arc" ? arcExtremes(piece) : pointsAlong(piece, SAMPLES),
  );
  if (points.length === 0) return null;
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { sn, sp } of points) {
    [left, right] = [Math.min(left, sn), Math.max(right, sn)];
    [low, high] = [Math.min(low, sp), Math.max(high, sp)];
  }
  return { sn: [tidy(left), tidy(right)], sp: [tidy(low), tidy(high)] };
}

/** 0 rather than what rounding left of it. */
const tidy = (x: number): number => (Math.abs(x) < 1e-12 ? 0 : x);

/** Both ends, and where the arc is level or upright. */
function arcExtremes({ centre, radius, angles, from, to }: Extract<Piece, { kind: "arc" }>) {
  const [start, end] = angles;
  const first = Math.ceil(start / (Math.PI / 2));
  const last = Math.floor(end / (Math.PI / 2));
  const turns = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
    onCircle(centre, radius, ((first + i) * Math.PI) / 2),
  );
  return [from, ...turns, to];
}

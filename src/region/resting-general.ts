import type { Point } from "../losses/curves.ts";
import type { Drift } from "./drift.ts";
import { lineRests, pullFrom } from "./line-rests.ts";
import { type Detail, FINE, measureSets } from "./measure.ts";
import { WHOLE_PLANE } from "./pieces.ts";
import { areaOf, type RestingPlace, whereIs } from "./resting-place.ts";
import { signChanges } from "./sign-changes.ts";

type Field = (sn: number, sp: number) => Drift;

/** Beside a rest, to see which way things move there. */
const BESIDE = 1e-5;
/** More lone rests than this lie on a curve. */
const MOST_POINTS = 12;

/**
 * Resting places of any field: areas without force, rests along the four edges against which it pushes, and cells
 * inside the plane in which both partials change sign, divided until they are points.
 */
export function* generalRests(field: Field, detail: Detail = FINE): Generator<void, RestingPlace[]> {
  const isZero = (sn: number, sp: number): boolean => {
    const { n, p } = field(sn, sp);
    return n === 0 && p === 0;
  };
  const [flat] = yield* measureSets((sn, sp) => (isZero(sn, sp) ? 1 : 0), 1, WHOLE_PLANE, detail);
  const areas = flat.box && flat.share > 1e-6 ? [areaOf(flat.box, flat.share, flat.fillsBox)] : [];
  const inFlat = ({ sn, sp }: Point): boolean =>
    areas.length > 0 && isZero(sn - Math.sign(sn) * BESIDE, sp - Math.sign(sp) * BESIDE);
  const edges = yield* edgeRests(field, detail.line);
  const inside = yield* signChanges(field);
  return [
    ...areas,
    ...edges.filter(({ from, to }) => !inFlat({ sn: (from.sn + to.sn) / 2, sp: (from.sp + to.sp) / 2 })),
    ...insideRests(
      field,
      inside.filter((point) => !inFlat(point)),
    ),
  ];
}

/** Rests of what slides along an edge, where the field pushes against it or not at all. */
function* edgeRests(field: Field, nodes: number): Generator<void, RestingPlace[]> {
  const found: RestingPlace[] = [];
  for (const edge of [-1, 1] as const) {
    for (const fixed of ["sp", "sn"] as const) {
      const point = (s: number, at: number = edge): Point =>
        fixed === "sp" ? { sn: s, sp: at } : { sn: at, sp: s };
      const force = (s: number, at?: number): { along: number; outward: number } => {
        const { sn, sp } = point(s, at);
        const { n, p } = field(sn, sp);
        return fixed === "sp" ? { along: n, outward: -edge * p } : { along: p, outward: -edge * n };
      };
      for (const rest of lineRests((s) => force(s).along, nodes)) {
        const middle = (rest.from + rest.to) / 2;
        if (!(force(middle).outward >= 0)) continue;
        const comesIn = force(middle, edge * (1 - BESIDE)).outward > 0;
        const pull = pullFrom([rest.pull === "attracts", comesIn]);
        const [from, to] = [point(rest.from), point(rest.to)];
        const isKnown = found.some((other) => same(other.from, from) && same(other.to, to));
        if (isKnown) continue;
        const spans = { sn: { from: from.sn, to: to.sn }, sp: { from: from.sp, to: to.sp } };
        found.push({
          shape: rest.from === rest.to ? "point" : "segment",
          from,
          to,
          fillsBox: true,
          where: whereIs(spans.sn, spans.sp),
          pull: rest.pull === "mixed" ? "mixed" : pull,
          share: 0,
        });
      }
      yield;
    }
  }
  return found.filter((place) => !found.some((other) => other !== place && holds(other, place)));
}

/** A corner that belongs to a segment is no place of its own. */
const holds = (segment: RestingPlace, { shape, from }: RestingPlace): boolean =>
  segment.shape === "segment" &&
  shape === "point" &&
  (["sn", "sp"] as const).every(
    (side) => from[side] >= segment.from[side] - 1e-6 && from[side] <= segment.to[side] + 1e-6,
  );

const same = (a: Point, b: Point): boolean => Math.abs(a.sn - b.sn) < 1e-6 && Math.abs(a.sp - b.sp) < 1e-6;

function insideRests(field: Field, points: readonly Point[]): RestingPlace[] {
  if (points.length <= MOST_POINTS)
    return points.map((point) => ({
      shape: "point",
      from: point,
      to: point,
      fillsBox: true,
      where: "inside",
      pull: pullFrom(comingNearer(field, point)),
      share: 0,
    }));
  const [sn, sp] = (["sn", "sp"] as const).map((side) => points.map((point) => point[side]));
  const towards = points.flatMap((point) => comingNearer(field, point));
  return [
    {
      shape: "curve",
      from: { sn: Math.min(...sn), sp: Math.min(...sp) },
      to: { sn: Math.max(...sn), sp: Math.max(...sp) },
      fillsBox: false,
      where: "inside",
      // along the curve nothing moves, so not every side can say so
      pull: pullFrom(towards.filter(Boolean).length > 0.7 * towards.length ? [true] : towards),
      share: 0,
    },
  ];
}

/** Of sixteen points on a small circle round one, which come nearer to it. */
function comingNearer(field: Field, { sn, sp }: Point): boolean[] {
  const radius = 1e-4;
  return Array.from({ length: 16 }, (_, i) => {
    const [x, y] = [Math.cos((i * Math.PI) / 8), Math.sin((i * Math.PI) / 8)];
    const { n, p } = field(sn + radius * x, sp + radius * y);
    return n * x + p * y > 0;
  });
}

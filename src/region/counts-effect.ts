import type { Params } from "../losses/params.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { decisionBoundary } from "./boundary.ts";
import { neverStops } from "./describe.ts";
import { type Frame, type Piece, pieceAt, WHOLE_PLANE } from "./pieces.ts";
import { straightSlope } from "./straight.ts";
import { targetArea } from "./target.ts";

/** What K positives and L negatives change, against one of each. */
export interface CountsEffect {
  /** What they add to z, the same at every pair; null where it differs from pair to pair or between the sides. */
  readonly offset: number | null;
  /** The same for each side, where a side has a threshold of its own. */
  readonly sides: { readonly positive: number; readonly negative: number } | null;
  /** By what they multiply each side's term; 1 and 1 where both sit in one link. */
  readonly factors: { readonly positive: number; readonly negative: number };
  /** How far the boundary moves, exactly, where a transform is straight: offset over its slope. */
  readonly shift: { readonly sp: number | null; readonly sn: number | null };
  /** Of a boundary that is an arc, for one of each and for the given counts. */
  readonly radius: { readonly one: number; readonly counted: number | null } | null;
  /** s_p of the boundary at one s_n, for one of each and for the given counts. */
  readonly at: { readonly sn: number; readonly one: number; readonly counted: number | null } | null;
  /** Area of the target region in the frame; null where the loss has no boundary. */
  readonly area: { readonly one: number | null; readonly counted: number | null };
}

const ONE_EACH: Counts = { K: 1, L: 1 };

/** Compares a loss with its counts against K = L = 1; `area` is that of the target region with its counts. Pauses now and then. */
export function* countsEffect(
  loss: Loss,
  params: Params,
  counts: Counts,
  frame: Frame,
  area: number | null,
): Generator<void, CountsEffect> {
  const [one, counted] = [loss.plane(params, ONE_EACH), loss.plane(params, counts)];
  const offset = sameOffset(one, counted);
  const sides = sideOffsets(one, counted);
  const forms = one.coupling === "pointwise" ? null : one;
  const [up, across] = sides ? [sides.positive, sides.negative] : [offset, offset];
  const [upSlope, acrossSlope] = [straightSlope(forms?.positive), straightSlope(forms?.negative)];
  const before = decisionBoundary(loss, params, ONE_EACH, WHOLE_PLANE).pieces;
  yield;
  const after = decisionBoundary(loss, params, counts, WHOLE_PLANE).pieces;
  yield;
  const inFrame = decisionBoundary(loss, params, ONE_EACH, frame).pieces;
  yield;
  return {
    offset,
    sides,
    factors: factorsOf(one, counted),
    shift: {
      sp: up === null || upSlope === null ? null : up / upSlope,
      sn: across === null || acrossSlope === null ? null : -across / acrossSlope + 0,
    },
    radius: radiiOf(before, after),
    at: placeOf(inFrame, after),
    area: { one: neverStops(one) ? null : targetArea(one, inFrame, frame), counted: area },
  };
}

function sameOffset(one: PlaneForm, counted: PlaneForm): number | null {
  if (one.coupling === "coupled" && counted.coupling === "coupled") return counted.offset - one.offset;
  const at = [-0.83, -0.31, 0.17, 0.59, 0.91];
  const gaps = at.flatMap((sn) => at.map((sp) => planePoint(counted, sp, sn).z - planePoint(one, sp, sn).z));
  const spread = Math.max(...gaps) - Math.min(...gaps);
  return spread <= 1e-9 * Math.max(1, Math.abs(gaps[0])) ? gaps[0] : null;
}

const sideOffsets = (one: PlaneForm, counted: PlaneForm): CountsEffect["sides"] =>
  one.coupling === "decoupled" && counted.coupling === "decoupled"
    ? {
        positive: counted.positive.offset - one.positive.offset,
        negative: counted.negative.offset - one.negative.offset,
      }
    : null;

const factorsOf = (one: PlaneForm, counted: PlaneForm): CountsEffect["factors"] =>
  one.coupling === "decoupled" && counted.coupling === "decoupled"
    ? {
        positive: counted.positive.weight / one.positive.weight,
        negative: counted.negative.weight / one.negative.weight,
      }
    : { positive: 1, negative: 1 };

function radiiOf(one: readonly Piece[], counted: readonly Piece[]): CountsEffect["radius"] {
  const radius = (pieces: readonly Piece[]): number | undefined =>
    pieces.flatMap((piece) => (piece.kind === "arc" ? [piece.radius] : [])).at(0);
  const first = radius(one);
  return first === undefined ? null : { one: first, counted: radius(counted) ?? null };
}

/** Where both can be compared: in the middle of the boundary for one of each. */
function placeOf(one: readonly Piece[], counted: readonly Piece[]): CountsEffect["at"] {
  const longest = one.toSorted((a, b) => Math.abs(b.to.sn - b.from.sn) - Math.abs(a.to.sn - a.from.sn)).at(0);
  if (longest === undefined || Math.abs(longest.to.sn - longest.from.sn) < 1e-9) return null;
  const sn = Number(((longest.from.sn + longest.to.sn) / 2).toPrecision(6));
  const at = (pieces: readonly Piece[]): number | undefined =>
    pieces.flatMap((piece) => pieceAt(piece, sn)?.sp ?? []).at(0);
  const sp = at([longest]);
  return sp === undefined ? null : { sn, one: sp, counted: at(counted) ?? null };
}

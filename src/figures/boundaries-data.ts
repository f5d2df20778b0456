import type { Point } from "../losses/curves.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { bisect } from "../numerics/quadrature.ts";
import { type Boundary, boundaryLevels, decisionBoundary } from "../region/boundary.ts";
import { type Piece, WHOLE_PLANE } from "../region/pieces.ts";
import type { ResolvedBoundaries } from "../spec/boundaries.ts";
import { variedLosses } from "../spec/curves-checks.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import { countsLine } from "./caption.ts";
import { curveNames } from "./curves-names.ts";
import { frameOf } from "./guides.ts";

/** One boundary of a figure, with what it belongs to. */
export interface NamedBoundary {
  readonly name: string;
  readonly loss: Loss;
  readonly choice: ResolvedLoss;
  readonly counts: Counts;
  readonly form: PlaneForm;
  readonly boundary: Boundary;
  /** The same for the other class; null unless the figure has a mirror. */
  readonly mirrored: Boundary | null;
}

/** Every boundary of a figure in the order given, a family as many. */
export function namedBoundaries(figure: ResolvedBoundaries): readonly NamedBoundary[] {
  const frame = frameOf(figure.axes);
  const each = figure.entries.flatMap((entry) =>
    variedLosses(entry).map((loss) => ({ ...entry, loss, of: figureLoss(loss) })),
  );
  const names = curveNames(each);
  const severalCounts = new Set(each.map(({ counts }) => countsLine(counts))).size > 1;
  return each.map(({ name, loss: choice, of: loss, counts }, i) => {
    const { params, gradient } = choice;
    const across = { sn: frame.sp, sp: frame.sn };
    return {
      name: severalCounts && name === "" ? `${names[i]}, ${countsLine(counts)}` : names[i],
      loss,
      choice,
      counts,
      form: loss.plane(params, counts, gradient),
      boundary: decisionBoundary(loss, params, counts, frame),
      mirrored: figure.mirror ? mirrored(decisionBoundary(loss, params, counts, across)) : null,
    };
  });
}

const swapped = ({ sn, sp }: Point): Point => ({ sn: sp, sp: sn });

/** s_p and s_n swapped; a graph over s_n becomes points, since it is none over s_p. */
const mirrored = ({ origin, pieces }: Boundary): Boundary => ({ origin, pieces: pieces.map(mirroredPiece) });

function mirroredPiece(piece: Piece): Piece {
  const ends = { from: swapped(piece.from), to: swapped(piece.to) };
  switch (piece.kind) {
    case "line": {
      const { from, to } = ends;
      const slope = from.sn === to.sn ? null : (to.sp - from.sp) / (to.sn - from.sn);
      return { kind: "line", ...ends, slope, intercept: slope === null ? null : from.sp - slope * from.sn };
    }
    case "arc": {
      const { angles, radius, centre } = piece;
      // an angle φ from +s_n is π/2 − φ after the swap
      const turned = angles.map((angle) => Math.PI / 2 - angle).toReversed();
      const from = turned[0] < 0 ? 2 * Math.PI : 0;
      return {
        kind: "arc",
        radius,
        centre: swapped(centre),
        angles: [turned[0] + from, turned[1] + from],
        from: ends.to,
        to: ends.from,
      };
    }
    case "curve": {
      const points = evenSteps(piece).map(swapped);
      return { kind: "traced", points, ...ends };
    }
    case "traced":
      return { kind: "traced", points: piece.points.map(swapped), ...ends };
  }
}

const STEPS = 512;

/** Points of a graph, even in the angle of s_n: cosines crowd at s = 1, where an angle's axis shows most. */
export function evenSteps({
  from,
  to,
  sp,
}: Pick<Extract<Piece, { kind: "curve" }>, "from" | "to" | "sp">): Point[] {
  const [start, end] = [Math.acos(from.sn), Math.acos(to.sn)];
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    if (i === 0) return from;
    if (i === STEPS) return to;
    const sn = Math.cos(start + ((end - start) * i) / STEPS);
    return { sn, sp: sp(sn) };
  });
}

const SCAN = 512;

/** The s_p in [−1, 1] with z = 0 at one s_n, in rising order, from the closed form where there is one. */
export function levelsAt({ loss, choice, counts, form }: NamedBoundary, sn: number): readonly number[] {
  const curves = loss.boundary?.(choice.params, counts);
  if (curves !== undefined) return boundaryLevels(curves, sn);
  const z = (sp: number): number => planePoint(form, sp, sn).z;
  const [low, high] = WHOLE_PLANE.sp;
  const at = (i: number): number => (i === SCAN ? high : low + ((high - low) * i) / SCAN);
  const levels: number[] = [];
  for (let i = 1; i <= SCAN; i++) {
    const [before, after] = [z(at(i - 1)), z(at(i))];
    if (before === 0) levels.push(at(i - 1));
    else if (before * after < 0) levels.push(bisect(z, at(i - 1), at(i)));
  }
  return z(high) === 0 ? [...levels, high] : levels;
}

import type { Curve, Point } from "../losses/curves.ts";
import type { Params } from "../losses/params.ts";
import { planePoint } from "../losses/plane-form.ts";
import type { Counts, Loss, PlaneForm } from "../losses/types.ts";
import { bisect } from "../numerics/quadrature.ts";
import { traceLevel } from "../plane/contour.ts";
import { sampleLoss } from "../plane/engine.ts";
import { channelOf, type Field } from "../plane/field.ts";
import { sampleField } from "../plane/sample.ts";
import { densified } from "./densify.ts";
import { clipCurve, type Frame, type Piece } from "./pieces.ts";

/** The decision boundary z = 0 inside a frame. */
export interface Boundary {
  readonly pieces: readonly Piece[];
  /** How it was found; `none`: the loss has none for these parameters and counts. */
  readonly origin: "closed form" | "traced" | "none";
}

/** The boundary in closed form with its clamps where the loss has one, else traced from the field of z. */
export function decisionBoundary(loss: Loss, params: Params, counts: Counts, frame: Frame): Boundary {
  const curves = loss.boundary?.(params, counts);
  if (curves === undefined) {
    const pieces = traceLoss(loss, params, counts, frame);
    return { pieces, origin: pieces.length > 0 ? "traced" : "none" };
  }
  if (curves.length === 0) return { pieces: [], origin: "none" };
  return { pieces: curves.flatMap((curve) => clipCurve(curve, frame)), origin: "closed form" };
}

/**
 * z = 0 from the field alone: marching squares, each point then moved onto the zero along its grid edge,
 * and more put in until no chord is farther than 1e-6 from the curve.
 */
export const traceBoundary = (form: PlaneForm, frame: Frame, nodes = NODES): Piece[] =>
  traced(form, sampleField(form, axesOf(frame), gridOf(nodes)), frame);

/** The same for a loss, by the engine that fills its fields. */
const traceLoss = (loss: Loss, params: Params, counts: Counts, frame: Frame): Piece[] =>
  traced(
    loss.plane(params, counts),
    sampleLoss({ loss, params, counts, gradient: loss.gradient }, axesOf(frame), gridOf(NODES)),
    frame,
  );

/** Along each axis. */
const NODES = 257;
const gridOf = (nodes: number) => ({ columns: nodes, rows: nodes, channels: ["z"] }) as const;
const axesOf = (frame: Frame): Field["axes"] => ({
  negative: { unit: "cosine", range: frame.sn },
  positive: { unit: "cosine", range: frame.sp },
  horizontal: "negative",
});

function traced(form: PlaneForm, field: Field, frame: Frame): Piece[] {
  const z = channelOf(field, "z");
  const nodes = field.columns;
  const onto = (x: number, [low, high]: readonly [number, number]): number =>
    x === nodes - 1 ? high : low + ((high - low) * x) / (nodes - 1);
  const at = (x: number, y: number): Point => ({ sn: onto(x, frame.sn), sp: onto(y, frame.sp) });
  const zAt = (x: number, y: number): number => {
    const { sn, sp } = at(x, y);
    return planePoint(form, sp, sn).z;
  };
  return traceLevel(z, nodes, nodes, 0).map((line) => {
    const points: Point[] = [];
    for (let i = 0; i < line.length; i += 2) points.push(refined(zAt, at, line[i], line[i + 1]));
    const dense = densified(points, ({ sn, sp }) => planePoint(form, sp, sn).z);
    return { kind: "traced", from: points[0], to: points[points.length - 1], points: dense };
  });
}

/** A crossing lies on a grid edge: between two nodes of its row, or of its column. */
function refined(
  zAt: (x: number, y: number) => number,
  at: (x: number, y: number) => Point,
  x: number,
  y: number,
): Point {
  if (!Number.isInteger(x))
    return at(
      bisect((t) => zAt(t, y), Math.floor(x), Math.ceil(x)),
      y,
    );
  if (!Number.isInteger(y))
    return at(
      x,
      bisect((t) => zAt(x, t), Math.floor(y), Math.ceil(y)),
    );
  return at(x, y);
}

/** The s_p in [−1, 1] of a closed-form boundary at one s_n, in rising order; empty where it has none there. */
export function boundaryLevels(curves: readonly Curve[], sn: number): number[] {
  const levels = curves.flatMap((curve): number[] => {
    const { where } = curve;
    if (where.sn && (sn < where.sn[0] || sn > where.sn[1])) return [];
    return levelsOf(curve, sn).filter((sp) => !where.sp || (sp >= where.sp[0] && sp <= where.sp[1]));
  });
  const legal = levels.filter((sp) => Math.abs(sp) <= 1).toSorted((a, b) => a - b);
  return legal.filter((sp, i) => i === 0 || sp - legal[i - 1] > 1e-12);
}

function levelsOf(curve: Curve, sn: number): number[] {
  if (curve.kind === "graph") return [curve.sp(sn)];
  if (curve.kind === "line") {
    const { through, direction } = curve;
    return direction.sn === 0 ? [] : [through.sp + (direction.sp / direction.sn) * (sn - through.sn)];
  }
  const reach = Math.sqrt(curve.radius ** 2 - (sn - curve.centre.sn) ** 2);
  return reach >= 0 ? [curve.centre.sp - reach, curve.centre.sp + reach] : [];
}

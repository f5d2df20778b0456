import type { Point } from "../losses/curves.ts";
import type { Loss } from "../losses/types.ts";
import { similarityRange } from "../plane/axis.ts";
import { type Boundary, decisionBoundary } from "../region/boundary.ts";
import { type Cloud, type Passage, passageOf, simulateCloud } from "../region/cloud.ts";
import { type Piece, pieceAt } from "../region/pieces.ts";
import { tangentPoint } from "../region/target.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedScatter } from "../spec/scatter.ts";
import type { Fact, Facts } from "./prepared.ts";

/** Everything a scatter shows, as numbers. */
export interface ScatterData {
  readonly loss: Loss;
  readonly boundary: Boundary;
  /** Null where the points are given. */
  readonly cloud: Cloud | null;
  readonly ends: readonly Point[];
  readonly passage: Passage | null;
}

/** Runs the cloud of a figure, if it has one, and finds the boundary for its K and L. */
export function scatterData(figure: ResolvedScatter): ScatterData {
  const { params, gradient } = figure.loss;
  const loss = figureLoss(figure.loss);
  const frame = { sn: similarityRange(figure.axes.negative), sp: similarityRange(figure.axes.positive) };
  const cloud = figure.cloud
    ? simulateCloud(loss.plane(params, figure.counts, gradient), figure.cloud)
    : null;
  return {
    loss,
    boundary: decisionBoundary(loss, params, figure.counts, frame),
    cloud,
    ends: cloud ? cloud.ends : (figure.points ?? []).map(([sn, sp]) => ({ sn, sp })),
    passage: cloud ? passageOf(cloud.crossings, figure.passage) : null,
  };
}

/** The boundary in the frame, what it demands at the readings, the cloud and its passage. */
export function scatterFacts(figure: ResolvedScatter, data: ScatterData): Facts {
  const { boundary, cloud, passage } = data;
  const tangent = tangentPoint(boundary.pieces);
  return {
    loss: data.loss.id,
    gradient: figure.loss.gradient,
    boundary: { origin: boundary.origin, pieces: boundary.pieces.map(pieceFacts) },
    tangent: tangent && { ...tangent },
    readings: figure.readings.map((sn) => ({ sn, sp: levelAt(boundary.pieces, sn) })),
    pairs: data.ends.length,
    mean: meanOf(data.ends),
    ...(cloud && {
      insideAtStart: cloud.inside.start,
      insideAtEnd: cloud.inside.end,
      crossed: cloud.crossings.length,
      passage: passage && {
        quantiles: [...figure.passage],
        from: { ...passage.from },
        to: { ...passage.to },
        width: { sn: passage.to.sn - passage.from.sn, sp: passage.to.sp - passage.from.sp },
      },
    }),
  };
}

function pieceFacts(piece: Piece): Fact {
  const ends = { from: { ...piece.from }, to: { ...piece.to } };
  switch (piece.kind) {
    case "line":
      return { kind: piece.kind, ...ends, slope: piece.slope, intercept: piece.intercept };
    case "arc":
      return { kind: piece.kind, ...ends, centre: { ...piece.centre }, radius: piece.radius };
    case "curve":
      return { kind: piece.kind, ...ends, formula: piece.formula };
    case "traced":
      return { kind: piece.kind, ...ends };
  }
}

function levelAt(pieces: readonly Piece[], sn: number): number | null {
  for (const piece of pieces) {
    const found = pieceAt(piece, sn);
    if (found) return found.sp;
  }
  return null;
}

function meanOf(points: readonly Point[]): Facts {
  const mean = (key: keyof Point): number =>
    points.reduce((sum, point) => sum + point[key], 0) / points.length;
  return { sn: mean("sn"), sp: mean("sp") };
}

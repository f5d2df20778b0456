import type { Counts } from "../losses/types.ts";
import type { BAR_HEIGHTS, CURVE_AXES, CURVE_NAMES, CurvesSpec, SIDES } from "./curves-schema.ts";
import type { Filled } from "./entries.ts";
import type { QuantityId } from "./quantities.ts";
import type { ResolvedHead, ResolvedLoss } from "./resolve.ts";

export type CurveAxis = (typeof CURVE_AXES)[number];
export type Side = (typeof SIDES)[number];

interface Place {
  readonly sn: number;
  readonly sp: number;
}

/** What a curve shows, with nothing left to guess. */
export type ResolvedDraw =
  | { readonly of: "positiveTransform" | "negativeTransform"; readonly perScale: boolean }
  | {
      readonly of: "slice";
      readonly quantity: QuantityId;
      readonly fixed?: { readonly sn: number } | { readonly sp: number };
      readonly line?: { readonly from: Place; readonly to: Place };
      readonly perScale: boolean;
    }
  | { readonly of: "share"; readonly side: Side; readonly hardest: readonly number[] }
  | {
      readonly of: "weight";
      readonly side: Side;
      readonly others: { readonly positives: readonly number[]; readonly negatives: readonly number[] };
      readonly share: boolean;
      readonly perScale: boolean;
    };

export interface ResolvedCurve {
  readonly name: string;
  readonly loss: ResolvedLoss;
  readonly counts: Counts;
  readonly draw: ResolvedDraw;
  readonly vary?: { readonly param: string; readonly values: readonly number[] };
}

export interface ResolvedBar {
  readonly name: string;
  readonly loss: ResolvedLoss;
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
  readonly member: { readonly side: Side; readonly index: number };
}

/** Curves with nothing left to guess; itself a legal `CurvesSpec`. It has either `curves` or `bars`. */
export interface ResolvedCurves extends ResolvedHead {
  readonly kind: "curves";
  readonly x: { readonly of: CurveAxis; readonly range: readonly [number, number]; readonly label: string };
  readonly y: {
    /** As far as the values go where it is left out. */
    readonly range?: readonly [number, number];
    readonly label: string;
    readonly scale: "linear" | "log";
  };
  readonly curves?: readonly ResolvedCurve[];
  readonly bars?: readonly ResolvedBar[];
  readonly barHeight: (typeof BAR_HEIGHTS)[number];
  readonly readings: readonly number[];
  readonly layers: Filled<NonNullable<CurvesSpec["layers"]>> & {
    readonly names: (typeof CURVE_NAMES)[number];
  };
}

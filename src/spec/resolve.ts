import type { Params } from "../losses/params.ts";
import type { Counts, GradientMode } from "../losses/types.ts";
import { type Axes, type Axis, USUAL_RANGE } from "./axes.ts";
import type { QuantityId } from "./quantities.ts";
import { chosenLoss } from "./figure-loss.ts";
import type { FigureSpec, MarkedPoint, Theme } from "./schema.ts";

type Filled<T> = { readonly [Key in keyof T]-?: NonNullable<T[Key]> };

/** A figure with nothing left to guess. It is itself a legal `FigureSpec`. */
export interface ResolvedFigure {
  readonly version: 1;
  readonly kind: "landscape";
  readonly title: string;
  readonly loss: {
    readonly id: string;
    readonly formula?: string;
    readonly params: Params;
    readonly gradient: GradientMode;
  };
  readonly counts: Counts;
  readonly axes: Axes;
  readonly quantity: QuantityId;
  readonly samples: number;
  readonly layers: Filled<NonNullable<FigureSpec["layers"]>>;
  readonly points: readonly MarkedPoint[];
  readonly theme: Theme;
  readonly size: { readonly width: number; readonly height: number };
}

const LAYERS: ResolvedFigure["layers"] = {
  field: true,
  isolines: 8,
  isolineLabels: true,
  boundary: "unit",
  region: true,
  arrows: 12,
  arrowLength: "root",
  legend: true,
  caption: true,
};

/**
 * Fills in every default. Pure, idempotent, and never changes its input. Throws `InputError` for an unknown loss
 * or variant and for parameters out of range.
 */
export function resolveFigure(spec: FigureSpec): ResolvedFigure {
  const { loss, params, gradient } = chosenLoss(spec.loss, "loss.params");
  return {
    version: 1,
    kind: spec.kind ?? "landscape",
    title: spec.title ?? "",
    loss: { id: loss.id, ...(loss.text !== undefined && { formula: loss.text }), params, gradient },
    counts: { K: spec.counts?.K ?? 1, L: spec.counts?.L ?? 1 },
    axes: {
      negative: resolvedAxis(spec.axes?.negative),
      positive: resolvedAxis(spec.axes?.positive),
      horizontal: spec.axes?.horizontal ?? "negative",
    },
    quantity: spec.quantity ?? "loss",
    samples: spec.samples ?? 256,
    layers: { ...LAYERS, ...spec.layers },
    points: (spec.points ?? []).map((point) => ({ ...point })),
    theme: spec.theme ?? "light",
    size: { width: spec.size?.width ?? 640, height: spec.size?.height ?? 560 },
  };
}

function resolvedAxis(axis: Partial<Axis> = {}): Axis {
  const unit = axis.unit ?? "cosine";
  const [start, end] = axis.range ?? USUAL_RANGE[unit];
  return { unit, range: [start, end] };
}

import { InputError, shown } from "../losses/errors.ts";
import { LEGAL_RANGE } from "./axes.ts";
import { checkBar, checkCurve } from "./curves-checks.ts";
import type {
  CurveAxis,
  ResolvedBar,
  ResolvedCurve,
  ResolvedCurves,
  ResolvedDraw,
} from "./curves-resolved.ts";
import { type CurvesSpec, type Draw, DRAW_KEYS } from "./curves-schema.ts";
import { resolvedCounts, resolvedHead, resolvedLoss } from "./resolve.ts";

const LAYERS: ResolvedCurves["layers"] = { names: "ends", markers: true, caption: true };

/** Pixels of curves that are for nowhere in particular. */
export const CURVES_SIZE = { width: 640, height: 440 };

/** Legal ends of x, for a line 0 at its start and 1 at its end. */
export const legalEnds = (of: CurveAxis): readonly [number, number] =>
  of === "line" ? [0, 1] : LEGAL_RANGE[of];

/**
 * Fills in every default. Pure and idempotent. Throws `InputError` for a loss or parameters that are not legal, and for
 * what a loss cannot show.
 */
export function resolveCurves(spec: CurvesSpec): ResolvedCurves {
  const { version, ...head } = resolvedHead(spec, CURVES_SIZE);
  if ((spec.curves === undefined) === (spec.bars === undefined))
    throw new InputError(
      `invalid figure: ${spec.curves ? "curves and bars" : "neither curves nor bars"}; expected one of the two`,
    );
  const x = resolvedAcross(spec.x);
  return {
    version,
    kind: "curves",
    ...head,
    x,
    y: resolvedUp(spec.y),
    ...(spec.curves && { curves: spec.curves.map((curve, i) => resolvedCurve(curve, x.of, `curves[${i}]`)) }),
    ...(spec.bars && { bars: spec.bars.map((bar, i) => resolvedBar(bar, `bars[${i}]`)) }),
    barHeight: spec.barHeight ?? "weight",
    readings: (spec.readings ?? []).map((reading, i) => checkedReading(reading, x.of, `readings[${i}]`)),
    layers: { ...LAYERS, ...spec.layers },
  };
}

function resolvedAcross({ of = "cosine", range, label = "" }: NonNullable<CurvesSpec["x"]> = {}) {
  const [low, high] = legalEnds(of);
  const [start, end] = range ?? [low, high];
  const isLegal = start !== end && [start, end].every((at) => at >= low - 1e-9 && at <= high + 1e-9);
  if (!isLegal)
    throw new InputError(
      `invalid x.range: ${shown(range)}; expected two different numbers from ${low} to ${high}`,
    );
  return { of, range: [start, end], label } as const;
}

function resolvedUp({ range, label = "", scale = "linear" }: NonNullable<CurvesSpec["y"]> = {}) {
  if (range === undefined) return { label, scale };
  const [start, end] = range;
  if (start === end || (scale === "log" && !(start > 0 && end > 0)))
    throw new InputError(
      `invalid y.range: ${shown(range)}; expected two different numbers${scale === "log" ? " above 0" : ""}`,
    );
  return { range: [start, end], label, scale } as const;
}

function checkedReading(at: number, of: CurveAxis, path: string): number {
  const [low, high] = legalEnds(of);
  if (at >= low - 1e-9 && at <= high + 1e-9) return at;
  throw new InputError(`invalid ${path}: ${shown(at)}; expected ${low} to ${high}`);
}

function resolvedCurve(
  { name = "", loss, counts, draw, vary }: NonNullable<CurvesSpec["curves"]>[number],
  across: CurveAxis,
  path: string,
): ResolvedCurve {
  const curve: ResolvedCurve = {
    name,
    loss: resolvedLoss(loss, `${path}.loss.params`),
    counts: resolvedCounts(counts),
    draw: resolvedDraw(draw, `${path}.draw`),
    ...(vary && { vary: { param: vary.param, values: [...vary.values] } }),
  };
  checkCurve(curve, across, path);
  return curve;
}

/** Only the keys that belong to what is drawn are legal. */
function resolvedDraw(draw: Draw, path: string): ResolvedDraw {
  const { of, perScale = false, side = "negative", share = false } = draw;
  const legal: readonly string[] = ["of", ...DRAW_KEYS[of]];
  for (const key of Object.keys(draw))
    if (!legal.includes(key))
      throw new InputError(`unknown key: ${path}.${key}; expected of ${of} one of ${legal.join(", ")}`);
  switch (of) {
    case "positiveTransform":
    case "negativeTransform":
      return { of, perScale };
    case "slice":
      return { of, quantity: draw.quantity ?? "loss", ...sliceWay(draw, path), perScale };
    case "share":
      return { of, side, hardest: [...(draw.hardest ?? [0.1, 0.01])] };
    case "weight": {
      const { positives = [], negatives = [] } = draw.others ?? {};
      const others = { positives: [...positives], negatives: [...negatives] };
      return { of, side, others, share, perScale };
    }
  }
}

/** What stands still, or the line: one of `fixed.sn`, `fixed.sp` and `line`. */
function sliceWay({ fixed, line }: Draw, path: string) {
  const given = [fixed?.sn, fixed?.sp, line].filter((each) => each !== undefined).length;
  if (given !== 1)
    throw new InputError(
      `invalid ${path}: ${shown({ ...fixed, line })}; expected one of fixed.sn, fixed.sp and line`,
    );
  if (line) return { line: { from: { ...line.from }, to: { ...line.to } } };
  return { fixed: fixed?.sn === undefined ? { sp: Number(fixed?.sp) } : { sn: fixed.sn } };
}

function resolvedBar(
  { name, loss, positives = [], negatives = [], member }: NonNullable<CurvesSpec["bars"]>[number],
  path: string,
): ResolvedBar {
  const bar: ResolvedBar = {
    name,
    loss: resolvedLoss(loss, `${path}.loss.params`),
    positives: [...positives],
    negatives: [...negatives],
    member: { side: member.side, index: member.index ?? 0 },
  };
  checkBar(bar, path);
  return bar;
}

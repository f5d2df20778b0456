import type { Point } from "../../losses/curves.ts";
import { InputError, unknownName } from "../../losses/errors.ts";
import { planePoint } from "../../losses/plane-form.ts";
import { completeParams, type Params, type ParamValue } from "../../losses/params.ts";
import type { Counts, GradientMode, Loss } from "../../losses/types.ts";
import { describeRegion, type Region } from "../describe.ts";
import { gradientFacts, VANISHED } from "../gradients.ts";
import { COARSE, FINE } from "../measure.ts";
import type { Frame } from "../pieces.ts";

/** One parameter of a loss moved from one value to another. */
export interface Change {
  readonly loss: Loss;
  readonly params: Params;
  readonly gradient: GradientMode;
  readonly counts: Counts;
  readonly param: string;
  readonly from: ParamValue;
  readonly to: ParamValue;
  readonly frame: Frame;
  readonly point: Point;
}

/** What a value of the parameter makes of the loss. */
export interface ChangeSide {
  readonly value: ParamValue;
  /** Of the frame; null of a loss without a boundary. */
  readonly target: number | null;
  /** Where the boundary meets the left edge of the frame and its upper edge; null where it does not. */
  readonly atLeft: number | null;
  readonly atTop: number | null;
  /** Length of ∂ℒ/∂(s_n, s_p) at the point. */
  readonly slope: number;
  /** Share of the frame with a gradient longer than 0.001 of the side's largest. */
  readonly active: number;
  readonly largest: number;
}

export interface ChangeNumbers {
  readonly loss: string;
  readonly param: string;
  readonly symbol: string;
  readonly counts: Counts;
  readonly frame: Frame;
  readonly point: Point;
  readonly threshold: number;
  readonly from: ChangeSide;
  readonly to: ChangeSide;
}

export const USUAL_FRAME: Frame = { sn: [0, 1], sp: [0, 1] };
/** B of the Circle paper's Fig. 2. */
export const USUAL_POINT: Point = { sn: 0.4, sp: 0.6 };

/** The parameters of both sides. Throws `InputError` for a parameter or a value that is not legal. */
export function bothParams({ loss, params, param, from, to }: Change): readonly [Params, Params] {
  if (!Object.hasOwn(loss.params, param)) throw unknownName("parameter", param, Object.keys(loss.params));
  if (from === to)
    throw new InputError(`invalid change: ${param} from ${from} to ${to}; expected two values`);
  const [before, after] = [from, to].map((value) =>
    completeParams(loss.params, { ...params, [param]: value }),
  );
  return [before, after];
}

/** Both sides measured, in small steps for who drains it. Throws as `bothParams`. */
export function* changing(change: Change): Generator<void, ChangeNumbers> {
  const [before, after] = bothParams(change);
  const { loss, param, counts, frame, point } = change;
  const { symbol } = loss.params[param];
  const from = yield* sideOf(change, before);
  const to = yield* sideOf(change, after);
  return { loss: loss.id, param, symbol, counts, frame, point, threshold: VANISHED, from, to };
}

function* sideOf(
  { loss, gradient, counts, param, frame, point }: Change,
  params: Params,
): Generator<void, ChangeSide> {
  const region = describeRegion(loss, params, counts, frame);
  yield;
  const form = loss.plane(params, counts, gradient);
  const detail = loss.scope === "set" ? COARSE : FINE;
  const { zero, tiny, largest } = yield* gradientFacts(form, frame, { detail });
  const { dSn, dSp } = planePoint(form, point.sp, point.sn);
  return {
    value: params[param],
    target: region.targetShare,
    atLeft: edgeOf(region, "sn-min"),
    atTop: edgeOf(region, "sp-max"),
    slope: Math.hypot(dSn, dSp),
    active: Math.max(0, 1 - zero.share - tiny.share),
    largest,
  };
}

function edgeOf({ crossings, frame }: Region, edge: "sn-min" | "sp-max"): number | null {
  const isThere = ({ sn, sp }: Point): boolean =>
    Math.abs(edge === "sn-min" ? sn - frame.sn[0] : sp - frame.sp[1]) < 1e-12;
  const found = crossings.find(isThere);
  if (found === undefined) return null;
  return edge === "sn-min" ? found.sp : found.sn;
}

/** The whole change at once. */
export function changeNumbers(change: Change): ChangeNumbers {
  const steps = changing(change);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

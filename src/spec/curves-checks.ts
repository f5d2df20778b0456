import { InputError, shown, unknownName } from "../losses/errors.ts";
import { completeParams } from "../losses/params.ts";
import type { Loss } from "../losses/types.ts";
import type { CurveAxis, ResolvedBar, ResolvedCurve, ResolvedDraw, Side } from "./curves-resolved.ts";
import { figureLoss } from "./figure-loss.ts";
import { knownScale } from "./loss-scale.ts";
import type { QuantityId } from "./quantities.ts";

/** What a loss can and cannot show. Throws `InputError` naming the path. */
export function checkCurve(curve: ResolvedCurve, across: CurveAxis, path: string): void {
  const loss = figureLoss(curve.loss);
  const { draw } = curve;
  const isLine = draw.of === "slice" && draw.line !== undefined;
  if (isLine !== (across === "line"))
    throw new InputError(
      `invalid x.of: ${across}; expected ${isLine ? `line, for ${path}.draw.line` : `cosine, radians, degrees or chord, for ${path}.draw`}`,
    );
  if (curve.vary) checkFamily(curve, loss, path);
  for (const { params } of variedLosses(curve))
    checkDraw({ ...curve, loss: { ...curve.loss, params } }, loss, path);
}

/** A loss, and what of it a family varies. */
export type Family = Pick<ResolvedCurve, "loss" | "vary">;

/** One loss for each value that a curve varies; the loss itself where it varies nothing. */
export const variedLosses = ({ loss, vary }: Family): readonly ResolvedCurve["loss"][] =>
  vary === undefined
    ? [loss]
    : vary.values.map((value) => ({ ...loss, params: { ...loss.params, [vary.param]: value } }));

/** Throws `InputError` for a parameter that the loss lacks, and for a value out of its range. */
export function checkFamily({ loss: { params }, vary }: Family, loss: Loss, path: string): void {
  if (vary === undefined) return;
  if (!Object.hasOwn(loss.params, vary.param))
    throw unknownName("parameter", vary.param, Object.keys(loss.params));
  for (const [i, value] of vary.values.entries()) {
    try {
      completeParams(loss.params, { ...params, [vary.param]: value });
    } catch (error) {
      throw placed(error, `params.${vary.param}`, `${path}.vary.values[${i}]`);
    }
  }
}

const SIDE_OF_QUANTITY: Partial<Record<QuantityId, Side>> = {
  dSp: "positive",
  absDSp: "positive",
  embeddingP: "positive",
  dSn: "negative",
  absDSn: "negative",
  embeddingN: "negative",
};

/** The side of a loss that a curve is about; where the quantity does not say, a slice is about the one that moves. */
export function sideOf(draw: ResolvedDraw): Side {
  switch (draw.of) {
    case "positiveTransform":
      return "positive";
    case "negativeTransform":
      return "negative";
    case "slice":
      return SIDE_OF_QUANTITY[draw.quantity] ?? (draw.fixed && "sn" in draw.fixed ? "positive" : "negative");
    case "share":
    case "weight":
      return draw.side;
  }
}

function checkDraw(
  { loss: { params, gradient }, counts, draw }: ResolvedCurve,
  loss: Loss,
  path: string,
): void {
  if (draw.of !== "share" && draw.perScale) knownScale(loss, params, sideOf(draw), `${path}.draw.perScale`);
  switch (draw.of) {
    case "positiveTransform":
    case "negativeTransform":
      if (loss.plane(params, counts, gradient).coupling === "pointwise")
        throw new InputError(
          `invalid ${path}.draw.of: ${draw.of}; expected slice or weight, ${loss.id} has no transforms`,
        );
      return;
    case "slice":
      loss.plane(params, counts, gradient);
      return;
    case "share": {
      const formula = loss.formula(params);
      const aggregate = formula.coupling === "pointwise" ? "none" : formula.aggregate[draw.side];
      if (aggregate !== "logSumExp")
        throw new InputError(
          `invalid ${path}.draw.of: share; expected a loss whose ${draw.side}s meet in a log-sum-exp, not ${loss.id}`,
        );
      return;
    }
    case "weight": {
      const { positives, negatives } = draw.others;
      const set =
        draw.side === "positive"
          ? { positives: [...positives, 0.5], negatives }
          : { positives, negatives: [...negatives, 0.5] };
      tried(() => loss.evaluate(set, params, gradient), `${path}.draw.others`);
    }
  }
}

export function checkBar({ loss: choice, positives, negatives, member }: ResolvedBar, path: string): void {
  const members = member.side === "positive" ? positives : negatives;
  if (member.index >= members.length)
    throw new InputError(
      `invalid ${path}.member.index: ${shown(member.index)}; expected one of ${members.length} ${member.side}s`,
    );
  const loss = figureLoss(choice);
  tried(() => loss.evaluate({ positives, negatives }, choice.params, choice.gradient), path);
}

/** A set that a loss does not take is refused before anything is drawn. */
function tried(evaluate: () => unknown, path: string): void {
  try {
    evaluate();
  } catch (error) {
    throw placed(error, /^invalid (?=positives|negatives)/, `invalid ${path}.`);
  }
}

/** The same error with its path in the figure. */
const placed = (error: unknown, what: string | RegExp, by: string): unknown =>
  error instanceof InputError ? new InputError(error.message.replace(what, by)) : error;

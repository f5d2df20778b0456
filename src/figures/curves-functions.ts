import type { Loss } from "../losses/types.ts";
import { similarityAt } from "../plane/axis.ts";
import { quantityAt } from "../plane/quantity-at.ts";
import { sideOf, variedLosses } from "../spec/curves-checks.ts";
import type { CurveAxis, ResolvedCurve, ResolvedCurves } from "../spec/curves-resolved.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import { knownScale, type LossScale } from "../spec/loss-scale.ts";
import { curveNames } from "./curves-names.ts";
import { type GradientDensity, gradientDensity } from "./curves-density.ts";

/** One curve as an exact function of x; a family is several. */
export interface CurveFunction {
  readonly name: string;
  readonly loss: Loss;
  /** With the parameters of this member of a family. */
  readonly curve: ResolvedCurve;
  readonly at: (x: number) => number;
  /** What it is divided by. */
  readonly scale?: LossScale;
  readonly density?: GradientDensity;
}

/** Every curve of a figure, in the order given. */
export function curveFunctions({
  curves = [],
  x,
}: Pick<ResolvedCurves, "curves" | "x">): readonly CurveFunction[] {
  const each = curves.flatMap((curve) =>
    variedLosses(curve).map((loss) => ({ ...curve, loss, of: figureLoss(loss) })),
  );
  const names = curveNames(each);
  return each.map(({ of: loss, ...curve }, i) => ({
    name: names[i],
    loss,
    curve,
    ...evaluated(curve, loss, x.of),
  }));
}

function evaluated(
  { loss: { params, gradient }, counts, draw }: ResolvedCurve,
  loss: Loss,
  across: CurveAxis,
): Pick<CurveFunction, "at" | "scale" | "density"> {
  const form = loss.plane(params, counts, gradient);
  const similarity = (x: number): number => (across === "line" ? NaN : similarityAt(across, x));
  const scale = draw.of !== "share" && draw.perScale ? knownScale(loss, params, sideOf(draw)) : undefined;
  const divisor = scale?.value ?? 1;
  const divided = scale && { scale };
  switch (draw.of) {
    case "positiveTransform":
    case "negativeTransform": {
      if (form.coupling === "pointwise") return { at: () => NaN };
      const { value } = form[sideOf(draw)];
      return { at: (x) => value(similarity(x)) / divisor, ...divided };
    }
    case "slice": {
      const { fixed, line, quantity } = draw;
      const pairAt = (x: number) => {
        if (line) {
          const { from, to } = line;
          return { sn: from.sn + x * (to.sn - from.sn), sp: from.sp + x * (to.sp - from.sp) };
        }
        return { sn: similarity(x), sp: similarity(x), ...fixed };
      };
      const numberAt = quantityAt({ loss, params, counts, gradient }, quantity);
      return { at: (x) => numberAt(pairAt(x)) / divisor, ...divided };
    }
    case "share": {
      if (form.coupling === "pointwise") return { at: () => NaN };
      const density = gradientDensity(form, draw.side);
      return { at: (x) => density.at(similarity(x)), density };
    }
    case "weight": {
      const { positives, negatives } = draw.others;
      return {
        at: (x) => {
          const s = similarity(x);
          const set =
            draw.side === "positive"
              ? { positives: [...positives, s], negatives }
              : { positives, negatives: [...negatives, s] };
          const found = loss.evaluate(set, params, gradient)[`${draw.side}s`];
          return memberWeight(found, found.length - 1, draw.share) / divisor;
        },
        ...divided,
      };
    }
  }
}

/** |∂ℒ/∂s| of one member of a side, or its part of the side's sum. */
export function memberWeight(slopes: Float64Array, index: number, share: boolean): number {
  const size = Math.abs(slopes[index]);
  return share ? size / slopes.reduce((sum, slope) => sum + Math.abs(slope), 0) : size;
}

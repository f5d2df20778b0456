import type { Loss } from "../losses/types.ts";
import type { ResolvedBar, ResolvedCurves } from "../spec/curves-resolved.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import { gradientNote } from "./caption.ts";
import type { CurveFunction } from "./curves-functions.ts";
import { numberLabel } from "./ticks.ts";

/**
 * `Circle loss, γ = 256, m = 0.25` of the one loss that all share; only what all share of its parameters, without
 * those that the figure divides by.
 */
export function subtitleOf(
  losses: readonly ResolvedLoss[],
  named: boolean,
  divided: ReadonlySet<string> = new Set(),
): string {
  const [first] = losses;
  if (first === undefined || losses.some(({ id }) => id !== first.id)) return "";
  const loss = figureLoss(first);
  const shared = Object.entries(loss.params).flatMap(([id, spec]) => {
    if (divided.has(id) || losses.some(({ params }) => params[id] !== first.params[id])) return [];
    if (spec.kind === "number") return [`$${spec.symbol} = ${numberLabel(Number(first.params[id]))}$`];
    return first.params[id] === spec.default ? [] : [`${spec.label}: ${first.params[id]}`];
  });
  return [...(named ? [loss.name] : []), ...shared].join(", ");
}

/** Which gradient, where the figure shows one of a loss that detaches. */
function gradientSentences(
  losses: readonly { readonly loss: Loss; readonly choice: ResolvedLoss }[],
): string[] {
  return [
    ...new Set(
      losses
        .filter(({ loss }) => loss.detaches)
        .map(({ loss, choice }) => `${loss.name}: ${gradientNote(loss, choice.gradient)}.`),
    ),
  ];
}

const OF_VALUES = new Set(["loss", "logLoss", "z"]);

export function curvesCaption(
  figure: ResolvedCurves,
  functions: readonly CurveFunction[],
  { gaps, hidden, cut }: { readonly gaps: boolean; readonly hidden: boolean; readonly cut: boolean },
): string {
  const draws = functions.map(({ curve }) => curve.draw);
  const ofGradient = functions.filter(
    ({ curve: { draw } }) =>
      draw.of === "weight" || draw.of === "share" || (draw.of === "slice" && !OF_VALUES.has(draw.quantity)),
  );
  const still = new Set(
    draws.flatMap((draw) => {
      if (draw.of !== "slice" || draw.fixed === undefined) return [];
      return "sn" in draw.fixed
        ? [`$s_n = ${numberLabel(draw.fixed.sn)}$`]
        : [`$s_p = ${numberLabel(draw.fixed.sp)}$`];
    }),
  );
  return [
    ...(draws.some(({ of }) => of === "share")
      ? ["Density of the gradient over $s$, for many members with $s$ uniform on [−1, 1]."]
      : []),
    ...(still.size > 0 ? [`Slice at ${[...still].join(" and ")}.`] : []),
    ...gradientSentences(ofGradient.map(({ loss, curve }) => ({ loss, choice: curve.loss }))),
    ...(figure.readings.length > 0 ? ["Marks: readings."] : []),
    ...(gaps ? ["Gaps: no finite value."] : []),
    ...(cut ? ["Cut off at the frame: single values far beyond all others."] : []),
    ...(hidden ? ["Not on a logarithmic axis: values that are not above zero."] : []),
  ].join(" ");
}

export function barsCaption(figure: ResolvedCurves, bars: readonly ResolvedBar[]): string {
  return [
    figure.barHeight === "share"
      ? "Bars: $|∂ℒ/∂s|$ of one member, as its part of the sum over its side."
      : "Bars: $|∂ℒ/∂s|$ of one member among the others.",
    ...gradientSentences(bars.map(({ loss }) => ({ loss: figureLoss(loss), choice: loss }))),
    ...(figure.y.scale === "log" ? ["A logarithmic axis has no zero: dots instead of bars."] : []),
  ].join(" ");
}

import type { ResolvedCurves } from "../spec/curves-resolved.ts";
import type { CurveFunction } from "./curves-functions.ts";
import { featuresOf } from "./curves-features.ts";
import type { SampledCurve } from "./curves-sample.ts";
import type { Facts } from "./prepared.ts";

/** What JSON can carry of a number: what is not finite is null. */
const told = (y: number): number | null => (y - y === 0 ? y : null);

/** The numbers of one curve: at the readings, its zeros and extrema, where it has gaps, and how a density spreads. */
export function curveFacts(
  { x, readings }: ResolvedCurves,
  { name, loss, curve, at, density }: CurveFunction,
  { gaps, jumps }: SampledCurve,
): Facts {
  const { draw } = curve;
  const features = featuresOf(at, x.range);
  const places = (found: readonly { readonly x: number; readonly y: number }[]) =>
    found.map((each) => ({ ...each }));
  return {
    name,
    loss: loss.id,
    params: { ...curve.loss.params },
    gradient: curve.loss.gradient,
    of: draw.of,
    ...(draw.of === "slice" && { quantity: draw.quantity }),
    readings: readings.map((reading) => ({ x: reading, y: told(at(reading)) })),
    zeros: features.zeros,
    zeroStretches: features.zeroStretches,
    minima: places(features.minima),
    maxima: places(features.maxima),
    lowest: features.lowest && { ...features.lowest },
    highest: features.highest && { ...features.highest },
    gaps,
    jumps,
    ...(density &&
      draw.of === "share" && {
        hardest: draw.hardest.map((part) => ({ part, share: density.hardest(part) })),
        halfWidth: density.halfWidth,
      }),
  };
}

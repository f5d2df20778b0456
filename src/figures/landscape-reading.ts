import { planePoint } from "../losses/plane-form.ts";
import { quantityAt } from "../plane/quantity-at.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import { QUANTITIES } from "../spec/quantities.ts";
import type { LandscapeData } from "./landscape.ts";
import { row, type SayOfPair } from "./reading.ts";

/** Value and both gradient parts at a place, and what the colours show where that is another number. */
export function landscapeReading(figure: ResolvedLandscape, { loss, form }: LandscapeData): SayOfPair {
  const { params, gradient } = figure.loss;
  const { counts, quantity } = figure;
  const shownAt = SAID.has(quantity) ? null : quantityAt({ loss, params, counts, gradient }, quantity);
  return (point) => {
    const { value, dSp, dSn } = planePoint(form, point.sp, point.sn);
    return [
      row("value", "loss $ℒ$", value),
      row("dSp", "$∂ℒ/∂s_p$", dSp),
      row("dSn", "$∂ℒ/∂s_n$", dSn),
      ...(shownAt ? [row("shown", QUANTITIES[quantity].label, shownAt(point))] : []),
    ];
  };
}

const SAID: ReadonlySet<string> = new Set(["loss", "dSp", "dSn"]);

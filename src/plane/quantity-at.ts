import { formulas } from "../formula/formulas.ts";
import type { Point } from "../losses/curves.ts";
import type { Axes } from "../spec/axes.ts";
import type { QuantityId } from "../spec/quantities.ts";
import type { LossOnPlane } from "./engine.ts";
import { isSecond } from "./field.ts";
import { CHANNELS_OF, quantityNumbers } from "./quantity.ts";
import { sampleField } from "./sample.ts";

/** A quantity at single points of the plane, to the bit what a field has there. */
export function quantityAt(
  { loss, params, counts, gradient }: LossOnPlane,
  quantity: QuantityId,
): (point: Point) => number {
  const channels = CHANNELS_OF[quantity];
  const [channel] = channels;
  if (isSecond(channel)) {
    const { bindProgram, compileLoss, parameterNumbers } = formulas.now;
    const program = compileLoss(loss, params, gradient, channels);
    const bound = bindProgram(program, parameterNumbers(loss, params), counts);
    return ({ sn, sp }) => bound.at(sp, sn)[channel];
  }
  const form = loss.plane(params, counts, gradient);
  return ({ sn, sp }) => {
    const axes: Axes = {
      negative: { unit: "cosine", range: [sn, sn] },
      positive: { unit: "cosine", range: [sp, sp] },
      horizontal: "negative",
    };
    return quantityNumbers(sampleField(form, axes, { columns: 1, rows: 1, channels }), quantity)[0];
  };
}

import { compileLoss, parameterNumbers } from "../../formula/compile.ts";
import type { KernelModule } from "../../kernels/instance.ts";
import type { Axes } from "../../spec/axes.ts";
import type { LossOnPlane } from "../engine.ts";
import { fillField } from "../fast/fill.ts";
import { type FastOptions, isFast } from "../fast/plan.ts";
import { type Channel, type Field, isSecond } from "../field.ts";
import { sampleProgram } from "../tiles/sample-program.ts";

const isPointwise = ({ loss, params }: Pick<LossOnPlane, "loss" | "params">): boolean =>
  loss.formula(params).coupling === "pointwise";

/**
 * Whether kernels can fill these channels well and at once: not second derivatives, and not the logarithm of a loss that
 * states its value as a whole, by formulae that lose what lies below the last digit of 1.
 */
export const isLive = (on: Pick<LossOnPlane, "loss" | "params">, channels: readonly Channel[]): boolean =>
  !channels.some(isSecond) &&
  !(channels.includes("logValue") && on.loss.text === undefined && isPointwise(on));

/** Of logarithms, and of ratios, the digits that single precision lacks are seen. */
const isDelicate = (channels: readonly Channel[]): boolean =>
  channels.length > 1 || channels.includes("logValue") || channels.includes("paceRatio");

/**
 * A field for a picture that lasts as long as a finger rests nowhere: by kernels, in the precision asked for or, where a
 * program's would not do, in double.
 */
export function liveField(
  { loss, params, counts, gradient }: LossOnPlane,
  axes: Axes,
  options: FastOptions,
  kernels: KernelModule,
): Field {
  const isTyped = loss.text !== undefined && isPointwise({ loss, params });
  const form = isTyped ? undefined : loss.plane(params, counts, gradient);
  if (form && isFast(form, options.channels)) return fillField(form, axes, options, kernels);
  const program = compileLoss(loss, params, gradient, options.channels);
  const isSingle = options.precision === 32 && !isDelicate(options.channels);
  const own = isSingle ? kernels.single : kernels.double;
  return sampleProgram(program, parameterNumbers(loss, params), counts, axes, { ...options, kernels: own });
}

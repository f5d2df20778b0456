import { formulas } from "../formula/formulas.ts";
import type { Params } from "../losses/params.ts";
import type { Counts, GradientMode, Loss } from "../losses/types.ts";
import type { Axes } from "../spec/axes.ts";
import { type Field, isSecond } from "./field.ts";
import { sampleField, type SampleOptions } from "./sample.ts";
import { programs } from "./tiles/programs.ts";

/** A loss with its numbers: what an engine needs to know of it. */
export interface LossOnPlane {
  readonly loss: Loss;
  readonly params: Params;
  readonly counts: Counts;
  readonly gradient: GradientMode;
}

/**
 * Fills a field on the CPU in double precision: a built-in loss, and typed transforms, from their closed form; a typed
 * plane formula, and second derivatives of any loss, from its program, in tiles.
 */
export function sampleLoss(
  { loss, params, counts, gradient }: LossOnPlane,
  axes: Axes,
  options: SampleOptions,
): Field {
  if (!isPlaneFormula(loss, params)) {
    const closed = options.channels.filter((channel) => !isSecond(channel));
    const second = options.channels.filter(isSecond);
    const field = sampleField(loss.plane(params, counts, gradient), axes, { ...options, channels: closed });
    if (second.length === 0) return field;
    const more = fromProgram({ loss, params, counts, gradient }, axes, { ...options, channels: second });
    return { ...more, channels: { ...field.channels, ...more.channels } };
  }
  return fromProgram({ loss, params, counts, gradient }, axes, options);
}

function fromProgram(
  { loss, params, counts, gradient }: LossOnPlane,
  axes: Axes,
  options: SampleOptions,
): Field {
  const { compileLoss, parameterNumbers } = formulas.now;
  const program = compileLoss(loss, params, gradient, options.channels);
  return programs.now.sampleProgram(program, parameterNumbers(loss, params), counts, axes, options);
}

const isPlaneFormula = (loss: Loss, params: Params): boolean =>
  loss.text !== undefined && loss.formula(params).coupling === "pointwise";

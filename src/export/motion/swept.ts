import { InputError, shown, unknownName } from "../../losses/errors.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import { type FigureSpec, type ResolvedFigure, resolveFigure } from "../../spec/figure.ts";
import type { SweepOptions } from "../options.ts";

/** What turns a surface, beside the parameters of its loss. */
export const AZIMUTH = "azimuth";

const FEWEST = 2;
const MOST = 600;

/**
 * The figures of an animation, from one end of the sweep to the other, evenly by the parameter's own scale. Throws
 * `InputError` for a figure without a loss of its own, an unknown parameter, and numbers that are not legal.
 */
export function sweptFigures(spec: FigureSpec, sweep: SweepOptions): ResolvedFigure[] {
  const { frames, seconds } = sweep;
  if (!(Number.isInteger(frames) && frames >= FEWEST && frames <= MOST))
    throw new InputError(
      `invalid frames: ${shown(frames)}; expected a whole number from ${FEWEST} to ${MOST}`,
    );
  if (!(seconds > 0 && seconds <= 600))
    throw new InputError(`invalid seconds: ${shown(seconds)}; expected more than 0, at most 600`);
  const figure = resolveFigure(spec);
  if (!("loss" in figure))
    throw new InputError(
      `a figure of kind ${figure.kind} has no one loss; expected one whose parameters can move`,
    );
  const values = valuesOf(figure, sweep);
  // what is wrong with an end is said of the end
  at(figure, sweep.param, sweep.to);
  return values.map((value) => at(figure, sweep.param, value));
}

type Movable = Extract<ResolvedFigure, { readonly loss: unknown }>;

function at(figure: Movable, param: string, value: number): ResolvedFigure {
  if (param === AZIMUTH && figure.kind === "surface")
    return { ...figure, camera: { ...figure.camera, azimuth: ((((value + 180) % 360) + 360) % 360) - 180 } };
  return resolveFigure({
    ...figure,
    loss: { ...figure.loss, params: { ...figure.loss.params, [param]: value } },
  } as FigureSpec);
}

function valuesOf(figure: Movable, { param, from, to, frames }: SweepOptions): number[] {
  for (const [name, end] of Object.entries({ from, to }))
    if (!Number.isFinite(end)) throw new InputError(`invalid ${name}: ${shown(end)}; expected a number`);
  const { params } = figureLoss(figure.loss);
  const isTurn = param === AZIMUTH && figure.kind === "surface";
  const spec = Object.hasOwn(params, param) ? params[param] : undefined;
  if (!isTurn && spec?.kind !== "number") {
    const numbers = Object.keys(params).filter((id) => params[id].kind === "number");
    throw unknownName("parameter", param, figure.kind === "surface" ? [...numbers, AZIMUTH] : numbers);
  }
  const isLog = !isTurn && spec?.kind === "number" && spec.scale === "log" && from > 0 && to > 0;
  return Array.from({ length: frames }, (_, i) => {
    const part = i / (frames - 1);
    const value = isLog ? from * (to / from) ** part : from + part * (to - from);
    // as a person would write it: the figure shows the number
    return i === 0 ? from : i === frames - 1 ? to : Number(value.toPrecision(4));
  });
}

import { type Axes, type Axis, LEGAL_RANGE, USUAL_RANGE } from "../../spec/axes.ts";
import type { FigureSpec, ResolvedFigure } from "../../spec/figure.ts";

/** Less than this part of the legal range cannot be told apart on its axis. */
const LEAST = 1e-4;

/** An axis with its range scaled round a part of it and moved by parts of it, inside what is legal. */
export function movedAxis({ unit, range }: Axis, around: number, factor: number, by: number): Axis {
  const [low, high] = LEGAL_RANGE[unit];
  const [start, end] = range;
  const sign = Math.sign(end - start);
  const length = Math.min(high - low, Math.max((high - low) * LEAST, Math.abs(end - start) * factor));
  const centre = start + (end - start) * around;
  const first = centre - sign * length * around - sign * length * by;
  const least = Math.min(first, first + sign * length);
  const shifted = Math.min(high - length, Math.max(low, least));
  const ends = [shifted, shifted + length].map((each) => Number(each.toPrecision(6)));
  return { unit, range: sign < 0 ? [ends[1], ends[0]] : [ends[0], ends[1]] };
}

/** Any part of a figure that has the two similarities for axes. */
interface Planar {
  readonly axes: Axes;
}

type MoveAxes = (axes: Axes) => Axes;

/** The plane nearer or farther, or moved: parts of the frame from the left and from the bottom. */
export const movedBy =
  (
    [across, up]: readonly [number, number],
    factor: number,
    [right, upwards]: readonly [number, number] = [0, 0],
  ): MoveAxes =>
  (axes) => {
    const { horizontal } = axes;
    const vertical = horizontal === "negative" ? "positive" : "negative";
    return {
      ...axes,
      [horizontal]: movedAxis(axes[horizontal], across, factor, right),
      [vertical]: movedAxis(axes[vertical], up, factor, upwards),
    };
  };

/** The plane as it usually is. */
export const asUsual: MoveAxes = (axes) => ({
  ...axes,
  negative: usualAxis(axes.negative),
  positive: usualAxis(axes.positive),
});

const usualAxis = ({ unit }: Axis): Axis => ({ unit, range: USUAL_RANGE[unit] });

const isPlanar = (part: object): part is Planar => "axes" in part;

/** Whether a figure, or a panel of it, is over the plane of similarities. */
export const hasPlane = (figure: ResolvedFigure): boolean =>
  figure.kind === "panels" ? figure.panels.some((panel) => isPlanar(panel.figure)) : isPlanar(figure);

/** The figure with its plane moved; of panels all together. */
export function withPlane(figure: ResolvedFigure, move: MoveAxes): FigureSpec {
  const moved = <Part extends object>(part: Part): Part =>
    isPlanar(part) ? { ...part, axes: move(part.axes) } : part;
  if (figure.kind !== "panels") return moved(figure);
  return { ...figure, panels: figure.panels.map((panel) => ({ ...panel, figure: moved(panel.figure) })) };
}

import type { Axis } from "../../spec/axes.ts";
import { LEGAL_RANGE, USUAL_RANGE } from "../../spec/axes.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";

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

/** The same plane, nearer or farther, or moved: parts of the frame from the left and from the bottom. */
export function movedPlane(
  figure: ResolvedLandscape,
  [across, up]: readonly [number, number],
  factor: number,
  [right, upwards]: readonly [number, number] = [0, 0],
): ResolvedLandscape {
  const { axes } = figure;
  const horizontal = axes.horizontal;
  const vertical = horizontal === "negative" ? "positive" : "negative";
  return {
    ...figure,
    axes: {
      ...axes,
      [horizontal]: movedAxis(axes[horizontal], across, factor, right),
      [vertical]: movedAxis(axes[vertical], up, factor, upwards),
    },
  };
}

/** The plane as it usually is. */
export const usualPlane = (figure: ResolvedLandscape): ResolvedLandscape => ({
  ...figure,
  axes: {
    ...figure.axes,
    negative: usualAxis(figure.axes.negative),
    positive: usualAxis(figure.axes.positive),
  },
});

const usualAxis = ({ unit }: Axis): Axis => ({ unit, range: USUAL_RANGE[unit] });

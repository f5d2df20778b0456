import { inWords } from "../number-words.ts";
import type { AnswerNumbers } from "./answers.ts";
import type { ChangeNumbers, ChangeSide } from "./change.ts";

/** What every language decides alike before it says a thing. */

/** 0.9999999 is not 1. */
export const probabilityText = (p: number): string =>
  p < 0.999 ? inWords(p) : isCertain(p) ? "1" : `1 − ${inWords(1 - p)}`;

/** To twelve digits. */
export const isCertain = (p: number): boolean => 1 - p < 1e-12;

/** Degrees below which an angle is none. */
export const NO_ANGLE = 1e-6;

/** The angle in degrees at which a scale reaches probability 1/2 with all others at 90°; null where none does. */
export function halfAngle(classes: number, scale: number): number | null {
  const cosine = Math.log(classes - 1) / scale;
  return cosine > 1 ? null : (Math.acos(cosine) * 180) / Math.PI;
}

/** Whether a margin asks for the same gap wherever the positive is; that gap, or null. */
export const gapEverywhere = ({ near, usual, far }: AnswerNumbers["margin-as-gap"]): number | null =>
  near !== null &&
  usual !== null &&
  far !== null &&
  Math.max(near, usual, far) - Math.min(near, usual, far) < 1e-9
    ? usual
    : null;

/** Whether the circle is the paper's, with one m for all: radius √2 m. */
export const isReduced = ({ optima, radius }: AnswerNumbers["circle"]): boolean =>
  optima !== null &&
  Math.abs(radius - Math.SQRT2 * optima.Dn) < 1e-12 &&
  Math.abs(optima.Op - 1 - optima.Dn) < 1e-12 &&
  optima.On === -optima.Dn &&
  Math.abs(optima.Dp - 1 + optima.Dn) < 1e-12;

/** The parameter as it is written, and which way it goes. */
export function moveOf({ symbol, from, to }: ChangeNumbers): {
  readonly name: string;
  readonly way: "up" | "down" | "other";
} {
  const isNumber = typeof from.value === "number" && typeof to.value === "number";
  return {
    name: isNumber ? `$${symbol}$` : symbol,
    way: !isNumber ? "other" : Number(to.value) > Number(from.value) ? "up" : "down",
  };
}

/** By what the gradient's length is multiplied, where that says something. */
export function slopeRatio({ from, to }: ChangeNumbers): number | null {
  const ratio = to.slope / from.slope;
  return Number.isFinite(ratio) && ratio > 0 && Math.abs(ratio - 1) > 1e-9 ? ratio : null;
}

export interface EdgeMove {
  readonly edge: "left" | "upper";
  readonly symbol: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** How the boundary moves along the edges that it meets before or after. */
export const edgeMoves = (from: ChangeSide, to: ChangeSide): EdgeMove[] =>
  [
    { edge: "left", symbol: "$s_p$", from: from.atLeft, to: to.atLeft } as const,
    { edge: "upper", symbol: "$s_n$", from: from.atTop, to: to.atTop } as const,
  ].filter((move) =>
    move.from === null || move.to === null ? move.from !== move.to : !(Math.abs(move.from - move.to) < 1e-12),
  );

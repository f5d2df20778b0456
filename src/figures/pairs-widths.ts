import type { ResolvedPairs } from "../spec/pairs.ts";

/** Pixels of the widest and the thinnest edge. */
export interface WidthRange {
  readonly most: number;
  readonly least: number;
}

/**
 * The width for a derivative beside the largest of its sign, as a part of the widest: itself, or one less a step for
 * each power of ten below it. 0 where it is 0.
 */
export function widthPart(
  size: number,
  largest: number,
  { width, decades }: Pick<ResolvedPairs, "width" | "decades">,
): number {
  if (size === 0 || largest === 0) return 0;
  const part = size / largest;
  return width === "linear" ? part : Math.max(0, 1 + Math.log10(part) / decades);
}

/** Pixels for an edge, never less than the thinnest. */
export function edgeWidth(
  derivative: number,
  largest: { readonly pull: number; readonly push: number },
  figure: Pick<ResolvedPairs, "width" | "decades">,
  { most, least }: WidthRange,
): number {
  const part = widthPart(Math.abs(derivative), derivative < 0 ? largest.pull : largest.push, figure);
  return Math.max(least, most * part);
}

import type { BoundTransform } from "../losses/types.ts";

/** The slope of a transform that has the same one everywhere. */
export function straightSlope(transform: BoundTransform | undefined): number | null {
  if (transform === undefined) return null;
  const first = transform.slope(-0.97);
  const isStraight = Array.from({ length: 40 }, (_, i) => transform.slope(-0.97 + i * 0.0497)).every(
    (slope) => Math.abs(slope - first) <= 1e-12 * Math.abs(first),
  );
  return isStraight && first !== 0 ? first : null;
}

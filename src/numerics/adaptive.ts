import { integrate } from "./quadrature.ts";

const PIECES = 16;
const DEEPEST = 48;

/**
 * ∫ f over [from, to], with kinks and jumps inside where they may be: pieces are halved until halving changes nothing
 * beyond `tolerance` times the whole. About 1e-12 relative unless `f` has a peak narrower than a thousandth of the range.
 */
export function integrateAdaptively(
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance = 1e-13,
): number {
  const step = (to - from) / PIECES;
  const ends = Array.from({ length: PIECES + 1 }, (_, i) => (i === PIECES ? to : from + i * step));
  const rough = ends.slice(1).map((end, i) => integrate(f, ends[i], end));
  const size = rough.reduce((sum, each) => sum + Math.abs(each), 0);
  return rough.reduce((sum, each, i) => sum + refined(f, ends[i], ends[i + 1], each, tolerance * size, 0), 0);
}

function refined(
  f: (x: number) => number,
  from: number,
  to: number,
  whole: number,
  allowed: number,
  depth: number,
): number {
  const middle = (from + to) / 2;
  const left = integrate(f, from, middle);
  const right = integrate(f, middle, to);
  if (depth >= DEEPEST || !(Math.abs(left + right - whole) > allowed)) return left + right;
  return (
    refined(f, from, middle, left, allowed, depth + 1) + refined(f, middle, to, right, allowed, depth + 1)
  );
}

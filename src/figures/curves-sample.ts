import { LARGEST } from "./ends.ts";

/** A curve as points that may be joined: x0, y0, x1, y1 … in the units of the axes. */
export interface SampledCurve {
  /** Between two stretches there is a jump, or nothing to draw. */
  readonly stretches: readonly (readonly number[])[];
  /** Where there is no finite value, in order. */
  readonly gaps: readonly (readonly [number, number])[];
  readonly jumps: readonly number[];
  /** The finite values that a frame should show, lowest and highest; NaN where there is none. */
  readonly low: number;
  readonly high: number;
  /** Whether there are values beyond those two. */
  readonly cut: boolean;
}

const STEPS = 480;
/** Halvings of a step until what still differs is a jump: 2⁻⁴⁴ of the range is at the edge of what doubles tell. */
const DEEPEST = 36;
const ENOUGH = 10;

/** From this part of the height on a rise that does not end when x is halved is a jump. */
const JUMP = 0.004;
/** A single value this many times beyond all others is the clipped end of an infinite one. */
const FAR = 1e4;
const TAIL = 0.005;

const isFinite = (y: number): boolean => Math.abs(y) <= LARGEST;

/** Nodes from one end of x to the other, both included. */
export const nodesAcross = ([start, end]: readonly [number, number], steps = STEPS): number[] =>
  Array.from({ length: steps + 1 }, (_, i) => (i === steps ? end : start + (i * (end - start)) / steps));

/**
 * Points of `f`, closer where it bends, so that straight lines between them are within a two-thousandth of the height.
 * What is not finite is a gap, found to the last digits; so is the place of a jump.
 */
export function sampleCurve(f: (x: number) => number, range: readonly [number, number]): SampledCurve {
  const xs = nodesAcross(range);
  const ys = xs.map(f);
  const finite = ys.filter(isFinite);
  const [low, high] = shownRange(finite);
  const height = high - low;
  // how a curve runs far outside the frame does not matter
  const held = (y: number): number => Math.min(high + height, Math.max(low - height, y));
  const stretches: number[][] = [];
  const gaps: [number, number][] = [];
  const jumps: number[] = [];
  let points: number[] = [];
  const close = (): void => {
    if (points.length > 0) stretches.push(points);
    points = [];
  };
  const refine = (a: number, atA: number, b: number, atB: number, depth: number): void => {
    const middle = (a + b) / 2;
    const atMiddle = f(middle);
    if (!isFinite(atMiddle)) {
      const edges = [finiteEdge(f, a, middle), finiteEdge(f, b, middle)] as const;
      points.push(edges[0], f(edges[0]));
      close();
      gaps.push([...edges]);
      points.push(edges[1], f(edges[1]), b, atB);
      return;
    }
    const rise = Math.abs(held(atB) - held(atA));
    const bend = Math.abs(held(atMiddle) - (held(atA) + held(atB)) / 2);
    const isStraight = bend <= 5e-4 * height && (depth > 0 || rise <= JUMP * height);
    if (isStraight || (depth >= ENOUGH && rise <= JUMP * height)) points.push(b, atB);
    else if (depth >= DEEPEST || middle === a || middle === b) {
      if (isJump(middle, atB - atA)) {
        close();
        jumps.push(middle);
      }
      points.push(b, atB);
    } else {
      refine(a, atA, middle, atMiddle, depth + 1);
      refine(middle, atMiddle, b, atB, depth + 1);
    }
  };
  // beside a jump little happens; beside a pole, and on the stairs that rounding makes of one, a great deal
  const reach = 1e-6 * Math.abs(range[1] - range[0]);
  const [first, last] = [Math.min(...range), Math.max(...range)];
  const direction = Math.sign(range[1] - range[0]);
  const isJump = (x: number, rise: number): boolean => {
    const [before, after] = [-reach, reach].map((by) =>
      f(Math.min(last, Math.max(first, x + direction * by))),
    );
    return !(Math.abs(after - before - rise) > 0.5 * Math.abs(rise));
  };
  let gapFrom: number | undefined;
  if (isFinite(ys[0])) points.push(xs[0], ys[0]);
  else gapFrom = xs[0];
  for (let i = 1; i < xs.length; i++) {
    const [before, now] = [isFinite(ys[i - 1]), isFinite(ys[i])];
    if (before && now) refine(xs[i - 1], ys[i - 1], xs[i], ys[i], 0);
    else if (before) {
      const edge = finiteEdge(f, xs[i - 1], xs[i]);
      if (edge !== xs[i - 1]) refine(xs[i - 1], ys[i - 1], edge, f(edge), 0);
      close();
      gapFrom = edge;
    } else if (now) {
      const edge = finiteEdge(f, xs[i], xs[i - 1]);
      if (gapFrom !== undefined) gaps.push([gapFrom, edge]);
      gapFrom = undefined;
      points.push(edge, f(edge));
      if (edge !== xs[i]) refine(edge, f(edge), xs[i], ys[i], 0);
    }
  }
  close();
  if (gapFrom !== undefined) gaps.push([gapFrom, xs[xs.length - 1]]);
  const cut = finite.some((y) => y < low || y > high);
  return { stretches, gaps, jumps, low, high, cut };
}

/** From the lowest to the highest value, without single ones far beyond the rest; NaN of none. */
export function shownRange(values: readonly number[]): readonly [number, number] {
  if (values.length === 0) return [NaN, NaN];
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
  const [low, high] = [sorted[0], sorted[sorted.length - 1]];
  const spread = at(1 - TAIL) - at(TAIL) || high - low;
  return [
    at(TAIL) - low > FAR * spread ? at(TAIL) : low,
    high - at(1 - TAIL) > FAR * spread ? at(1 - TAIL) : high,
  ];
}

/** The last finite place between one that is and one that is not. */
function finiteEdge(f: (x: number) => number, finite: number, other: number): number {
  let [inside, outside] = [finite, other];
  for (let i = 0; i < 52; i++) {
    const middle = (inside + outside) / 2;
    if (isFinite(f(middle))) inside = middle;
    else outside = middle;
  }
  return inside;
}

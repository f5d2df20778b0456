import { lowestIn } from "../numerics/extrema.ts";
import { bisect } from "../numerics/quadrature.ts";
import { nodesAcross } from "./curves-sample.ts";

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is remarkable of a curve between the ends of x, found on the function itself. */
export interface Features {
  /** Where it passes or touches zero. */
  readonly zeros: readonly number[];
  /** Where it is zero all along. */
  readonly zeroStretches: readonly (readonly [number, number])[];
  readonly minima: readonly Place[];
  readonly maxima: readonly Place[];
  /** Ends included; null where nothing is finite. */
  readonly lowest: Place | null;
  readonly highest: Place | null;
}

const STEPS = 960;
/** What counts as equal, of the whole height: below it, neighbouring values differ by rounding only. */
const EQUAL = 1e-12;
/** Zeros nearer than this are one, and shorter stretches none, of the whole range: cosines are flat at their ends. */
const NEAR = 1e-9;
const SHORTEST = 1e-7;
const JUMP = 1e-4;

export function featuresOf(f: (x: number) => number, range: readonly [number, number]): Features {
  const xs = nodesAcross([Math.min(...range), Math.max(...range)], STEPS);
  const ys = xs.map(f);
  const finite = ys.filter((y) => y - y === 0);
  const height = Math.max(...finite) - Math.min(...finite);
  const minima = lowPlaces(f, xs, ys, height);
  const maxima = lowPlaces(
    (x) => -f(x),
    xs,
    ys.map((y) => -y),
    height,
  ).map(({ x, y }) => ({ x, y: -y + 0 }));
  const ends = [xs[0], xs[xs.length - 1]].map((x) => ({ x, y: f(x) }));
  const places = [...ends, ...minima, ...maxima, ...xs.map((x, i) => ({ x, y: ys[i] }))].filter(
    ({ y }) => y - y === 0,
  );
  const best = (isBetter: (a: number, b: number) => boolean): Place | null =>
    places.reduce<Place | null>(
      (found, place) => (found === null || isBetter(place.y, found.y) ? place : found),
      null,
    );
  const { zeros, zeroStretches } = zerosOf(f, xs, ys);
  const touched = [...minima, ...maxima].filter(
    ({ x, y }) => Math.abs(y) <= EQUAL * height && !zeroStretches.some(([from, to]) => x >= from && x <= to),
  );
  const span = xs[xs.length - 1] - xs[0];
  return {
    zeros: [...zeros, ...touched.map(({ x }) => x)]
      .toSorted((a, b) => a - b)
      .filter((x, i, all) => i === 0 || x - all[i - 1] > NEAR * span),
    zeroStretches,
    minima,
    maxima,
    lowest: best((a, b) => a < b),
    highest: best((a, b) => a > b),
  };
}

function zerosOf(
  f: (x: number) => number,
  xs: readonly number[],
  ys: readonly number[],
): Pick<Features, "zeros" | "zeroStretches"> {
  const zeros: number[] = [];
  const zeroStretches: [number, number][] = [];
  const isZero = (x: number): number => (f(x) === 0 ? 1 : -1);
  for (let i = 0; i < xs.length; i++) {
    if (ys[i] === 0) {
      const first = i;
      while (ys[i + 1] === 0) i++;
      const from = first === 0 ? xs[0] : bisect(isZero, xs[first - 1], xs[first]);
      const to = i === xs.length - 1 ? xs[i] : bisect(isZero, xs[i], xs[i + 1]);
      if (to - from > SHORTEST * (xs[xs.length - 1] - xs[0])) zeroStretches.push([from, to]);
      else zeros.push(xs[first]);
    }
    if ((ys[i] < 0 && ys[i + 1] > 0) || (ys[i] > 0 && ys[i + 1] < 0)) {
      const zero = bisect(f, xs[i], xs[i + 1]);
      // a jump across zero is none, nor is a pole
      const size = Math.abs(ys[i]) + Math.abs(ys[i + 1]);
      if (size < Infinity && Math.abs(f(zero)) <= 1e-6 * size) zeros.push(zero);
    }
  }
  return { zeros, zeroStretches };
}

/** Lowest places between higher ones; a level floor of more than two nodes is none. */
function lowPlaces(
  f: (x: number) => number,
  xs: readonly number[],
  ys: readonly number[],
  height: number,
): Place[] {
  const found: Place[] = [];
  const equal = EQUAL * height;
  const reach = NEAR * (xs[xs.length - 1] - xs[0]);
  for (let i = 1; i < xs.length - 1; i++) {
    const isLevel = Math.abs(ys[i + 1] - ys[i]) <= equal;
    const after = isLevel ? i + 2 : i + 1;
    if (!(ys[i - 1] > ys[i] + equal && ys[after] > ys[after - 1] + equal)) continue;
    const x = lowestIn(f, xs[i - 1], xs[after]);
    const y = f(x);
    // the end of a jump is none: beside it the values are others
    const beside = [-reach, reach].map((by) => Math.abs(f(x + by) - y));
    if (beside.every((rise) => rise <= JUMP * height)) found.push({ x, y });
  }
  return found;
}

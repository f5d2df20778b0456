const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Slope of `f` by the central rule of eighth order: exact for polynomials up to the eighth degree. */
const slopeOf = (f: (x: number) => number, x: number, step: number): number =>
  ((4 / 5) * (f(x + step) - f(x - step)) -
    (1 / 5) * (f(x + 2 * step) - f(x - 2 * step)) +
    (4 / 105) * (f(x + 3 * step) - f(x - 3 * step)) -
    (1 / 280) * (f(x + 4 * step) - f(x - 4 * step))) /
  step;

/**
 * Where `f`, which falls and then rises between `low` and `high`, is lowest. Comparing values alone places a smooth
 * minimum to half the digits only: from there the zero of the slope is sought, and taken where the value there is as
 * low, which it is not beside a kink.
 */
export function lowestIn(f: (x: number) => number, low: number, high: number): number {
  const near = goldenSection(f, low, high);
  const room = Math.min(near - low, high - near) / 8;
  for (const step of [room, room / 8, room / 64]) {
    const found = zeroOfSlope(f, near, step);
    if (found !== undefined && f(found) <= f(near) + 4 * Number.EPSILON * Math.abs(f(near))) return found;
  }
  return near;
}

/** The zero of the slope within a step of `near`, by secants. */
function zeroOfSlope(f: (x: number) => number, near: number, step: number): number | undefined {
  if (!(step > 0)) return undefined;
  let [a, b] = [near - step / 2, near + step / 2];
  let [atA, atB] = [slopeOf(f, a, step), slopeOf(f, b, step)];
  if (!(atA < 0 && atB > 0)) return undefined;
  for (let i = 0; i < 40 && Math.abs(b - a) > 1e-15 && atA !== atB; i++) {
    const next = b - (atB * (b - a)) / (atB - atA);
    if (!(Math.abs(next - near) <= step)) return undefined;
    [a, atA, b, atB] = [b, atB, next, slopeOf(f, next, step)];
    if (atB === 0) break;
  }
  return b;
}

function goldenSection(f: (x: number) => number, low: number, high: number): number {
  let a = high - GOLDEN * (high - low);
  let b = low + GOLDEN * (high - low);
  let [atA, atB] = [f(a), f(b)];
  for (let i = 0; i < 80 && low < a && a < b && b < high; i++) {
    if (atA <= atB) {
      [high, b, atB] = [b, a, atA];
      a = high - GOLDEN * (high - low);
      atA = f(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + GOLDEN * (high - low);
      atB = f(b);
    }
  }
  return atA <= atB ? a : b;
}

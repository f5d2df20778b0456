/**
 * The cosine s of two unit vectors, the angle θ = arccos s and the chord d = √(2 − 2s) between them.
 * At s = ±1 the derivatives of θ and d are infinite; the reciprocals below then take the value they have
 * at the nearest double inside, so that every gradient stays finite and keeps its sign.
 */

/** √(2·2⁻⁵³): the smallest chord that a double s < 1 can have, and the smallest sin θ beside s = ±1. */
const SMALLEST = Math.sqrt(2 ** -52);

/** θ = arccos s in [0, π]; s beyond ±1 by rounding counts as ±1. */
export const angleOf = (s: number): number => Math.acos(s > 1 ? 1 : s < -1 ? -1 : s);

/** sin θ = √((1 − s)(1 + s)), free of the cancellation in √(1 − s²). */
export const sineOf = (s: number): number => Math.sqrt(Math.max(0, (1 - s) * (1 + s)));

/** d = √(2 − 2s) in [0, 2]. */
export const chordOf = (s: number): number => Math.sqrt(Math.max(0, 2 - 2 * s));

/** 1 / sin θ = −dθ/ds. */
export const inverseSineOf = (s: number): number => 1 / Math.max(SMALLEST, sineOf(s));

/** 1 / d = −dd/ds. */
export const inverseChordOf = (s: number): number => 1 / Math.max(SMALLEST, chordOf(s));

/** Up to this multiple of an angle Chebyshev's recursion is used: shorter than trigonometry, and exact at s = ±1. */
const MOST_STEPS = 64;

const isChebyshev = (m: number): boolean => Number.isInteger(m) && m >= 0 && m <= MOST_STEPS;

/** cos(mθ): Chebyshev's T_m for small whole m. */
export function multipleCosineOf(s: number, m: number): number {
  if (!isChebyshev(m)) return Math.cos(m * angleOf(s));
  let [before, now] = [1, s];
  for (let i = 1; i < m; i++) [before, now] = [now, 2 * s * now - before];
  return m === 0 ? 1 : now;
}

/** sin(mθ) / sin θ: Chebyshev's U_{m−1} for small whole m, exact at s = ±1; m itself at s = 1. */
export function multipleSineRatioOf(s: number, m: number): number {
  if (!isChebyshev(m)) return s === 1 ? m : Math.sin(m * angleOf(s)) * inverseSineOf(s);
  let [before, now] = [0, 1];
  for (let i = 1; i < m; i++) [before, now] = [now, 2 * s * now - before];
  return m === 0 ? 0 : now;
}

/** sin(mθ) */
export const multipleSineOf = (s: number, m: number): number =>
  isChebyshev(m) ? multipleSineRatioOf(s, m) * sineOf(s) : Math.sin(m * angleOf(s));

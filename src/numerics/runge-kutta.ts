/** A point, or a velocity, of as many numbers as there are axes. */
export type Vector = readonly number[];

export interface RungeKuttaStep {
  readonly to: Vector;
  /** How far the fourth-order answer lies from the fifth-order one, number by number. */
  readonly error: Vector;
}

/** Rows of the Butcher tableau of Dormand and Prince (1980); the last is the fifth-order answer. */
const STAGES: readonly Vector[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const FOURTH: Vector = [5179 / 57600, 0, 7571 / 16695, 393 / 640, -92097 / 339200, 187 / 2100, 1 / 40];

/** One step of length `h` of dx/dt = velocity(x). */
export function rungeKuttaStep(velocity: (at: Vector) => Vector, from: Vector, h: number): RungeKuttaStep {
  const slopes: Vector[] = [velocity(from)];
  let to = from;
  for (const row of STAGES) {
    to = along(from, slopes, row, h);
    slopes.push(velocity(to));
  }
  const rough = along(from, slopes, FOURTH, h);
  return { to, error: to.map((x, i) => Math.abs(x - rough[i])) };
}

const along = (from: Vector, slopes: readonly Vector[], weights: Vector, h: number): Vector =>
  from.map((x, axis) => x + h * weights.reduce((sum, weight, i) => sum + weight * slopes[i][axis], 0));

/** The lowest and the highest tone, in Hz: two octaves and a third, well inside what every loudspeaker has. */
export const LOWEST = 220;
export const HIGHEST = 1100;

/**
 * A curve as tones: equal steps of a number are equal intervals, from the least number to the greatest. Where there is
 * no number there is no tone, 0 Hz.
 */
export function pitches(values: ArrayLike<number>): Float32Array<ArrayBuffer> {
  const finite = Array.from(values).filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const span = high - low || 1;
  return Float32Array.from(values, (value) =>
    Number.isFinite(value) ? LOWEST * (HIGHEST / LOWEST) ** ((value - low) / span) : 0,
  );
}

/** Places, as parts of the way, where numbers change their sign. */
export function signChanges(values: ArrayLike<number>): number[] {
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, i) => i)
    .filter((i) => values[i] * values[i + 1] < 0)
    .map((i) => (i + 0.5) / (values.length - 1));
}

/** A curve given at rising places, at `count` even places from the first to the last. */
export function evenly(xs: ArrayLike<number>, ys: ArrayLike<number>, count: number): number[] {
  const [first, last] = [xs[0], xs[xs.length - 1]];
  let i = 0;
  return Array.from({ length: count }, (_, k) => {
    const x = first + ((last - first) * k) / (count - 1);
    while (i < xs.length - 2 && xs[i + 1] < x) i++;
    const step = xs[i + 1] - xs[i];
    return step > 0 ? ys[i] + ((ys[i + 1] - ys[i]) * (x - xs[i])) / step : ys[i];
  });
}

/** Times of many runs of one thing, in milliseconds. */
export interface Timing {
  readonly name: string;
  readonly runs: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median, and the tenth and ninetieth of a hundred, of times already taken. */
export function timingOf(name: string, times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round(part * (sorted.length - 1))];
  return { name, runs: sorted.length, median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** Runs every step in turn, round after round, so that a slow moment of the machine meets all of them alike. */
export function timeInTurn(
  steps: Readonly<Record<string, (round: number) => void>>,
  rounds: number,
  warmUp: number,
): Timing[] {
  const times = new Map(Object.keys(steps).map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, step] of Object.entries(steps)) {
      const start = performance.now();
      step(round);
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([name, taken]) => timingOf(name, taken));
}

/** A table with each median as a multiple of the yardstick's. */
export function table(timings: readonly Timing[], yardstick: Timing): string {
  const rows = timings.map(
    ({ name, median, low, high }) =>
      [
        name,
        median.toFixed(2),
        `${low.toFixed(2)} – ${high.toFixed(2)}`,
        (median / yardstick.median).toFixed(2),
      ] as const,
  );
  const head = ["", "median ms", "10 – 90 %", `÷ ${yardstick.name}`] as const;
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("   ");
  return [head, ...rows].map(line).join("\n");
}

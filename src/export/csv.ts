/** The shortest decimals that read back as the same number; `NaN`, `Infinity` and `-Infinity` for what is none. */
export const decimals64 = (x: number): string => (Object.is(x, -0) ? "-0" : String(x));

/** Digits below which two neighbours of 32 bits can look alike, and those that always tell them apart. */
const [FEWEST, ENOUGH] = [1, 9];

/** As `decimals64`, of a number of 32 bits: 0.1 rather than 0.10000000149011612. */
export function decimals32(x: number): string {
  if (!Number.isFinite(x) || Number.isInteger(x)) return decimals64(x);
  for (let digits = FEWEST; digits < ENOUGH; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return String(short);
  }
  return String(Number(x.toPrecision(ENOUGH)));
}

/** A line of fields that need no quotes. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(",")}\n`;

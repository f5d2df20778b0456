/** Height and colour at one place of a surface. */
export interface Sample {
  readonly height: number;
  readonly colour: number;
}

/** Where the height jumps on an edge of the grid: its part of the edge, and what it is just before and behind. */
export interface Jump {
  readonly part: number;
  readonly before: Sample;
  readonly behind: Sample;
}

const HALVINGS = 34;

/**
 * The jump of a height between the two ends of an edge, of at least `least`; null where it only is steep. Halves the
 * edge towards the larger difference: a steep stretch flattens on the way, a jump stays what it is.
 */
export function jumpBetween(
  at: (part: number) => Sample,
  start: Sample,
  end: Sample,
  least: number,
): Jump | null {
  let [low, high] = [0, 1];
  let [before, behind] = [start, end];
  const size = (): number => Math.abs(behind.height - before.height);
  for (let i = 0; i < HALVINGS; i++) {
    if (!(size() >= least)) return null;
    const middle = (low + high) / 2;
    const found = at(middle);
    if (Math.abs(found.height - before.height) >= Math.abs(behind.height - found.height)) {
      [high, behind] = [middle, found];
    } else {
      [low, before] = [middle, found];
    }
  }
  return size() >= least ? { part: (low + high) / 2, before, behind } : null;
}

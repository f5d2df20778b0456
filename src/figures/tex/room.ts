import { texHeights, widthOf } from "../label.ts";
import type { Run } from "../scene.ts";

/** What letters take above and below their baseline, in sizes of the type; a line has room for that. */
const ABOVE = 0.9;
const BELOW = 0.25;

export interface Extra {
  readonly above: number;
  readonly below: number;
}

/** How much more room typeset mathematics needs than a line of letters; `width` is what the line may take. */
export function extraRoom(runs: readonly Run[], size: number, width = Infinity): Extra {
  const set = size * fit(runs, size, width);
  const { above, below } = texHeights(runs, set);
  return { above: Math.max(0, above - ABOVE * size), below: Math.max(0, below - BELOW * size) };
}

/** How much smaller a line with a formula must be to take at most `width`; words alone are broken instead. */
export const fit = (runs: readonly Run[], size: number, width: number): number =>
  runs.some(({ tex }) => tex !== undefined) ? Math.min(1, width / widthOf(runs, size)) : 1;

/** How far each of several lines comes down because of what it and those before it need, and what all need. */
export function lineDrops(
  lines: readonly (readonly Run[])[],
  size: number,
  width: number,
): { readonly drops: readonly number[]; readonly all: number } {
  let all = 0;
  const drops = lines.map((runs) => {
    const { above, below } = extraRoom(runs, size, width);
    const drop = all + above;
    all += above + below;
    return drop;
  });
  return { drops, all };
}

/** Soft histograms: a value between two nodes belongs to both, by its nearness. */

/** Where a place between the nodes 0, 1, … falls: the lower node, and its share there; the rest is next. */
export function between(place: number, nodes: number): { node: number; share: number } {
  const node = Math.min(nodes - 2, Math.max(0, Math.floor(place)));
  return { node, share: 1 - (place - node) };
}

/** Adds `weight` of a value to a histogram. */
export function addTo(
  histogram: Float64Array,
  { node, share }: ReturnType<typeof between>,
  weight: number,
): void {
  histogram[node] += weight * share;
  histogram[node + 1] += weight * (1 - share);
}

/**
 * Both as definitions of a formula, for the places of one positive and one negative: the nodes `i` and `j` below them,
 * and the shares `a` and `b` that fall there. `last` is the last node.
 */
export const placesFormula = (positive: string, negative: string, last: string) => ({
  x: positive,
  y: negative,
  i: `min(floor(x), ${last} - 1)`,
  j: `min(floor(y), ${last} - 1)`,
  a: "1 - (x - i)",
  b: "1 - (y - j)",
});

/** The running sum of one value's shares at a node. */
export const reached = ({ node, share }: ReturnType<typeof between>, at: number): number =>
  at < node ? 0 : at > node ? 1 : share;

/** Running sums from the first node on. */
export function cumulated(histogram: Float64Array): Float64Array {
  let sum = 0;
  return histogram.map((x) => (sum += x));
}

/** Running sums from the last node back: what a change at a node does to everything after it. */
export function cumulatedBack(slopes: Float64Array): Float64Array {
  let sum = 0;
  return slopes
    .toReversed()
    .map((x) => (sum += x))
    .toReversed();
}

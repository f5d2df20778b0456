/** Soft histograms: a value between two nodes belongs to both, by its nearness. */

/** Where a value falls on nodes `start`, `start + step`, …: the lower node, and its share there; the rest is next. */
export function between(
  value: number,
  start: number,
  step: number,
  nodes: number,
): { node: number; share: number } {
  const place = (value - start) / step;
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

import { customLoss } from "./custom.ts";
import { addTo, between, cumulated, cumulatedBack } from "./histograms.ts";
import { number } from "./params.ts";
import { sloped } from "./curves.ts";

/** Squared chords reach from 0 to 4. */
const RANGE = 4;

interface Weighted {
  readonly similarities: Float64Array;
  /** How many members each similarity stands for. */
  readonly weight: number;
}

/** 1 − (1/K) Σ_b h⁺_b H⁺_b / H_b over soft histograms of d², with the derivative by every similarity. */
function fastAp(positive: Weighted, negative: Weighted, bins: number) {
  const nodes = bins + 1;
  const step = RANGE / bins;
  const places = ({ similarities }: Weighted) =>
    Array.from(similarities, (s) => between(2 - 2 * s, 0, step, nodes));
  const [atP, atN] = [places(positive), places(negative)];
  const h = new Float64Array(nodes);
  const hPlus = new Float64Array(nodes);
  for (const place of atP) {
    addTo(h, place, positive.weight);
    addTo(hPlus, place, positive.weight);
  }
  for (const place of atN) addTo(h, place, negative.weight);
  const [H, HPlus] = [cumulated(h), cumulated(hPlus)];
  const K = atP.length * positive.weight;
  const used = (b: number): boolean => hPlus[b] * HPlus[b] > 0;
  let precision = 0;
  const byPlus = new Float64Array(nodes);
  const byHPlus = new Float64Array(nodes);
  const byH = new Float64Array(nodes);
  for (let b = 0; b < nodes; b++) {
    if (!used(b)) continue;
    precision += (hPlus[b] * HPlus[b]) / H[b] / K;
    byPlus[b] = HPlus[b] / H[b] / K;
    byHPlus[b] = hPlus[b] / H[b] / K;
    byH[b] = (-hPlus[b] * HPlus[b]) / H[b] ** 2 / K;
  }
  const fromHPlus = cumulatedBack(byHPlus);
  const fromH = cumulatedBack(byH);
  const atNodeP = byPlus.map((x, b) => x + fromHPlus[b] + fromH[b]);
  // moving by ds shifts d² by −2 ds, and with it the shares of two neighbouring nodes
  const slope = (at: Float64Array, { node }: { node: number }): number =>
    (-2 * (at[node] - at[node + 1])) / step;
  return {
    value: 1 - precision,
    positives: Float64Array.from(atP, (place) => slope(atNodeP, place) * positive.weight),
    negatives: Float64Array.from(atN, (place) => slope(fromH, place) * negative.weight),
  };
}

/** FastAP: one minus the average precision from soft histograms of distances. */
export const fastApLoss = customLoss({
  id: "fast-ap",
  name: "FastAP",
  family: "rank",
  source: {
    authors: ["Fatih Cakir", "Kun He", "Xide Xia", "Brian Kulis", "Stan Sclaroff"],
    title: "Deep metric learning to rank",
    venue: "CVPR",
    year: 2019,
    equation: "Eq. 10",
  },
  similarity: "sample–sample, ranked against one query",
  params: {
    bins: number({
      symbol: "B",
      label: "bins",
      default: 10,
      min: 2,
      max: 1000,
      slider: [5, 50],
      effect: "More bins rank finer and leave the gradient in a narrower band.",
    }),
  },
  variants: { pml: { note: "pytorch-metric-learning", params: { bins: 10 } } },
  scope: "set",
  pitfalls: ["Piecewise rational: the gradient reaches no farther than a bin."],
  needs: "both",
  formula: () => ({ coupling: "pointwise", plane: null }),
  evaluate: ({ positives, negatives }, { bins }) =>
    fastAp({ similarities: positives, weight: 1 }, { similarities: negatives, weight: 1 }, Math.round(bins)),
  plane: ({ bins }, { K, L }) => ({
    coupling: "pointwise",
    z: rankGap,
    at(sp, sn) {
      const point = fastAp(
        { similarities: Float64Array.of(sp), weight: K },
        { similarities: Float64Array.of(sn), weight: L },
        Math.round(bins),
      );
      return ranked(sp, sn, { value: point.value, dSp: point.positives[0], dSn: point.negatives[0] });
    },
  }),
  boundary: () => [sloped(0, 1)],
});

/** Below zero where the pair is ranked rightly. */
export const rankGap = (sp: number, sn: number): number => sn - sp;

/** A plane point of a rank loss: z says whether the pair is ranked rightly. */
export const ranked = (sp: number, sn: number, point: { value: number; dSp: number; dSn: number }) => ({
  ...point,
  logValue: Math.log(Math.max(0, point.value)),
  z: rankGap(sp, sn),
});

import { customLoss } from "./custom.ts";
import { sloped } from "./curves.ts";
import { rankGap, ranked } from "./fast-ap.ts";
import { addTo, between, cumulated, cumulatedBack, placesFormula, reached } from "./histograms.ts";
import { number } from "./params.ts";

/** Σ_r h⁻_r Σ_{q ≤ r} h⁺_q: the chance that a random negative is closer than a random positive. */
function overlap(positives: Float64Array, negatives: Float64Array, bins: number) {
  const places = (similarities: Float64Array) =>
    Array.from(similarities, (s) => between(((s + 1) * bins) / 2, bins + 1));
  const histogram = (found: ReturnType<typeof places>): Float64Array => {
    const h = new Float64Array(bins + 1);
    for (const place of found) addTo(h, place, 1 / found.length);
    return h;
  };
  const [atP, atN] = [places(positives), places(negatives)];
  const hMinus = histogram(atN);
  const phi = cumulated(histogram(atP));
  const back = cumulatedBack(hMinus);
  const slope = (at: Float64Array, node: number, count: number): number =>
    ((at[node + 1] - at[node]) * bins) / 2 / count;
  return {
    value: hMinus.reduce((sum, h, r) => sum + h * phi[r], 0),
    positives: Float64Array.from(atP, ({ node }) => slope(back, node, atP.length)),
    negatives: Float64Array.from(atN, ({ node }) => slope(phi, node, atN.length)),
  };
}

/** Histogram loss: how far the similarities of positives and negatives of a batch overlap. */
export const histogramLoss = customLoss({
  id: "histogram",
  name: "Histogram loss",
  family: "rank",
  source: {
    authors: ["Evgeniya Ustinova", "Victor Lempitsky"],
    title: "Learning deep embeddings with histogram loss",
    venue: "NIPS",
    year: 2016,
    arxiv: "1611.00822",
    equation: "Eq. 5",
  },
  similarity: "sample–sample, all pairs of a batch",
  batch: { anchors: "pairs", reduction: "mean" },
  params: {
    bins: number({
      symbol: "R",
      whole: true,
      label: "bins",
      default: 100,
      min: 2,
      max: 10000,
      slider: [10, 200],
      effect: "Finer histograms tell closer similarities apart.",
    }),
  },
  variants: { pml: { note: "pytorch-metric-learning", params: { bins: 100 } } },
  scope: "set",
  pitfalls: ["Pairs have no gradient where the histograms do not overlap."],
  needs: "both",
  formula: () => ({
    coupling: "pointwise",
    definitions: {
      ...placesFormula("(s_p + 1) * bins / 2", "(s_n + 1) * bins / 2", "bins"),
      u: "j < i ? 0 : j > i ? 1 : a",
      v: "j + 1 < i ? 0 : j + 1 > i ? 1 : a",
    },
    plane: "b * u + (1 - b) * v",
    z: "s_n - s_p",
  }),
  evaluate: ({ positives, negatives }, { bins }) => overlap(positives, negatives, bins),
  plane: ({ bins }) => ({
    coupling: "pointwise",
    z: rankGap,
    at(sp, sn) {
      const p = between(((sp + 1) * bins) / 2, bins + 1);
      const n = between(((sn + 1) * bins) / 2, bins + 1);
      const [first, second] = [reached(p, n.node), reached(p, n.node + 1)];
      // what of the negative lies at the lower node of the positive
      const beside = p.node === n.node ? n.share : p.node === n.node + 1 ? 1 - n.share : 0;
      return ranked(sp, sn, {
        value: n.share * first + (1 - n.share) * second,
        dSp: (-beside * bins) / 2,
        dSn: ((second - first) * bins) / 2,
      });
    },
  }),
  boundary: () => [sloped(0, 1)],
});

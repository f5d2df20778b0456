import { customLoss } from "./custom.ts";
import { addTo, between, cumulated, cumulatedBack, placesFormula, reached } from "./histograms.ts";
import { number } from "./params.ts";
import { sloped } from "./curves.ts";
import type { PlanePoint } from "./types.ts";

/** 1 − (1/K) Σ_b h⁺_b H⁺_b / H_b over soft histograms of d², with the derivative by every similarity. */
function fastAp(positives: Float64Array, negatives: Float64Array, bins: number) {
  const nodes = bins + 1;
  const places = (similarities: Float64Array) =>
    Array.from(similarities, (s) => between(((1 - s) * bins) / 2, nodes));
  const [atP, atN] = [places(positives), places(negatives)];
  const hPlus = new Float64Array(nodes);
  for (const place of atP) addTo(hPlus, place, 1);
  const hMinus = new Float64Array(nodes);
  for (const place of atN) addTo(hMinus, place, 1);
  const [HPlus, HMinus] = [cumulated(hPlus), cumulated(hMinus)];
  const H = HPlus.map((reachedThere, b) => reachedThere + HMinus[b]);
  const K = atP.length;
  let value = 0;
  const byPlus = new Float64Array(nodes);
  const byHPlus = new Float64Array(nodes);
  const byHMinus = new Float64Array(nodes);
  for (let b = 0; b < nodes; b++) {
    if (H[b] === 0) continue;
    // 1 − Σ h⁺ H⁺ / (K H) without the difference, as Σ h⁺ = K
    value += (hPlus[b] * HMinus[b]) / H[b] / K;
    byPlus[b] = HMinus[b] / H[b] / K;
    byHPlus[b] = (-hPlus[b] * HMinus[b]) / H[b] ** 2 / K;
    byHMinus[b] = (hPlus[b] * HPlus[b]) / H[b] ** 2 / K;
  }
  const fromHPlus = cumulatedBack(byHPlus);
  const atNodeP = byPlus.map((x, b) => x + fromHPlus[b]);
  const atNodeN = cumulatedBack(byHMinus);
  // d² = 2 − 2s reaches from 0 to 4: moving by ds shifts shares between two neighbouring nodes
  const slope = (at: Float64Array, { node }: { node: number }): number =>
    ((at[node] - at[node + 1]) * bins) / 2;
  return {
    value,
    positives: Float64Array.from(atP, (place) => slope(atNodeP, place)),
    negatives: Float64Array.from(atN, (place) => slope(atNodeN, place)),
  };
}

/** h⁺ H⁻ / H at one node, where H = H⁺ + H⁻, with its derivatives by h⁺, H⁺ and H⁻. */
function atNode(here: number, positives: number, negatives: number) {
  const all = positives + negatives;
  if (all === 0) return { value: 0, byHere: 0, byPositives: 0, byNegatives: 0 };
  return {
    value: (here * negatives) / all,
    byHere: negatives / all,
    byPositives: (-here * negatives) / all ** 2,
    byNegatives: (here * positives) / all ** 2,
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
      whole: true,
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
  // only the two nodes about the positives count
  formula: () => ({
    coupling: "pointwise",
    definitions: {
      ...placesFormula("(1 - s_p) * bins / 2", "(1 - s_n) * bins / 2", "bins"),
      u: "i < j ? 0 : i > j ? 1 : b",
      v: "i + 1 < j ? 0 : i + 1 > j ? 1 : b",
    },
    plane: "(a > 0 ? a * L * u / (K * a + L * u) : 0) + (1 - a) * L * v / (K + L * v)",
    z: "s_n - s_p",
  }),
  evaluate: ({ positives, negatives }, { bins }) => fastAp(positives, negatives, bins),
  plane: ({ bins }, { K, L }) => ({
    coupling: "pointwise",
    z: rankGap,
    at(sp, sn) {
      const p = between(((1 - sp) * bins) / 2, bins + 1);
      const n = between(((1 - sn) * bins) / 2, bins + 1);
      const [first, second] = [
        atNode(K * p.share, K * p.share, L * reached(n, p.node)),
        atNode(K * (1 - p.share), K, L * reached(n, p.node + 1)),
      ];
      // all positives move together, from the second of their nodes to the first
      const byShare = first.byHere + first.byPositives - second.byHere;
      const byReached =
        (p.node === n.node ? first.byNegatives : 0) + (p.node + 1 === n.node ? second.byNegatives : 0);
      return ranked(sp, sn, {
        value: (first.value + second.value) / K,
        dSp: (byShare * bins) / 2,
        dSn: (byReached * L * bins) / 2 / K,
      });
    },
  }),
  boundary: () => [sloped(0, 1)],
});

/** Below zero where the pair is ranked rightly. */
export const rankGap = (sp: number, sn: number): number => sn - sp;

/** A plane point of a rank loss: z says whether the pair is ranked rightly. */
export const ranked = (
  sp: number,
  sn: number,
  { value, dSp, dSn }: { readonly value: number; readonly dSp: number; readonly dSn: number },
): PlanePoint => ({
  value,
  dSp,
  dSn,
  logValue: Math.log(Math.max(0, value)),
  z: rankGap(sp, sn),
});

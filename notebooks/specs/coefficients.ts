import { chosenLoss, type FigureSpec, type LossChoice, planePoint } from "../../src/index.ts";

/** Figures and numbers of the notebook on coefficients and self-pacing, in whatever language it is told. */

export type Place = "outside" | "inside";

/** With coefficients 1/c before the logarithms (Proxy-Anchor, as a factor c left out), or 1/c inside the logits. */
export const withCoefficient = (place: Place, c: number): LossChoice =>
  place === "outside"
    ? { id: "proxy-anchor", params: { cp: 1 / c, cn: 1 / c } }
    : { id: "proxy-softmax", params: { gamma: 32, margin: 0.1, nPos: c, nAll: c } };

const WHOLE = { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } } as const;

/** The loss without its coefficients over the loss with them, as a power of ten. */
export const ratio = (
  title: string,
  place: Place,
  c: number,
  names: { readonly without: string; readonly with: string },
): FigureSpec => ({
  version: 1,
  kind: "difference",
  title,
  a: { name: names.without, loss: withCoefficient(place, 1) },
  b: { name: names.with, loss: withCoefficient(place, c) },
  compare: "ratio",
  quantity: "gradientLength",
  axes: WHOLE,
  points: [{ name: "B", sn: 0.4, sp: 0.6 }],
});

/** Losses with a pace of their own and without one; γ or α as the papers set them. */
export const PACED: readonly (readonly [string, LossChoice])[] = [
  ["Proxy-Anchor", { id: "proxy-anchor" }],
  ["AM-Softmax", { id: "am-softmax", params: { gamma: 30, margin: 0.35 } }],
  ["Circle, detached", { id: "circle", params: { gamma: 64, margin: 0.25 }, gradient: "detached" }],
  ["Circle, attached", { id: "circle", params: { gamma: 64, margin: 0.25 }, gradient: "attached" }],
];

/** A part of the way from a bad pair to the ideal one. */
export const along = (part: number) => ({ sn: 0.9 * (1 - part), sp: -0.5 + 1.5 * part });

/** |∂ℒ/∂s_p| on the way from a bad pair to the goal, s_n = 0 and s_p = 1. */
export const towardsGoal = (title: string): FigureSpec => ({
  version: 1,
  kind: "curves",
  title,
  x: { of: "line" },
  curves: PACED.map(([name, loss]) => ({
    name,
    loss,
    draw: {
      of: "slice",
      quantity: "absDSp",
      perScale: true,
      line: { from: along(0), to: along(1) },
    },
  })),
  size: { width: 640, height: 400 },
});

/** The share that one positive of three has of the pull, by its similarity; the others lie at 0.9 and 0.5. */
export const shareOfOne = (title: string, alpha: number): FigureSpec => ({
  version: 1,
  kind: "curves",
  title,
  x: { of: "cosine", range: [-0.2, 1] },
  y: { range: [0, 1] },
  curves: [
    ["Proxy-Anchor", { id: "proxy-anchor", params: { alpha } }] as const,
    ["Circle, detached", { id: "circle", params: { gamma: alpha }, gradient: "detached" }] as const,
  ].map(([name, loss]) => ({
    name,
    loss,
    draw: {
      of: "weight",
      side: "positive",
      share: true,
      others: { positives: [0.9, 0.5], negatives: [0.2] },
    },
  })),
  size: { width: 640, height: 380 },
});

/** Value and both partials at one pair. */
export function at(choice: LossChoice, sp: number, sn: number) {
  const { loss, params, gradient } = chosenLoss(choice);
  return planePoint(loss.plane(params, { K: 1, L: 1 }, gradient), sp, sn);
}

/** What each positive of one proxy is pulled with, as shares. */
export function shares(choice: LossChoice, positives: readonly number[]): number[] {
  const { loss, params, gradient } = chosenLoss(choice);
  const pulls = Array.from(
    loss.evaluate({ positives, negatives: [0.2] }, params, gradient).positives,
    Math.abs,
  );
  const sum = pulls.reduce((total, pull) => total + pull, 0);
  return pulls.map((pull) => pull / sum);
}

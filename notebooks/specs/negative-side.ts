import { chosenLoss, type FigureSpec, planePoint } from "../../src/index.ts";

/** Figures and numbers of the notebook on Circle's negative side, in whatever language it is told. */

export const VARIANTS = ["circle", "circle-flat", "circle-monotone", "circle-disc", "circle-paced"] as const;

type Mode = "attached" | "detached";

const ONE = { K: 1, L: 1 };

/** A_n / γ of some variants. */
export const transforms = (title: string, ids: readonly string[], margin: number): FigureSpec => ({
  version: 1,
  kind: "curves",
  title,
  x: { of: "cosine", range: [-1, 1] },
  curves: ids.map((id) => ({
    name: id,
    loss: { id, params: { margin } },
    draw: { of: "negativeTransform", perScale: true },
  })),
  size: { width: 640, height: 380 },
});

/** Logarithm of the loss, boundary and field for s_p ≥ 0. */
export const plane = (id: string, margin: number, gradient: Mode = "attached"): FigureSpec => ({
  version: 1,
  loss: { id, params: { gamma: 64, margin }, gradient },
  axes: { negative: { range: [-1, 1] }, positive: { range: [0, 1] } },
  quantity: "logLoss",
});

/** Circle loss along s_p = 0.7; its gradient by both modes. */
export const slice = (
  title: string,
  quantity: "loss" | "dSn",
  margin: number,
  names: Readonly<Record<Mode, string>>,
): FigureSpec => ({
  version: 1,
  kind: "curves",
  title,
  x: { of: "cosine", range: [-1, 0.4] },
  curves: (quantity === "loss" ? (["detached"] as const) : (["attached", "detached"] as const)).map(
    (mode) => ({
      name: quantity === "loss" ? "circle" : names[mode],
      loss: { id: "circle", params: { gamma: 64, margin }, gradient: mode },
      draw: { of: "slice", quantity, fixed: { sp: 0.7 } },
    }),
  ),
  size: { width: 640, height: 360 },
});

/** The s_p at which z = 0, by bisection, as z falls with s_p for every variant; NaN where there is none. */
export function demanded(id: string, margin: number, sn: number): number {
  const { loss, params } = chosenLoss({ id, params: { margin } });
  const form = loss.plane(params, ONE, "attached");
  const z = (sp: number): number => planePoint(form, sp, sn).z;
  let [low, high] = [-1, 1];
  if (z(low) < 0 || z(high) > 0) return NaN;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (z(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/** Loss and gradient on the negative at s_p = 0.7, γ = 64. */
export function along(id: string, margin: number, mode: Mode, sn: number) {
  const { loss, params } = chosenLoss({ id, params: { gamma: 64, margin } });
  return planePoint(loss.plane(params, ONE, mode), 0.7, sn);
}

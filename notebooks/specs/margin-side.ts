import { chosenLoss, type FigureSpec, planePoint } from "../../src/index.ts";

/** Figures and numbers of the notebook on the side of a margin, in whatever language it is told. */

export type Side = "positive" | "negative";

const ONE = { K: 1, L: 1 };

/** Typed losses, so that the margin can stand on either side: coupled by one link, or a link of its own for each. */
const COUPLED = (mp: number, mn: number): string =>
  [
    `gamma = 30 in [1, 128] log`,
    `A_p = gamma * (s - ${mp})`,
    `A_n = gamma * (s + ${mn})`,
    "link = softplus(z)",
  ].join("\n");
const DECOUPLED = (mp: number, mn: number): string =>
  [
    `gamma = 30 in [1, 128] log`,
    "b = 0.4 in [-1, 1]",
    `A_p = gamma * (s - b - ${mp})`,
    `A_n = gamma * (s - b + ${mn})`,
    "coupling = decoupled",
    "link_p = softplus(z)",
    "link_n = softplus(z)",
  ].join("\n");

const typed = (formula: string) => ({ id: "formula", formula });
const placed = (text: (mp: number, mn: number) => string, side: Side, m: number) =>
  typed(side === "positive" ? text(m, 0) : text(0, m));

export const coupled = (side: Side, m: number) => placed(COUPLED, side, m);
export const decoupled = (side: Side, m: number) => placed(DECOUPLED, side, m);

const WHOLE = { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } } as const;

/** One loss over the whole plane. */
export const plane = (title: string, loss: ReturnType<typeof typed>): FigureSpec => ({
  version: 1,
  title,
  loss,
  axes: WHOLE,
  quantity: "logLoss",
});

/** The margin on the positive against the margin on the negative. */
export const compared = (
  title: string,
  of: typeof coupled,
  m: number,
  names: Readonly<Record<Side, string>>,
): FigureSpec => ({
  version: 1,
  kind: "difference",
  title,
  a: { name: names.positive, loss: of("positive", m) },
  b: { name: names.negative, loss: of("negative", m) },
  compare: "difference",
  quantity: "loss",
  axes: WHOLE,
});

/** Boundaries of AM-Softmax with this margin, of Circle, and of ArcFace with an angle that is as wide at the corner. */
export const boundaries = (title: string, m: number): FigureSpec => ({
  version: 1,
  kind: "boundaries",
  title,
  entries: [
    { name: "AM-Softmax", loss: { id: "am-softmax", params: { margin: m } } },
    { name: "ArcFace", loss: { id: "arcface", params: { margin: m } } },
    { name: "Circle, 1 − 2m", loss: { id: "circle", params: { margin: (1 - m) / 2 } } },
  ],
});

/** Value and both partials at one pair. */
export function at(choice: Parameters<typeof chosenLoss>[0], sp: number, sn: number) {
  const { loss, params, gradient } = chosenLoss(choice);
  return planePoint(loss.plane(params, ONE, gradient), sp, sn);
}

export const PAIRS = [
  [0.8, 0.8],
  [0.6, 0.4],
  [0.9, 0.1],
  [0.3, 0.5],
] as const;

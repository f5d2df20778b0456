import { findLoss, type FigureSpec, type LossChoice, planePoint } from "../../src/index.ts";

/** Numbers of the notebook on the two gradients of Circle loss: sums along ways, curl, turns, and what they should be. */

type Form = Parameters<typeof planePoint>[0];
type Place = readonly [sn: number, sp: number];

const ONE = { K: 1, L: 1 };

/** Losses on the whole plane: arrows of equal length, so that only directions are compared. */
export const sideBySide = (
  panels: readonly { readonly title: string; readonly loss: LossChoice }[],
): FigureSpec => ({
  version: 1,
  kind: "panels",
  columns: 2,
  colours: "shared",
  size: { width: 720, height: 400 },
  panels: panels.map(({ title, loss }) => ({
    title,
    figure: {
      version: 1,
      loss,
      axes: { negative: { range: [-1, 1] }, positive: { range: [-1, 1] } },
      quantity: "logLoss",
      layers: { isolines: 8, arrows: 13, arrowLength: "equal" },
      points: [{ name: "T", at: "tangent" }],
    },
  })),
});

/** Circle loss by both gradients. */
export function fieldsOf(params: { readonly gamma: number; readonly margin: number }) {
  const loss = findLoss("circle");
  return {
    attached: loss.plane(params, ONE, "attached"),
    detached: loss.plane(params, ONE, "detached"),
  };
}

const STEP = 1e-5;

/** ∂F_n/∂s_p − ∂F_p/∂s_n by central differences, to the four digits after the point that they leave. */
export function curlAt(form: Form, sn: number, sp: number): number {
  const across = planePoint(form, sp + STEP, sn).dSn - planePoint(form, sp - STEP, sn).dSn;
  const up = planePoint(form, sp, sn + STEP).dSp - planePoint(form, sp, sn - STEP).dSp;
  return Number(((across - up) / (2 * STEP)).toFixed(4));
}

/** The same of the detached field in closed form, for s_n > −m. */
export function statedCurl(gamma: number, margin: number, sn: number, sp: number): number {
  const z = gamma * (sn ** 2 + (1 - sp) ** 2 - 2 * margin ** 2);
  const sigma = 1 / (1 + Math.exp(-z));
  return 2 * margin * gamma ** 2 * sigma * (1 - sigma) * (sp + sn - 1);
}

const PARTS = 2000;

/** The sum of the slope under one's feet along straight legs, by the midpoint rule. */
export function slopeAlong(form: Form, way: readonly Place[]): number {
  let total = 0;
  for (const [leg, to] of way.slice(1).entries()) {
    const from = way[leg];
    const [dn, dp] = [to[0] - from[0], to[1] - from[1]];
    for (let i = 0; i < PARTS; i++) {
      const t = (i + 0.5) / PARTS;
      const { dSn, dSp } = planePoint(form, from[1] + t * dp, from[0] + t * dn);
      total += (dSn * dn + dSp * dp) / PARTS;
    }
  }
  return total;
}

/** The way to (0, 1), or straight up where nothing moves the negative. */
export const attachedLength = (margin: number, sn: number, sp: number): number =>
  sn > -margin ? Math.hypot(sn, 1 - sp) : 1 - sp;

/** Straight towards (−m, 1 + m) as far as s_p = 1, then along the edge to −m. */
export function detachedLength(margin: number, sn: number, sp: number): number {
  if (sn <= -margin) return 1 - sp;
  const share = (1 - sp) / (1 + margin - sp);
  return share * Math.hypot(sn + margin, 1 + margin - sp) + (1 - share) * (sn + margin);
}

/** Direction of descent in degrees from the positive axis; 90 where only the negative is pushed. */
export function turnAt(form: Form, sn: number, sp: number): number {
  const { dSp, dSn } = planePoint(form, sp, sn);
  return (Math.atan2(dSn, -dSp) * 180) / Math.PI;
}

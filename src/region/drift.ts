import { planePoint } from "../losses/plane-form.ts";
import type { DecoupledSide, Link, PlaneForm } from "../losses/types.ts";

/** ∂ℒ/∂s_n and ∂ℒ/∂s_p, or numbers with the same signs and zeros. */
export interface Drift {
  readonly n: number;
  readonly p: number;
}

/**
 * The signs of both partials, also where the link's slope underflows: a softplus never stops pulling, though at
 * z = −800 its slope is no double any more. A zero of a drift is a zero of the loss, not of its rounding.
 */
export function driftOf(form: PlaneForm): (sn: number, sp: number) => Drift {
  switch (form.coupling) {
    case "coupled": {
      const { positive, negative, link } = form;
      if (!neverFlat(link)) break;
      return (sn, sp) => ({ n: negative.slope(sn), p: -positive.slope(sp) });
    }
    case "decoupled": {
      const [n, p] = [sideDrift(form.negative, 1), sideDrift(form.positive, -1)];
      return (sn, sp) => ({ n: n(sn), p: p(sp) });
    }
  }
  return (sn, sp) => {
    const { dSn, dSp } = planePoint(form, sp, sn);
    return { n: dSn, p: dSp };
  };
}

/** What a pair follows: −drift where both sides share the link's slope, so that its direction is exact; else −∂ℒ. */
export function courseOf(form: PlaneForm): (sn: number, sp: number) => readonly [number, number] {
  if (form.coupling === "coupled" && neverFlat(form.link)) {
    const drift = driftOf(form);
    return (sn, sp) => {
      const { n, p } = drift(sn, sp);
      return [-n, -p];
    };
  }
  return (sn, sp) => {
    const { dSn, dSp } = planePoint(form, sp, sn);
    return [-dSn, -dSp];
  };
}

function sideDrift(side: DecoupledSide, sign: 1 | -1): (s: number) => number {
  const { weight, link, offset } = side;
  if (neverFlat(link)) return (s) => sign * weight * side.slope(s);
  return (s) => sign * weight * link.slope(offset + sign * side.value(s)) * side.slope(s);
}

const ASKED = [-100, -30, -3, -0.3, 0, 0.3, 3, 30, 100];

/** Whether a link rises everywhere, as far as one can ask. */
export const neverFlat = (link: Link): boolean => ASKED.every((z) => link.slope(z) > 0);

/** Whether a link is level on one side and rises on the other, as hinges do. */
export const isHinged = (link: Link): boolean =>
  ASKED.every((z) => (z <= 0 ? link.slope(z) === 0 : link.slope(z) > 0));

/** The largest slope that a link approaches far on the wrong side; null where it grows without end. */
export function topSlope(link: Link): number | null {
  const [near, far] = [link.slope(1e3), link.slope(1e6)];
  return far > 0 && Math.abs(near - far) <= 1e-9 * far ? far : null;
}

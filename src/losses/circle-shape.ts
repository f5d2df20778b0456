import { relu } from "../numerics/scalar.ts";
import { circle, type Curve, level, upright } from "./curves.ts";
import { number, scale } from "./params.ts";

/** Circle loss by its optima O and margins Δ: A_p = γ[O_p − s]₊(s − Δ_p), A_n = γ[s − O_n]₊(s − Δ_n). */
export interface CircleShape {
  readonly gamma: number;
  readonly Op: number;
  readonly On: number;
  readonly Dp: number;
  readonly Dn: number;
}

/** The paper's reduction to one relaxation m: O_p = 1 + m, O_n = −m, Δ_p = 1 − m, Δ_n = m. */
export const reduced = ({ gamma, margin }: { gamma: number; margin: number }): CircleShape => ({
  gamma,
  Op: 1 + margin,
  On: -margin,
  Dp: 1 - margin,
  Dn: margin,
});

export const positiveSide = {
  value: (s: number, { gamma, Op, Dp }: CircleShape) => gamma * relu(Op - s) * (s - Dp),
  slope: (s: number, { gamma, Op, Dp }: CircleShape) => (s < Op ? gamma * (Op - s + (Dp - s)) : 0),
  pace: (s: number, { gamma, Op }: CircleShape) => gamma * relu(Op - s),
};

export const negativeSide = {
  value: (s: number, { gamma, On, Dn }: CircleShape) => gamma * relu(s - On) * (s - Dn),
  slope: (s: number, { gamma, On, Dn }: CircleShape) => (s > On ? gamma * (s - On + (s - Dn)) : 0),
  pace: (s: number, { gamma, On }: CircleShape) => gamma * relu(s - On),
};

/**
 * z = 0 with its clamps: an arc where both weights are positive, and straight lines where one is clamped to 0
 * (s_p constant for s_n ≤ O_n, s_n constant for s_p ≥ O_p).
 */
export function circleBoundary({ gamma, Op, On, Dp, Dn }: CircleShape, offset: number): readonly Curve[] {
  const shift = offset / gamma;
  const radius = Math.sqrt(((On - Dn) ** 2 + (Op - Dp) ** 2) / 4 - shift);
  const centre = { sn: (On + Dn) / 2, sp: (Op + Dp) / 2 };
  const reach = (a: number, b: number): number => Math.sqrt(((a - b) / 2) ** 2 - shift);
  const around = (middle: number, half: number): number[] => (half > 0 ? [middle - half, middle + half] : []);
  const levels = Dp < Op ? around(centre.sp, reach(Op, Dp)) : [];
  const uprights = Dn > On ? around(centre.sn, reach(On, Dn)) : [];
  return [
    ...(radius > 0 ? [circle(centre, radius, { sn: [On, Infinity], sp: [-Infinity, Op] })] : []),
    ...levels.map((sp) => level(sp, { sn: [-Infinity, On] })),
    ...uprights.map((sn) => upright(sn, { sp: [Op, Infinity] })),
  ];
}

/** A_p of the redesigns: γ(m² − (1 − s)²), which is attached Circle's on s ≤ 1. */
export const quadraticPositive = {
  formula: "gamma * (margin^2 - (1 - s)^2)",
  value: (s: number, { gamma, margin }: { gamma: number; margin: number }) =>
    gamma * (margin ** 2 - (1 - s) ** 2),
  slope: (s: number, { gamma }: { gamma: number }) => 2 * gamma * (1 - s),
};

/** The part of a redesign's boundary that is the arc of Circle loss, s_n² + (1 − s_p)² = radius². */
export const arcBesideCorner = (radius: number, leftmost: number): readonly Curve[] =>
  radius > 0 ? [circle({ sn: 0, sp: 1 }, radius, { sn: [leftmost, Infinity], sp: [-Infinity, 1] })] : [];

/** √(2m² − (ln K + ln L)/γ); NaN where no point of the plane reaches the target. */
export const arcRadius = (margin: number, gamma: number, offset: number): number =>
  Math.sqrt(2 * margin ** 2 - offset / gamma);

export const circleParams = {
  gamma: scale(256, [1, 1024]),
  margin: number({
    symbol: "m",
    label: "relaxation",
    default: 0.25,
    min: -1,
    max: 1,
    slider: [-0.2, 0.6],
    effect: "Widens the target circle of radius √2·m and, where weights are detached, raises both of them.",
  }),
};

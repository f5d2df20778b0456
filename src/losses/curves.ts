/** A point of the similarity plane. */
export interface Point {
  readonly sn: number;
  readonly sp: number;
}

/** Where a formula holds; an absent side is unbounded. */
export interface Validity {
  readonly sn?: readonly [number, number];
  readonly sp?: readonly [number, number];
}

/** A decision boundary in closed form, in (s_n, s_p). It is clipped to a frame by whoever draws or measures it. */
export type Curve =
  | {
      readonly kind: "line";
      readonly through: Point;
      readonly direction: Point;
      readonly where: Validity;
      /** z changes its sign here by a jump rather than through 0. */
      readonly jump?: true;
    }
  | { readonly kind: "circle"; readonly centre: Point; readonly radius: number; readonly where: Validity }
  | {
      readonly kind: "graph";
      /** s_p on the boundary for a given s_n; NaN where there is none. */
      readonly sp: (sn: number) => number;
      readonly formula: string;
      readonly where: Validity;
    };

type Line = Extract<Curve, { kind: "line" }>;

/** s_p = intercept + slope · s_n. */
export const sloped = (intercept: number, slope: number, where: Validity = {}): Line => ({
  kind: "line",
  through: { sn: 0, sp: intercept },
  direction: { sn: 1, sp: slope },
  where,
});

/** s_p = level, where given. */
export const level = (sp: number, where: Validity = {}): Line => sloped(sp, 0, where);

/** s_n = position, where given. */
export const upright = (sn: number, where: Validity = {}): Curve => ({
  kind: "line",
  through: { sn, sp: 0 },
  direction: { sn: 0, sp: 1 },
  where,
});

/** The corner of a target region s_p > `sp`, s_n < `sn`. */
export const corner = (sp: number, sn: number): readonly Curve[] => [
  level(sp, { sn: [-Infinity, sn] }),
  upright(sn, { sp: [sp, Infinity] }),
];

export const circle = (centre: Point, radius: number, where: Validity = {}): Curve => ({
  kind: "circle",
  centre,
  radius,
  where,
});

export const graph = (formula: string, sp: (sn: number) => number, where: Validity = {}): Curve => ({
  kind: "graph",
  sp,
  formula,
  where,
});

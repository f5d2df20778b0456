import type { ResolvedSingle, SingleKind } from "../spec/kinds.ts";
import { prepareLandscape } from "./landscape-figure.ts";
import type { Prepared } from "./prepared.ts";

type Preparers = {
  readonly [Kind in SingleKind]: (figure: Extract<ResolvedSingle, { readonly kind: Kind }>) => Prepared;
};

/** How each kind of figure is computed and drawn: one line each, as in `spec/kinds.ts`. */
const PREPARERS: Preparers = {
  landscape: prepareLandscape,
};

/** Computes the numbers of a figure of one frame. */
export const prepareSingle = (figure: ResolvedSingle): Prepared =>
  (PREPARERS[figure.kind] as (figure: ResolvedSingle) => Prepared)(figure);

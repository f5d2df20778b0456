import type { ResolvedSingle, SingleKind } from "../spec/kinds.ts";
import { prepareBoundaries } from "./boundaries.ts";
import { prepareCurves } from "./curves.ts";
import { prepareDifference } from "./difference.ts";
import { prepareLandscape } from "./landscape-figure.ts";
import { preparePairs } from "./pairs.ts";
import type { Prepared } from "./prepared.ts";
import { prepareScatter } from "./scatter.ts";
import { prepareSurface } from "./surface-figure.ts";

type Preparers = {
  readonly [Kind in SingleKind]: (figure: Extract<ResolvedSingle, { readonly kind: Kind }>) => Prepared;
};

/** How each kind of figure is computed and drawn: one line each, as in `spec/kinds.ts`. */
const PREPARERS: Preparers = {
  landscape: prepareLandscape,
  curves: prepareCurves,
  surface: prepareSurface,
  boundaries: prepareBoundaries,
  difference: prepareDifference,
  scatter: prepareScatter,
  pairs: preparePairs,
};

/** Computes the numbers of a figure of one frame. */
export const prepareSingle = (figure: ResolvedSingle): Prepared =>
  (PREPARERS[figure.kind] as (figure: ResolvedSingle) => Prepared)(figure);

import type { ResolvedFigure } from "../../spec/figure.ts";

/** The ways of looking at a loss, in the order of the page's head; each is a kind of figure. */
export const VIEWS = {
  landscape: "landscape",
  surface: "surface",
  curves: "curves",
  boundaries: "boundaries",
  difference: "difference",
  compare: "panels",
  batch: "pairs",
  cloud: "scatter",
} as const satisfies Record<string, ResolvedFigure["kind"]>;

export type View = keyof typeof VIEWS;

export const VIEW_IDS = Object.keys(VIEWS) as readonly View[];

export const viewOf = ({ kind }: ResolvedFigure): View =>
  VIEW_IDS.find((view) => VIEWS[view] === kind) ?? "landscape";

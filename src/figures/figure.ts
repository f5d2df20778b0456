import type { ResolvedFigure } from "../spec/figure.ts";
import { prepareSingle } from "./kinds.ts";
import { preparePanels } from "./panels.ts";
import type { Prepared } from "./prepared.ts";

/** Computes the numbers of a figure of any kind. */
export const prepareFigure = (figure: ResolvedFigure): Prepared =>
  figure.kind === "panels" ? preparePanels(figure) : prepareSingle(figure);

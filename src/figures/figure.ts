import type { ResolvedFigure } from "../spec/figure.ts";
import { dressed } from "./dress.ts";
import { prepareSingle } from "./kinds.ts";
import { panelSteps, preparePanels } from "./panels.ts";
import type { Prepared } from "./prepared.ts";

/** What `prepareFigure` computes, in pieces that it finds done if they are done before: of panels one after the other. */
export const preparationSteps = (figure: ResolvedFigure): readonly (() => void)[] =>
  figure.kind === "panels" ? panelSteps(figure) : [];

/** Computes the numbers of a figure of any kind. */
export function prepareFigure(figure: ResolvedFigure): Prepared {
  const prepared = figure.kind === "panels" ? preparePanels(figure) : prepareSingle(figure);
  return { ...prepared, draw: (how) => dressed(prepared.draw(how), figure) };
}

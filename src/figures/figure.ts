import type { ResolvedFigure } from "../spec/figure.ts";
import { dressed } from "./dress.ts";
import { prepareSingle } from "./kinds.ts";
import { preparePanels } from "./panels.ts";
import type { Prepared } from "./prepared.ts";

/** Computes the numbers of a figure of any kind. */
export function prepareFigure(figure: ResolvedFigure): Prepared {
  const prepared = figure.kind === "panels" ? preparePanels(figure) : prepareSingle(figure);
  return { ...prepared, draw: (how) => dressed(prepared.draw(how), figure) };
}

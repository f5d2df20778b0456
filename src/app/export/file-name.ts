import { isLandscape, type ResolvedFigure } from "../../spec/figure.ts";
import { hasLoss } from "../store.ts";

/** A landscape's file is called after its loss, another's after its kind first. */
export function fileStem(figure: ResolvedFigure): string {
  const parts = [isLandscape(figure) ? "" : figure.kind, hasLoss(figure) ? figure.loss.id : ""];
  return ["marginscape", ...parts].filter(Boolean).join("-");
}

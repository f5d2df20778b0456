import { lossTex } from "../../formula/loss-tex.ts";
import { namedLoss } from "../../losses/lookup.ts";
import type { Loss } from "../../losses/types.ts";
import { make } from "../dom.ts";
import { texLines } from "../formula/tex-lines.ts";

/** The loss in TeX, from the formulas of its definition. */
export function formulaBlock(loss: Loss): HTMLElement {
  const { params } = namedLoss(loss.id);
  const lines = lossTex(loss, params);
  return lines.length === 0
    ? make("p", { class: "formula" }, "A function of sets; it has no formula on the plane.")
    : texLines(lines, `Formula of ${loss.name}`);
}

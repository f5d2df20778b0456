import { lossTex } from "../../formula/loss-tex.ts";
import { namedLoss } from "../../losses/lookup.ts";
import type { Loss } from "../../losses/types.ts";
import { texLines } from "../formula/tex-lines.ts";
import { words } from "../words/words.ts";

/** The loss in TeX, from the formulas of its definition. */
export function formulaBlock(loss: Loss): HTMLElement {
  const { params } = namedLoss(loss.id);
  return texLines(lossTex(loss, params), words.meaning.formulaOf(loss.name));
}

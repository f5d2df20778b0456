import { formulas, lossTexts } from "../formula/formulas.ts";
import { programs } from "../plane/tiles/programs.ts";
import { otherKinds } from "../spec/kinds.ts";

/** Says where the page fetches what its first figure rarely needs. */
export function fetchWhenNeeded(): void {
  formulas.comesFrom(() => import("../formula/whole.ts"));
  lossTexts.comesFrom(() => import("../formula/loss-tex.ts"));
  otherKinds.comesFrom(() => import("../spec/other-kinds.ts"));
  programs.comesFrom(() => import("../plane/tiles/sample-program.ts"));
}

import { formulas, lossTexts } from "../formula/formulas.ts";
import { flows } from "./flows.ts";
import { programs } from "../plane/tiles/programs.ts";
import { otherKinds } from "../spec/kinds.ts";

/** For whoever loads only what a figure needs, the explorer and `marginscape export`: where the rest comes from. */
export function fetchWhenNeeded(): void {
  formulas.comesFrom(() => import("../formula/whole.ts"));
  lossTexts.comesFrom(() => import("../formula/loss-tex.ts"));
  otherKinds.comesFrom(() => import("../spec/other-kinds.ts"));
  flows.comesFrom(() => import("../region/flow.ts"));
  programs.comesFrom(() => import("../plane/tiles/sample-program.ts"));
}

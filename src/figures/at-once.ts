import { lossTexts } from "../formula/formulas.ts";
import { lossTex } from "../formula/loss-tex.ts";
import { provideFormulas } from "../plane/at-once.ts";
import { otherKinds } from "../spec/kinds.ts";
import * as kindCode from "../spec/other-kinds.ts";
import { descentFlow } from "../region/flow.ts";
import { flows } from "./flows.ts";

/** For whoever shall have at once what the explorer loads when a figure needs it: library, command line, players. */
export function provideAll(): void {
  provideFormulas();
  otherKinds.provide(kindCode);
  lossTexts.provide({ lossTex });
  flows.provide({ descentFlow });
}

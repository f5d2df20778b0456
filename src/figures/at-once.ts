import { lossTexts } from "../formula/formulas.ts";
import { lossTex } from "../formula/loss-tex.ts";
import { provideFormulas } from "../plane/at-once.ts";

/** For whoever shall have at once what the explorer loads when a figure needs it: library, command line, players. */
export function provideAll(): void {
  provideFormulas();
  lossTexts.provide({ lossTex });
}

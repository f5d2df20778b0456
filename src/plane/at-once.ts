import { formulas } from "../formula/formulas.ts";
import * as formulaCode from "../formula/whole.ts";
import { programs } from "./tiles/programs.ts";
import * as programCode from "./tiles/sample-program.ts";

/** For whoever shall have formulas at once. */
export function provideFormulas(): void {
  formulas.provide(formulaCode);
  programs.provide(programCode);
}

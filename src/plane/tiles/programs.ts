import { OnDemand } from "../../formula/on-demand.ts";
import type * as programCode from "./sample-program.ts";

/** Programs over a grid. */
export const programs = new OnDemand<typeof programCode>("programs");

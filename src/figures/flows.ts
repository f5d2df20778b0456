import { OnDemand } from "../formula/on-demand.ts";
import type * as flowCode from "../region/flow.ts";

/** What follows a gradient: most figures have no paths. */
export const flows = new OnDemand<Pick<typeof flowCode, "descentFlow">>("descent paths");

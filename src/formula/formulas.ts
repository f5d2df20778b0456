import type * as texCode from "./loss-tex.ts";
import { OnDemand } from "./on-demand.ts";
import type * as formulaCode from "./whole.ts";

/** Formulas as text. Built-in losses are drawn from their closed forms and need none of it. */
export const formulas = new OnDemand<typeof formulaCode>("formulas");

/** Losses as TeX. */
export const lossTexts = new OnDemand<Pick<typeof texCode, "lossTex">>("TeX of losses");

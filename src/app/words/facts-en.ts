import { gradientNote } from "../../figures/caption.ts";
import type { Say } from "../../player/readout.ts";
import { REGION_ENGLISH } from "../../region/english.ts";
import type { RegionWords } from "../../region/language.ts";
import { FIGURES_EN, type FigureWords } from "./figure-words.ts";
import { LOSSES_EN, type LossWords } from "./loss-words.ts";
import type { Text } from "./text.ts";

const LABELS_EN = {
  region: "Region",
  noParams: "No parameters.",
  paramsOf: (loss: string) => `Parameters of ${loss}`,
  param: "parameter",
  default: "default",
  legal: "legal",
  range: (least: string, most: string) => `${least} to ${most}`,
} as const;

/** What the page says of losses, of their regions and of figures. */
export interface FactWords {
  readonly labels: Text<typeof LABELS_EN>;
  readonly gradientNote: typeof gradientNote;
  readonly losses: LossWords;
  readonly region: RegionWords;
  readonly figures: FigureWords;
  /** Of the crosshair on a figure that is no landscape. */
  readonly reading: Say;
}

export const FACTS_EN: FactWords = {
  labels: LABELS_EN,
  gradientNote,
  losses: LOSSES_EN,
  region: REGION_ENGLISH,
  figures: FIGURES_EN,
  reading: (english) => english,
};

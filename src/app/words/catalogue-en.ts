import type { Text } from "./text.ts";

/** The texts of the catalogue in English. */
export const CATALOGUE_EN = {
  title: "Catalogue",
  tagline: "every loss, generated from its definition",
  explorer: "Explorer",
  search: "Search",
  searchHint: "name, author, year, variant …",
  family: "Family",
  allFamilies: "all families",
  count: (shown: number, all: number) =>
    shown === 0 ? "No loss fits this search." : `${shown} of ${all} losses`,
  landscapeOf: (loss: string) => `Landscape of ${loss}`,
  open: "Open in the explorer",
  copyBibtexOf: (loss: string) => `Copy BibTeX of ${loss}`,
  copiedBibtexOf: (loss: string) => `Copied BibTeX of ${loss}`,
} as const;

export type CatalogueWords = Text<typeof CATALOGUE_EN>;

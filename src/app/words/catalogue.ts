import { CATALOGUE_EN, type CatalogueWords } from "./catalogue-en.ts";
import { CATALOGUE_ZH } from "./catalogue-zh.ts";
import { EN } from "./en.ts";
import { words } from "./words.ts";

/** What the catalogue says in the language of the page. */
export const catalogueWords = (): CatalogueWords => (words === EN ? CATALOGUE_EN : CATALOGUE_ZH);

import { EN } from "./en.ts";
import { FACTS_EN, type FactWords } from "./facts-en.ts";
import { words } from "./words.ts";

/** What is said of losses, regions and figures in the language of the page. Read when a text is shown, as `words` is. */
export let facts: FactWords = FACTS_EN;

/** Loads it; who shows facts calls it first. */
export async function learnFacts(): Promise<void> {
  if (words !== EN) facts = (await import("./facts-zh.ts")).FACTS_ZH;
}

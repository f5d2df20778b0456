import { TYPED } from "../../formula/language.ts";
import { LOSSES } from "../../losses/index.ts";
import type { Family, Loss } from "../../losses/types.ts";
import { words } from "../words/words.ts";

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What a search finds it by. */
  readonly found: string;
}

export interface ChoiceGroup {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** Letters and digits alone, without accents: “arc-face” finds ArcFace. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

const choiceOf = ({ id, name, aliases, source }: Loss): Choice => ({
  id,
  name,
  found: [id, name, ...aliases, ...source.authors, source.title, String(source.year)].map(plain).join(" "),
});

/** The losses to choose from, a group for each family; before them those used last, behind them a text of one's own. */
export function lossChoices(recent: readonly string[], typedName: string): ChoiceGroup[] {
  const families = Object.keys(words.families) as Family[];
  const used = recent.flatMap((id) => LOSSES.filter((loss) => loss.id === id));
  const typed = {
    id: TYPED,
    name: typedName || words.picker.own,
    found: plain(words.picker.own + typedName),
  };
  return [
    { title: words.picker.recent, choices: used.map(choiceOf) },
    { title: words.picker.typed, choices: [typed] },
    ...families.map((family) => ({
      title: words.families[family],
      choices: LOSSES.filter((loss) => loss.family === family).map(choiceOf),
    })),
  ].filter(({ choices }) => choices.length > 0);
}

/** What of the choices a text finds: every word of it somewhere in what a choice is found by. */
export function foundBy(groups: readonly ChoiceGroup[], text: string): ChoiceGroup[] {
  const sought = text.split(/\s+/).map(plain).filter(Boolean);
  if (sought.length === 0) return [...groups];
  const seen = new Set<string>();
  return groups.flatMap(({ title, choices }) => {
    const found = choices.filter(({ id, found: by }) => {
      if (seen.has(id) || !sought.every((word) => by.includes(word))) return false;
      seen.add(id);
      return true;
    });
    return found.length === 0 ? [] : [{ title, choices: found }];
  });
}

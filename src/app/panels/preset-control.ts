import { type ChoiceControl, choiceControl, type Option } from "../controls/choice.ts";
import type { History } from "../history.ts";
import { words } from "../words/words.ts";

/** What stands in the menu of presets before one is chosen. */
export const noPreset = (): Option => ({ value: "", text: words.presetGroups.choose });

/** The menu of the figures of the papers, which are loaded for it after the page's first. */
export function presetControl(history: History, choose: (name: string) => void): ChoiceControl {
  const preset = choiceControl(words.head.presets, [noPreset()], (name) => {
    if (name === "") return;
    choose(name);
    preset.show("");
  });
  preset.element.classList.add("inline", "presets");
  history.watch(() => preset.show(""));
  return preset;
}

import { PRESETS } from "../../spec/presets.ts";
import { choiceControl } from "../controls/choice.ts";
import type { History } from "../history.ts";
import { words } from "../words/words.ts";
import { presetOptions } from "./preset-groups.ts";

/** The figures of the papers, in the theme of the page. */
export function presetControl(history: History): HTMLElement {
  const preset = choiceControl(words.head.presets, presetOptions(), (name) => {
    if (name === "") return;
    history.replace({ ...PRESETS[name].spec, theme: history.shown.figure.theme }, "preset");
    preset.show("");
  });
  preset.element.classList.add("inline", "presets");
  history.watch(() => preset.show(""));
  return preset.element;
}

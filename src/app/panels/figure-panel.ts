import { THEMES } from "../../spec/entries.ts";
import { type FigureSpec, parseFigure } from "../../spec/figure.ts";
import { PRESETS } from "../../spec/presets.ts";
import { choiceControl } from "../controls/choice.ts";
import { textControl } from "../controls/text.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import { presetOptions } from "./preset-groups.ts";

/** What a figure of any kind has: where it comes from, its theme, its title. */
export function figurePanel(history: History): HTMLElement {
  const change = (changes: Partial<FigureSpec>, by: string): string | null =>
    refusal(() => history.replace(parseFigure({ ...history.shown.figure, ...changes }), by));
  const preset = choiceControl("Figure", presetOptions(), (name) => {
    if (name === "") return;
    history.replace({ ...PRESETS[name].spec, theme: history.shown.figure.theme }, "preset");
    preset.show("");
  });
  const themes = THEMES.map((value) => ({ value, text: value }));
  const theme = choiceControl("Theme", themes, (value) => {
    const chosen = THEMES.find((each) => each === value);
    if (chosen) change({ theme: chosen }, "theme");
  });
  const title = textControl("Title", (text) => change({ title: text }, "title"));
  history.watch(({ figure }) => {
    preset.show("");
    theme.show(figure.theme);
    title.show(figure.title);
  });
  return make("div", { class: "panel" }, preset.element, title.element, theme.element);
}

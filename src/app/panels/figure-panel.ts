import { THEMES } from "../../spec/entries.ts";
import { type FigureSpec, parseFigure } from "../../spec/figure.ts";
import { choiceControl } from "../controls/choice.ts";
import { textControl } from "../controls/text.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import { words } from "../words/words.ts";

/** What a figure of any kind has: its title, its theme. */
export function figurePanel(history: History): HTMLElement {
  const change = (changes: Partial<FigureSpec>, by: string): string | null =>
    refusal(() => history.replace(parseFigure({ ...history.shown.figure, ...changes }), by));
  const themes = THEMES.map((value) => ({ value, text: words.themes[value] }));
  const theme = choiceControl(words.figure.theme, themes, (value) => {
    const chosen = THEMES.find((each) => each === value);
    if (chosen) change({ theme: chosen }, "theme");
  });
  const title = textControl(words.figure.title, (text) => change({ title: text }, "title"));
  history.watch(({ figure }) => {
    theme.show(figure.theme);
    title.show(figure.title);
  });
  return make("div", { class: "panel" }, title.element, theme.element);
}

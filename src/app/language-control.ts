import { choiceControl } from "./controls/choice.ts";
import { changeLanguage, type Language, LANGUAGES, wantedLanguage, words } from "./words/words.ts";

/** The languages of the page; another one is there at once, with the page as it was. */
export function languageControl(): HTMLElement {
  const language = choiceControl(
    words.head.language,
    Object.entries(LANGUAGES).map(([value, text]) => ({ value, text })),
    (chosen) => changeLanguage(chosen as Language),
  );
  language.show(wantedLanguage());
  language.element.classList.add("inline");
  return language.element;
}

import { EN, type Words } from "./en.ts";

/** The languages of the page by their own names. */
export const LANGUAGES = { en: "English", zh: "中文" } as const;
export type Language = keyof typeof LANGUAGES;

/** The texts in the language of the page. Read when a text is shown, not when a module loads. */
export let words: Words = EN;

const KEPT = "marginscape-language";

const isLanguage = (name: string | null): name is Language => name !== null && Object.hasOwn(LANGUAGES, name);

/** The reader's choice, else the browser's first language that the page has. */
export function wantedLanguage(): Language {
  const kept = keptLanguage();
  if (isLanguage(kept)) return kept;
  const known = navigator.languages.map((each) => each.slice(0, 2)).find(isLanguage);
  return known ?? "en";
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    // a browser that forbids storage has no choice to remember
    return null;
  }
}

/** Loads the texts; a page calls it once, before it says anything. */
export async function speak(language: Language): Promise<void> {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  if (language === "zh") words = (await import("./zh.ts")).ZH;
}

/** Remembers a language; the page comes back in it, with the figure that its link carries. */
export function changeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // then it holds for nothing: the page stays as it is
    return;
  }
  location.reload();
}

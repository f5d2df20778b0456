import { EDITOR_EN, type EditorWords } from "./editor-en.ts";
import { EDITOR_ZH } from "./editor-zh.ts";
import { EN } from "./en.ts";
import { words } from "./words.ts";

/** What the formula editor says of its language in the language of the page; loaded with the editor. */
export const editorWords = (): EditorWords => (words === EN ? EDITOR_EN : EDITOR_ZH);

import { make } from "../dom.ts";
import { editorWords } from "../words/editor.ts";

/** Every other part of a text is code. */
const parts = (text: string): (Node | string)[] =>
  text.split("`").map((part, i) => (i % 2 === 0 ? part : make("code", {}, part)));

/** The language in short. */
export function formulaHelp(): HTMLElement {
  const { help, entries } = editorWords();
  return make(
    "details",
    { class: "formula-help" },
    make("summary", {}, help),
    make(
      "dl",
      {},
      ...entries.flatMap(([term, text]) => [make("dt", {}, term), make("dd", {}, ...parts(text))]),
    ),
  );
}

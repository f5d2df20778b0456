import { drawFigure } from "../../export/figure.ts";
import { type Snippet, snippets } from "../../export/snippets.ts";
import { choiceControl } from "../controls/choice.ts";
import { freshId, make } from "../dom.ts";
import type { History } from "../history.ts";
import { fileStem } from "./file-name.ts";
import { words } from "../words/words.ts";

/** Text to paste into a page or a post, with the saved picture as what stands where scripts do not run. */
export function snippetSection(history: History): HTMLElement {
  const id = freshId("snippet");
  const area = make("textarea", { id, readonly: true, rows: 6, spellcheck: "false" });
  const said = make("p", { class: "hint", role: "status" });
  let kind = "html";
  const texts = (): Snippet[] => {
    const { figure } = history.shown;
    const { width, height, description } = drawFigure(figure);
    const address = new URL(".", location.href).href;
    return snippets(figure, { address, image: `${fileStem(figure)}.svg`, width, height, alt: description });
  };
  const show = (): void => {
    area.value = texts().find((each) => each.id === kind)?.text ?? "";
    const beside: Readonly<Record<string, string>> = words.export.besideIn;
    said.textContent = [words.export.saveBeside, beside[kind]].filter(Boolean).join(" ");
  };
  const choice = choiceControl(words.export.madeWith, [], (value) => {
    kind = value;
    show();
  });
  const copy = make("button", { type: "button" }, words.export.copyText);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = words.export.textCopied;
    } catch {
      area.select();
      said.textContent = words.export.textMarked;
    }
  });
  const section = make(
    "details",
    {},
    make("summary", {}, words.export.inPage),
    choice.element,
    make("label", { for: id }, words.export.toPaste),
    area,
    make("div", { class: "row" }, copy),
    said,
  );
  section.addEventListener("toggle", () => {
    if (!section.open) return;
    choice.show(
      kind,
      texts().map((each) => ({ value: each.id, text: each.name })),
    );
    show();
  });
  return section;
}

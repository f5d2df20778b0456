import { chosenLoss } from "../../spec/figure-loss.ts";
import { make } from "../dom.ts";
import type { FormulaEditor } from "../formula/editor.ts";
import type { LossStore } from "../store.ts";
import { words } from "../words/words.ts";

export interface FormulaPanel {
  /** The two buttons that open the editor, for beside the picker. */
  readonly buttons: HTMLElement;
  readonly element: HTMLElement;
  /** Opens the editor on the reader's own text. */
  open(): void;
}

/** The formula editor, loaded when it is first opened. Closing loses nothing. */
export function formulaPanel(store: LossStore): FormulaPanel {
  const element = make("section", {
    class: "panel",
    id: "formula-panel",
    "aria-label": words.formula.room,
    hidden: true,
  });
  const toggle = make(
    "button",
    { type: "button", "aria-expanded": "false", "aria-controls": element.id },
    words.formula.open,
  );
  const fork = make("button", { type: "button", title: words.formula.changeHint }, words.formula.change);
  let editor: Promise<FormulaEditor> | undefined;
  const show = (open: boolean): void => {
    element.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("is-editing", open);
  };
  const close = (): void => {
    show(false);
    toggle.focus();
  };
  const open = async (start: (editor: FormulaEditor) => void): Promise<void> => {
    editor ??= import("../formula/editor.ts").then(({ FormulaEditor: Editor }) => {
      const made = new Editor(store, close);
      element.append(made.element);
      return made;
    });
    const ready = await editor;
    show(true);
    start(ready);
    ready.focus();
  };
  const resume = (): void => void open((ready) => ready.resume());
  toggle.addEventListener("click", () => (element.hidden ? resume() : close()));
  fork.addEventListener("click", () => void open((ready) => ready.fork()));

  let wasTyped = false;
  store.watch(({ figure }) => {
    const isTyped = chosenLoss(figure.loss).loss.text !== undefined;
    fork.hidden = isTyped;
    if (wasTyped && !isTyped) show(false);
    wasTyped = isTyped;
  });
  return { buttons: make("div", { class: "button-row" }, toggle, fork), element, open: resume };
}

import { make } from "./dom.ts";
import { openFiles } from "./drop.ts";
import type { History } from "./history.ts";
import type { KeepDialog } from "./keep/dialog.ts";
import type { Notices } from "./notices.ts";
import { words } from "./words/words.ts";

/** The way back and forth, figures that are kept, and files that come back. */
export function headActions(history: History, say: Notices): HTMLElement[] {
  const undo = button(words.actions.undo, "undo", () => history.undo());
  const redo = button(words.actions.redo, "redo", () => history.redo());
  let kept: KeepDialog | undefined;
  const keep = button(words.actions.kept, "my-figures", async () => {
    if (kept === undefined) {
      kept = new (await import("./keep/dialog.ts")).KeepDialog(history);
      document.body.append(kept.element);
    }
    await kept.open();
  });
  history.watch(() => {
    undo.disabled = !history.canUndo;
    redo.disabled = !history.canRedo;
  });
  addEventListener("keydown", (event) => {
    const { target } = event;
    const typing =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
    if (typing || !(event.ctrlKey || event.metaKey)) return;
    const isRedo = event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    if (!isRedo && event.key !== "z") return;
    event.preventDefault();
    if (isRedo) history.redo();
    else history.undo();
  });
  return [undo, redo, keep, openFiles(history, say)];
}

export function button(text: string, id: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button", id }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

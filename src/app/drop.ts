import { make } from "./dom.ts";
import type { History } from "./history.ts";
import type { Notices } from "./notices.ts";
import { words } from "./words/words.ts";

/**
 * Files with a figure in them come back: dropped anywhere on the page, pasted, or chosen with the button that is given
 * back. One step of undo; a file that is none of ours changes nothing.
 */
export function openFiles(history: History, say: Notices): HTMLButtonElement {
  const open = async (files: readonly File[]): Promise<void> =>
    (await import("./open-first.ts")).openFirst(files, history, say);
  dropping(open);
  addEventListener("paste", ({ clipboardData, target }) => {
    // programs that copy text often copy its picture too
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const files = [...(clipboardData?.files ?? [])];
    if (files.length > 0) void open(files);
  });
  const input = make("input", {
    type: "file",
    accept: ".svg,.png,.pdf,.html,.tex,.gif,.json",
    multiple: true,
    hidden: true,
    "aria-label": words.files.choose,
  });
  input.addEventListener("change", () => {
    void open([...(input.files ?? [])]);
    input.value = "";
  });
  const button = make("button", { type: "button", id: "open-file" }, words.actions.open, input);
  button.addEventListener("click", (event) => {
    if (event.target !== input) input.click();
  });
  return button;
}

/** While files are over the page, it says what will happen to them. */
function dropping(open: (files: readonly File[]) => Promise<void>): void {
  const hint = make("p", { class: "drop-hint", hidden: true }, words.files.drop);
  document.body.append(hint);
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hint.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    hint.hidden = true;
    void open([...(event.dataTransfer?.files ?? [])]);
  });
}

import type { ResolvedFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import { openFiles } from "../drop.ts";
import { fileStem } from "../export/file-name.ts";
import { linkOf } from "../link.ts";
import type { History } from "../history.ts";
import type { FormatId } from "../../export/formats.ts";
import type { ExportDialog } from "../export/dialog.ts";
import { download, figureFile } from "../save.ts";

/** Undo, redo, copy link, the usual files at once, and all others with their options. */
export function actionBar(history: History, tell: (message: string) => void): HTMLElement[] {
  const spec = (): ResolvedFigure => history.shown.figure;
  const name = (): string => fileStem(spec());
  const undo = button("Undo", "undo", () => history.undo());
  const redo = button("Redo", "redo", () => history.redo());
  const copy = button("Copy link", "copy-link", async () => {
    const link = linkOf(history.shown);
    try {
      await navigator.clipboard.writeText(link);
      tell(
        link.length > 2000
          ? `Link copied. It has ${link.length} characters; some programs cut links that long.`
          : "Link copied.",
      );
    } catch {
      tell(`This browser does not let the page copy. The link: ${link}`);
    }
  });
  const saver = (format: FormatId): HTMLButtonElement =>
    button(`Save ${format.toUpperCase()}`, `save-${format}`, async () => {
      try {
        download(await figureFile(spec(), format), `${name()}.${format}`);
      } catch (error) {
        tell(`The ${format.toUpperCase()} could not be made: ${(error as Error).message}`);
      }
    });
  let dialog: ExportDialog | undefined;
  const more = button("Export …", "export", async () => {
    if (dialog === undefined) {
      dialog = new (await import("../export/dialog.ts")).ExportDialog(history);
      document.body.append(dialog.element);
    }
    dialog.open();
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
  return [
    undo,
    redo,
    copy,
    ...(["svg", "png", "pdf", "json"] as const).map(saver),
    more,
    openFiles(history, tell),
  ];
}

function button(text: string, id: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button", id }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

import { isLandscape, type ResolvedFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import { linkOf } from "../link.ts";
import type { History } from "../history.ts";
import type { FormatId } from "../../export/formats.ts";
import { download, figureFile } from "../save.ts";
import { hasLoss } from "../store.ts";

/** Undo, redo, copy link, save SVG, PNG and JSON. */
export function actionBar(history: History, tell: (message: string) => void): HTMLElement[] {
  const spec = (): ResolvedFigure => history.shown.figure;
  const name = (): string => nameOf(spec());
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
  return [undo, redo, copy, ...(["svg", "png", "json"] as const).map(saver)];
}

/** A landscape's file is called after its loss, another's after its kind first. */
function nameOf(figure: ResolvedFigure): string {
  const parts = [isLandscape(figure) ? "" : figure.kind, hasLoss(figure) ? figure.loss.id : ""];
  return ["marginscape", ...parts].filter(Boolean).join("-");
}

function button(text: string, id: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button", id }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

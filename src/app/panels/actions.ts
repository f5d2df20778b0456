import { isLandscape, type ResolvedFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import { linkOf } from "../link.ts";
import type { History } from "../history.ts";
import { download, jsonFile, pngFile, svgFile } from "../save.ts";
import { hasLoss } from "../store.ts";

const PNG_SCALE = 2;

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
  const svg = button("Save SVG", "save-svg", () => download(svgFile(spec()), `${name()}.svg`));
  const png = button("Save PNG", "save-png", async () => {
    try {
      download(await pngFile(spec(), PNG_SCALE), `${name()}.png`);
    } catch (error) {
      tell(`The PNG could not be made: ${(error as Error).message}`);
    }
  });
  const json = button("Save JSON", "save-json", () => download(jsonFile(spec()), `${name()}.json`));
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
  return [undo, redo, copy, svg, png, json];
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

import type { LandscapeSpec } from "../../spec/landscape-schema.ts";
import { make } from "../dom.ts";
import { linkOf } from "../link.ts";
import { download, pngFile, svgFile } from "../save.ts";
import type { Store } from "../store.ts";

const PNG_SCALE = 2;

/** Undo, redo, copy link, save SVG, save PNG. */
export function actionBar(store: Store, tell: (message: string) => void): HTMLElement[] {
  const name = (): string => `marginscape-${store.state.figure.loss.id}`;
  const spec = (): LandscapeSpec => store.state.figure;
  const undo = button("Undo", "undo", () => store.undo());
  const redo = button("Redo", "redo", () => store.redo());
  const copy = button("Copy link", "copy-link", async () => {
    const link = linkOf(store.state);
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
  store.watch(() => {
    undo.disabled = !store.canUndo;
    redo.disabled = !store.canRedo;
  });
  addEventListener("keydown", (event) => {
    const { target } = event;
    const typing =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
    if (typing || !(event.ctrlKey || event.metaKey)) return;
    const isRedo = event.key === "y" || (event.key.toLowerCase() === "z" && event.shiftKey);
    if (!isRedo && event.key !== "z") return;
    event.preventDefault();
    if (isRedo) store.redo();
    else store.undo();
  });
  return [undo, redo, copy, svg, png];
}

function button(text: string, id: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button", id }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

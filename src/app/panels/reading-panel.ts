import { crosshair } from "../../player/crosshair.ts";
import { readoutFor } from "../../player/readout.ts";
import { isLandscape } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import type { FigureView } from "../view/figure-view.ts";
import { words } from "../words/words.ts";

/**
 * What a figure that is no landscape says of the place under the crosshair: the same that an exported page says. A
 * surface turns under the pointer instead.
 */
export function readingPanel(history: History, view: FigureView): HTMLElement {
  const readout = readoutFor();
  const cross = crosshair(readout.show);
  const panel = make(
    "section",
    { class: "panel" },
    make("h2", {}, words.meaning.atCrosshair),
    readout.element,
  );
  view.element.append(cross.element);
  view.whenReadable(cross.cover);
  history.watch(({ figure }) => {
    const isRead = !isLandscape(figure) && figure.kind !== "surface";
    cross.element.hidden = !isRead;
    panel.hidden = !isRead;
  });
  return panel;
}

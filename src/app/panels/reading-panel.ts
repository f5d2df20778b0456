import { crosshair } from "../../player/crosshair.ts";
import { readoutFor } from "../../player/readout.ts";
import { hasNodes, isLandscape } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import { nodeDragging } from "../hands/nodes.ts";
import { type Zoom, zooming } from "../hands/zooming.ts";
import type { History } from "../history.ts";
import type { FigureView } from "../view/figure-view.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

/**
 * What a figure that is no landscape says of the place under the crosshair: the same that an exported page says. Over a
 * surface lies what turns it; there the crosshair follows a pointer that presses nothing. `reads`: it has read the picture
 * that stands, where that is of such a figure.
 */
export function readingPanel(
  history: History,
  view: FigureView,
  zoom: Zoom,
): { readonly element: HTMLElement; readonly reads: Promise<void> | undefined } {
  const readout = readoutFor(facts.reading);
  const cross = crosshair(readout.show, { role: words.crosshair.name, label: words.crosshair.onFigure });
  const hint = make("p", { class: "hint" }, words.meaning.nodes);
  const status = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  const panel = make(
    "section",
    { class: "panel" },
    make("h2", {}, words.meaning.atCrosshair),
    readout.element,
    hint,
    status,
  );
  view.element.append(cross.element);
  nodeDragging(history, view, cross, (node, isHeld) => {
    status.textContent = isHeld ? words.meaning.held(node) : words.meaning.letGo(node);
  });
  zooming(zoom, cross.element, (event) => {
    const { x, y, width, height } = cross.frame();
    const pixel = cross.pixelAt(event);
    return [(pixel.x - x) / width, 1 - (pixel.y - y) / height];
  });
  let reads: Promise<void> | undefined;
  view.whenReadable((scene, askAt) => (reads = cross.cover(scene, askAt)));
  view.element.addEventListener("pointermove", (event) => {
    if (history.shown.figure.kind === "surface" && event.buttons === 0) cross.follow(event);
  });
  history.watch(({ figure }) => {
    const isRead = !isLandscape(figure);
    cross.element.hidden = !isRead;
    cross.element.classList.toggle("over-surface", figure.kind === "surface");
    panel.hidden = !isRead;
    hint.hidden = !hasNodes(figure);
  });
  return { element: panel, reads };
}

import type { DrawnLandscape } from "../../export/figure.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import type { Crosshair } from "../view/crosshair.ts";
import type { FigureView } from "../view/figure-view.ts";
import { type Handle, handleAt } from "./handles.ts";
import { type FramePlace, pointAt } from "./place.ts";

/** Marked points, the starts of paths and the boundary itself follow a pointer that takes hold of them. */
export function grabbing(history: History, view: FigureView, crosshair: Crosshair): void {
  const { element } = crosshair;
  let drawn: DrawnLandscape | undefined;
  let held: Handle | undefined;
  let count = 0;
  view.watch((fresh) => {
    drawn = fresh;
  });
  const placeIn = ({ clientX, clientY }: PointerEvent): { place: FramePlace; size: [number, number] } => {
    const box = element.getBoundingClientRect();
    return {
      place: [(clientX - box.left) / box.width, 1 - (clientY - box.top) / box.height],
      size: [box.width, box.height],
    };
  };
  const under = (event: PointerEvent): Handle | undefined => {
    if (drawn === undefined || !event.isPrimary) return undefined;
    const { place, size } = placeIn(event);
    return handleAt(drawn, place, size);
  };
  const offer = (handle: Handle | undefined): void => {
    element.classList.toggle("can-grab", handle !== undefined);
    element.title = handle?.hint ?? "";
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.shiftKey) return;
    held = under(event);
    if (held === undefined) return;
    element.setPointerCapture(event.pointerId);
    element.dataset["held"] = held.name;
    count++;
  });
  element.addEventListener("pointermove", (event) => {
    if (held === undefined) {
      if (event.pointerType === "mouse") offer(under(event));
      return;
    }
    const { figure } = history.shown;
    if (figure.kind !== "landscape") return;
    const { place } = placeIn(event);
    const within = place.map((part) => Math.min(1, Math.max(0, part))) as [number, number];
    const { sn, sp } = pointAt(figure.axes, within);
    const next = held.moved(figure, { sn: rounded(sn), sp: rounded(sp) });
    if (next !== undefined) refusal(() => history.replace(next, `${held?.step} ${count}`));
  });
  const release = (): void => {
    held = undefined;
    delete element.dataset["held"];
  };
  element.addEventListener("pointerup", release);
  element.addEventListener("pointercancel", release);
}

/** Four digits are finer than a pixel, and can be read in a link. */
const rounded = (s: number): number => Math.round(s * 1e4) / 1e4 + 0;

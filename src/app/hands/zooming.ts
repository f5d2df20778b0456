import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import type { Crosshair } from "../view/crosshair.ts";
import { words } from "../words/words.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { movedPlane, usualPlane } from "./zoom.ts";

/** One press of a button or a key. */
const STEP = 1.25;
const MIDDLE = [0.5, 0.5] as const;

/**
 * The plane nearer and farther, by buttons, by + − 0, by Ctrl and the wheel or two fingers; moved by Shift and a drag
 * or two fingers. Every change is sampled anew.
 */
export function zooming(history: History, crosshair: Crosshair): HTMLElement {
  const { element } = crosshair;
  let gesture = 0;
  const put = (next: (figure: ResolvedLandscape) => ResolvedLandscape): void => {
    const { figure } = history.shown;
    if (figure.kind === "landscape") refusal(() => history.replace(next(figure), `plane ${gesture}`));
  };
  const button = (text: string, label: string, act: () => void): HTMLElement => {
    const made = make("button", { type: "button", "aria-label": label, title: label }, text);
    made.addEventListener("click", () => {
      gesture++;
      act();
    });
    return made;
  };
  const nearer = (): void => put((figure) => movedPlane(figure, MIDDLE, 1 / STEP));
  const farther = (): void => put((figure) => movedPlane(figure, MIDDLE, STEP));
  const usual = (): void => put(usualPlane);
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { "+": nearer, "=": nearer, "-": farther, "0": usual, r: usual, h: usual }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    gesture++;
    act();
  });
  const partsIn = (x: number, y: number): [number, number] => {
    const box = element.getBoundingClientRect();
    return [(x - box.left) / box.width, 1 - (y - box.top) / box.height];
  };
  element.addEventListener(
    "wheel",
    (event) => {
      // the page scrolls as ever; a pinch on a touch pad comes with Ctrl
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = Math.exp(Math.max(-40, Math.min(40, event.deltaY)) * 0.01);
      put((figure) => movedPlane(figure, partsIn(event.clientX, event.clientY), factor));
    },
    { passive: false },
  );
  pinching(
    element,
    partsIn,
    (around, factor, by) => put((figure) => movedPlane(figure, around, factor, by)),
    () => {
      gesture++;
    },
  );
  return make(
    "div",
    { class: "zoom", role: "group", "aria-label": words.zoom.group },
    button("+", words.zoom.nearer, nearer),
    button("−", words.zoom.farther, farther),
    button("⌂", words.zoom.usual, usual),
  );
}

type Move = (around: [number, number], factor: number, by: [number, number]) => void;

/** Two fingers, or one pointer with Shift. */
function pinching(
  element: HTMLElement,
  partsIn: (x: number, y: number) => [number, number],
  move: Move,
  begin: () => void,
): void {
  const fingers = new Map<number, [number, number]>();
  let isPanning = false;
  const stateOf = () => {
    const all = [...fingers.values()];
    const [a, b = a] = all;
    const middle: [number, number] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    return { middle, apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" && !event.shiftKey) return;
    fingers.set(event.pointerId, partsIn(event.clientX, event.clientY));
    isPanning = event.shiftKey;
    if (isPanning) element.setPointerCapture(event.pointerId);
    begin();
  });
  element.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || (fingers.size < 2 && !isPanning)) return;
    const before = stateOf();
    fingers.set(event.pointerId, partsIn(event.clientX, event.clientY));
    const after = stateOf();
    const factor = before.apart > 0 && after.apart > 0 ? before.apart / after.apart : 1;
    move(after.middle, factor, [after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]]);
    event.stopImmediatePropagation();
  });
  const lift = ({ pointerId }: PointerEvent): void => {
    fingers.delete(pointerId);
    isPanning = false;
  };
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
}

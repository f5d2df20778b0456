import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import { words } from "../words/words.ts";
import { asUsual, movedBy, withPlane } from "./zoom.ts";

/** One press of a button or a key. */
const STEP = 1.25;
const MIDDLE = [0.5, 0.5] as const;

/** Moves the plane of the page's figure. */
export class Zoom {
  #gesture = 0;

  constructor(private readonly history: History) {}

  /** From here on changes are another step of undo. */
  begin(): void {
    this.#gesture++;
  }

  /** Does nothing where the figure has no plane. */
  move(move: Parameters<typeof withPlane>[1], by = "plane"): void {
    const { figure } = this.history.shown;
    refusal(() => this.history.replace(withPlane(figure, move), `${by} ${this.#gesture}`));
  }

  nearer = (): void => this.move(movedBy(MIDDLE, 1 / STEP));
  farther = (): void => this.move(movedBy(MIDDLE, STEP));
  usual = (): void => this.move(asUsual);
}

/** Buttons for the plane nearer, farther and as it usually is. */
export function zoomButtons(zoom: Zoom): HTMLElement {
  const button = (text: string, label: string, act: () => void): HTMLElement => {
    const made = make("button", { type: "button", "aria-label": label, title: label }, text);
    made.addEventListener("click", () => {
      zoom.begin();
      act();
    });
    return made;
  };
  return make(
    "div",
    { class: "zoom", role: "group", "aria-label": words.zoom.group },
    button("+", words.zoom.nearer, zoom.nearer),
    button("−", words.zoom.farther, zoom.farther),
    button("↺", words.zoom.usual, zoom.usual),
  );
}

type PartsAt = (event: MouseEvent) => [number, number];

/**
 * The plane under an element nearer and farther, by + − 0, by Ctrl and the wheel or two fingers; moved by Shift and a
 * drag or two fingers. Every change is sampled anew. `partsAt` says where in the frame a pointer is.
 */
export function zooming(zoom: Zoom, element: HTMLElement, partsAt: PartsAt): void {
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { nearer, farther, usual } = zoom;
    const act = { "+": nearer, "=": nearer, "-": farther, "0": usual, r: usual, h: usual }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    zoom.begin();
    act();
  });
  element.addEventListener(
    "wheel",
    (event) => {
      // the page scrolls as ever; a pinch on a touch pad comes with Ctrl
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const factor = Math.exp(Math.max(-40, Math.min(40, event.deltaY)) * 0.01);
      zoom.move(movedBy(partsAt(event), factor), "wheel");
    },
    { passive: false },
  );
  pinching(
    element,
    partsAt,
    (around, factor, by) => zoom.move(movedBy(around, factor, by)),
    () => zoom.begin(),
  );
}

type Move = (around: [number, number], factor: number, by: [number, number]) => void;

/** Two fingers, or one pointer with Shift. */
function pinching(element: HTMLElement, partsAt: PartsAt, move: Move, begin: () => void): void {
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
    fingers.set(event.pointerId, partsAt(event));
    isPanning = event.shiftKey;
    if (isPanning) element.setPointerCapture(event.pointerId);
    begin();
  });
  element.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId) || (fingers.size < 2 && !isPanning)) return;
    const before = stateOf();
    fingers.set(event.pointerId, partsAt(event));
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

import { diagramLayout } from "../../figures/pairs-diagram.ts";
import type { Reading } from "../../figures/reading.ts";
import type { Scene } from "../../figures/scene.ts";
import { lookOf } from "../../figures/theme.ts";
import { type AskAt, type Crosshair, LEAP, MOVES, STEP } from "../../player/crosshair.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import type { FigureView } from "../view/figure-view.ts";
import { type Diagram, diagramsIn, moved, nodeRead, type Place } from "./diagrams.ts";

/** A node that a hand has taken hold of. */
interface Held {
  readonly name: string;
  readonly diagram: Diagram;
  readonly from: Place;
  readonly now: Place;
}

/** The nodes of a batch follow a pointer, or the arrow keys between one Enter and the next. */
export function nodeDragging(
  history: History,
  view: FigureView,
  cross: Crosshair,
  /** Hears what has been taken, and that it has been let go. */
  tell: (name: string, isHeld: boolean) => void,
): void {
  const { element } = cross;
  let shown: { readonly scene: Scene; readonly askAt: AskAt } | undefined;
  let held: (Held & { readonly by: "pointer" | "keyboard" }) | undefined;
  let at: Reading["at"] = { x: 0, y: 0 };
  let count = 0;

  const nodeUnder = ({ x, y }: Reading["at"]): Held | undefined => {
    const { figure } = history.shown;
    if (shown === undefined) return undefined;
    const diagrams = diagramsIn(figure, shown.scene);
    if (diagrams.length === 0) return undefined;
    const reading = shown.askAt(x, y);
    // a picture with nodes answers at once
    const read = reading instanceof Promise ? undefined : nodeRead(diagrams, reading);
    return read && { name: read.node.name, diagram: read.diagram, from: read.node.at, now: read.node.at };
  };
  const layoutOf = ({ figure, square }: Diagram) => diagramLayout(square, lookOf(figure).weight);
  const take = (found: Held | undefined, by: "pointer" | "keyboard"): boolean => {
    if (found === undefined) return false;
    held = { ...found, by };
    count++;
    element.dataset["held"] = found.name;
    if (by === "keyboard") tell(found.name, true);
    return true;
  };
  const move = (to: Place): void => {
    if (held === undefined) return;
    const place = to.map((part) => Math.round(Math.min(1, Math.max(0, part)) * 1000) / 1000) as [
      number,
      number,
    ];
    const { name, diagram, now } = held;
    const next = moved(history.shown.figure, name, now, place);
    if (refusal(() => history.replace(next, `node ${count}`)) === null) held = { ...held, now: place };
    at = layoutOf(diagram).place(held.now);
  };
  const release = (): void => {
    if (held?.by === "keyboard") tell(held.name, false);
    held = undefined;
    delete element.dataset["held"];
  };

  view.whenReadable((scene, askAt) => {
    shown = { scene, askAt };
    if (held?.by === "keyboard") cross.goTo(at);
  });
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    if (take(nodeUnder(cross.pixelAt(event)), "pointer")) element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    const pixel = cross.pixelAt(event);
    if (held?.by === "pointer") move(layoutOf(held.diagram).placeAt(pixel.x, pixel.y));
    else element.classList.toggle("can-grab", nodeUnder(pixel) !== undefined);
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, release);
  element.addEventListener("blur", release);
  // before the crosshair's own arrows
  element.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (held?.by === "keyboard" && Object.hasOwn(MOVES, event.key)) {
        const [u, v] = held.now;
        const step = event.shiftKey ? LEAP : STEP;
        move([u + MOVES[event.key][0] * step, v + MOVES[event.key][1] * step]);
      } else if (held && event.key === "Escape") {
        move(held.from);
        release();
      } else if (event.key !== "Enter") return;
      else if (held) release();
      else if (!take(nodeUnder(cross.pixel()), "keyboard")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

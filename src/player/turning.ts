import type { ResolvedFigure } from "../spec/figure.ts";
import { type Knob, knobValue, turned } from "./knobs.ts";

/** Degrees to a pixel. */
const RATE = 0.4;

/** A surface is turned by dragging it: the figure after a drag of so many pixels. */
export function dragged(
  figure: ResolvedFigure,
  knobs: readonly Knob[],
  right: number,
  down: number,
): ResolvedFigure {
  return knobs.reduce((changed, knob) => {
    const [low, high] = knob.slider?.range ?? [-Infinity, Infinity];
    const isRound = high - low === 360;
    const to = Math.round(Number(knobValue(figure, knob)) + RATE * (isRound ? -right : down));
    const held = isRound ? ((((to - low) % 360) + 360) % 360) + low : Math.min(high, Math.max(low, to));
    return turned(changed, knob, held);
  }, figure);
}

/** Tells of drags by the pointer's first button: how far from where they began, and that they begin. */
export function onDrag(
  element: HTMLElement,
  begin: () => void,
  move: (right: number, down: number) => void,
): void {
  let from: { readonly x: number; readonly y: number } | undefined;
  element.addEventListener("pointerdown", ({ clientX, clientY, button, pointerId }) => {
    if (button !== 0) return;
    from = { x: clientX, y: clientY };
    element.setPointerCapture(pointerId);
    begin();
  });
  element.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (from) move(clientX - from.x, clientY - from.y);
  });
  for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => (from = undefined));
}

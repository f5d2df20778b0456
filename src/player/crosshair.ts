import type { Scene } from "../figures/scene.ts";
import { make } from "./dom.ts";

export type Watcher = (across: number, up: number, how: "pointer" | "keyboard") => void;

const STEP = 0.01;
const LEAP = 0.1;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface Crosshair {
  readonly element: HTMLElement;
  /** Lays it over the frame of a scene. */
  readonly cover: (scene: Scene) => void;
  /** Where it stands: parts of the frame, from the left and from the bottom. */
  readonly place: () => readonly [number, number];
}

/** A crosshair that follows the pointer, and the arrow keys where it has the focus. */
export function crosshair(watch: Watcher): Crosshair {
  const across = make("div", { class: "line across" });
  const up = make("div", { class: "line up" });
  const element = make(
    "div",
    {
      class: "crosshair",
      tabindex: 0,
      role: "application",
      "aria-roledescription": "crosshair",
      "aria-label": "Crosshair on the plane. Arrow keys move it, with Shift ten times as far.",
    },
    across,
    up,
  );
  let place: readonly [number, number] = [0.4, 0.6];
  const within = (part: number): number => Math.min(1, Math.max(0, part));
  const show = (): void => {
    up.style.left = `${100 * place[0]}%`;
    across.style.top = `${100 * (1 - place[1])}%`;
  };
  const moveTo = (right: number, high: number, how: "pointer" | "keyboard"): void => {
    place = [within(right), within(high)];
    show();
    watch(...place, how);
  };
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, width, height } = element.getBoundingClientRect();
    moveTo((clientX - left) / width, 1 - (clientY - top) / height, "pointer");
  };
  element.addEventListener("pointermove", follow);
  element.addEventListener("pointerdown", follow);
  element.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(MOVES, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const step = event.shiftKey ? LEAP : STEP;
    const onto = (from: number, by: number): number =>
      by === 0 ? from : Math.round((from + by * step) / STEP) * STEP;
    const [right, high] = MOVES[event.key];
    moveTo(onto(place[0], right), onto(place[1], high), "keyboard");
  });
  show();
  return {
    element,
    place: () => place,
    cover: ({ frame, width, height }) => {
      Object.assign(element.style, {
        left: `${(100 * frame.x) / width}%`,
        top: `${(100 * frame.y) / height}%`,
        width: `${(100 * frame.width) / width}%`,
        height: `${(100 * frame.height) / height}%`,
      });
    },
  };
}

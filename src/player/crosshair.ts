import type { Prepared } from "../figures/prepared.ts";
import type { Reading } from "../figures/reading.ts";
import type { Rectangle, Scene } from "../figures/scene.ts";
import { make } from "./dom.ts";

export type Moved = "pointer" | "keyboard" | "redraw";

/** Steps of a key, in parts of a frame. */
export const STEP = 0.01;
export const LEAP = 0.1;

/** Rightwards and downwards. */
export const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface Crosshair {
  readonly element: HTMLElement;
  /** Lays it over a picture that is new. */
  readonly cover: (scene: Scene, readAt: Prepared["readAt"]) => void;
  /** Moves it to the pointer, where something else lies over it. */
  readonly follow: (event: PointerEvent) => void;
  /** The pixel of the picture under a pointer. */
  readonly pixelAt: (event: MouseEvent) => Reading["at"];
  /** The frame that it is in. */
  readonly frame: () => Rectangle;
  /** The pixel that it is on. */
  readonly pixel: () => Reading["at"];
  /** Moves it to a pixel of the picture. */
  readonly goTo: (at: Reading["at"]) => void;
}

/** A crosshair that follows the pointer, and the arrow keys where it has the focus, and tells what it reads there. */
export function crosshair(watch: (reading: Reading, how: Moved) => void): Crosshair {
  const across = make("div", { class: "line across" });
  const up = make("div", { class: "line up" });
  const element = make(
    "div",
    {
      class: "crosshair",
      tabindex: 0,
      role: "application",
      "aria-roledescription": "crosshair",
      "aria-label": "Crosshair on the figure. Arrow keys move it, with Shift ten times as far.",
    },
    across,
    up,
  );
  /** Of the same pair in other panels. */
  const linked: HTMLElement[] = [];
  let place: Parts = [0.4, 0.4];
  let area: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  let readAt: ((parts: Parts) => Reading) | undefined;
  let reading: Reading | undefined;

  const show = (how: Moved): void => {
    if (!readAt) return;
    reading = readAt(place);
    layLines([across, up], area, reading);
    const others = reading.others ?? [];
    for (const line of linked.splice(2 * others.length)) line.remove();
    while (linked.length < 2 * others.length)
      linked.push(make("div", { class: "line across linked" }), make("div", { class: "line up linked" }));
    element.append(...linked);
    others.forEach((other, i) => layLines([linked[2 * i], linked[2 * i + 1]], area, other));
    watch(reading, how);
  };
  const moveTo = (to: Parts, how: Moved): void => {
    place = [inUnit(to[0]), inUnit(to[1])];
    show(how);
  };
  const partsUnder = ({ clientX, clientY }: MouseEvent): Parts => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const follow = (event: PointerEvent): void => moveTo(partsUnder(event), "pointer");
  const pixelOf = ([right, down]: Parts): Reading["at"] => ({
    x: area.x + right * area.width,
    y: area.y + down * area.height,
  });
  element.addEventListener("pointermove", follow);
  element.addEventListener("pointerdown", follow);
  element.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(MOVES, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!readAt || !reading) return;
    moveTo(
      stepped(place, MOVES[event.key], event.shiftKey ? LEAP : STEP, reading.frame, area, readAt),
      "keyboard",
    );
  });
  return {
    element,
    follow,
    pixelAt: (event) => pixelOf(partsUnder(event)),
    frame: () => reading?.frame ?? area,
    pixel: () => pixelOf(place),
    goTo: ({ x, y }) => moveTo([(x - area.x) / area.width, (y - area.y) / area.height], "redraw"),
    cover: (scene, read) => {
      area = scene.room ?? scene.frame;
      lay(
        element,
        { x: 0, y: 0, width: scene.width, height: scene.height },
        { left: area.x, top: area.y, ...area },
      );
      readAt = (parts) => {
        const { x, y } = pixelOf(parts);
        return read(scene, x, y);
      };
      show("redraw");
    },
  };
}

/** Of the area under the crosshair, from the left and from the top. */
type Parts = readonly [number, number];

const inUnit = (part: number): number => Math.min(1, Math.max(0, part));

/** The two lines of a crosshair through a place of a frame. */
function layLines(
  [across, up]: readonly [HTMLElement, HTMLElement],
  area: Rectangle,
  { frame, at }: Pick<Reading, "frame" | "at">,
): void {
  const box = { left: frame.x, top: frame.y, width: frame.width, height: frame.height };
  lay(across, area, { ...box, top: at.y, height: 0 });
  lay(up, area, { ...box, left: at.x, width: 0 });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function lay(element: HTMLElement, { x, y, width, height }: Rectangle, box: Box): void {
  Object.assign(element.style, {
    left: `${(100 * (box.left - x)) / width}%`,
    top: `${(100 * (box.top - y)) / height}%`,
    ...(box.width > 0 && { width: `${(100 * box.width) / width}%` }),
    ...(box.height > 0 && { height: `${(100 * box.height) / height}%` }),
  });
}

/** A step inside a frame; at its edge over into the next one, where there is another. */
function stepped(
  place: Parts,
  direction: Parts,
  step: number,
  frame: Rectangle,
  area: Rectangle,
  readAt: (parts: Parts) => Reading,
): Parts {
  const along = direction[0] === 0 ? 1 : 0;
  const [side, length] = along === 0 ? (["x", "width"] as const) : (["y", "height"] as const);
  const toPart = (pixel: number): number => (pixel - area[side]) / area[length];
  const moved = (part: number): Parts => place.with(along, part) as unknown as Parts;
  const inFrame = (area[side] + place[along] * area[length] - frame[side]) / frame[length];
  const next = Math.round((inUnit(inFrame) + direction[along] * step) / STEP) * STEP;
  if (next >= 0 && next <= 1) return moved(toPart(frame[side] + next * frame[length]));
  const beyond = readAt(moved(inUnit(toPart(frame[side] + (next < 0 ? -0.6 : 1.6) * frame[length])))).frame;
  if (beyond[side] === frame[side]) return moved(toPart(frame[side] + (next < 0 ? 0 : frame[length])));
  return moved(toPart(beyond[side] + (next < 0 ? beyond[length] : 0)));
}

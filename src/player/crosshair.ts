import { frameAt } from "../figures/panels-reading.ts";
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

/** What a picture says of a pixel of it, at once or before long; undefined where another pixel has been asked for since. */
export type AskAt = (x: number, y: number) => Reading | Promise<Reading | undefined>;

export interface Crosshair {
  readonly element: HTMLElement;
  /** Lays it over a picture that is new. Resolves once it has been read, or cannot be. */
  readonly cover: (scene: Scene, askAt: AskAt) => Promise<void>;
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

/** What a voice calls the crosshair, and what it says of its keys. */
export interface CrosshairWords {
  readonly role: string;
  readonly label: string;
}

const ENGLISH: CrosshairWords = {
  role: "crosshair",
  label: "Crosshair on the figure. Arrow keys move it, with Shift ten times as far.",
};

/** A crosshair that follows the pointer, and the arrow keys where it has the focus, and tells what it reads there. */
export function crosshair(
  watch: (reading: Reading, how: Moved) => void,
  { role, label }: CrosshairWords = ENGLISH,
): Crosshair {
  const across = make("div", { class: "line across", hidden: true });
  const up = make("div", { class: "line up", hidden: true });
  const element = make(
    "div",
    {
      class: "crosshair",
      tabindex: 0,
      role: "application",
      "aria-roledescription": role,
      "aria-label": label,
    },
    across,
    up,
  );
  /** Of the same pair in other panels. */
  const linked: HTMLElement[] = [];
  let place: Parts = [0.4, 0.4];
  let area: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  let picture: { readonly scene: Scene; readonly askAt: AskAt } | undefined;
  let reading: Reading | undefined;
  let asked = 0;

  const show = async (how: Moved): Promise<void> => {
    if (!picture) return;
    const turn = ++asked;
    const { x, y } = pixelOf(place);
    const answer = picture.askAt(x, y);
    // who cannot answer any more is followed by a picture that can
    const found = answer instanceof Promise ? await answer.catch(() => undefined) : answer;
    if (found && turn === asked) put(found, how);
  };
  const put = (found: Reading, how: Moved): void => {
    reading = found;
    for (const line of [across, up]) line.hidden = false;
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
    void show(how);
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
    if (!picture || !reading) return;
    const { scene } = picture;
    const frame = (parts: Parts): Rectangle => {
      const { x, y } = pixelOf(parts);
      return frameAt(scene, x, y);
    };
    moveTo(
      stepped(place, MOVES[event.key], event.shiftKey ? LEAP : STEP, reading.frame, area, frame),
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
    cover: (scene, askAt) => {
      area = scene.room ?? scene.frame;
      lay(
        element,
        { x: 0, y: 0, width: scene.width, height: scene.height },
        { left: area.x, top: area.y, ...area },
      );
      picture = { scene, askAt };
      return show("redraw");
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
  frameUnder: (parts: Parts) => Rectangle,
): Parts {
  const along = direction[0] === 0 ? 1 : 0;
  const [side, length] = along === 0 ? (["x", "width"] as const) : (["y", "height"] as const);
  const toPart = (pixel: number): number => (pixel - area[side]) / area[length];
  const moved = (part: number): Parts => place.with(along, part) as unknown as Parts;
  const inFrame = (area[side] + place[along] * area[length] - frame[side]) / frame[length];
  const next = Math.round((inUnit(inFrame) + direction[along] * step) / STEP) * STEP;
  if (next >= 0 && next <= 1) return moved(toPart(frame[side] + next * frame[length]));
  const beyond = frameUnder(moved(inUnit(toPart(frame[side] + (next < 0 ? -0.6 : 1.6) * frame[length]))));
  if (beyond[side] === frame[side]) return moved(toPart(frame[side] + (next < 0 ? 0 : frame[length])));
  return moved(toPart(beyond[side] + (next < 0 ? beyond[length] : 0)));
}

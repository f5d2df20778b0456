import type { DrawnLandscape } from "../../export/figure.ts";
import type { Point } from "../../losses/curves.ts";
import { placed, similarityAt, type PlacedAxis } from "../../plane/axis.ts";
import { make } from "../dom.ts";
import { words } from "../words/words.ts";
import type { FigureView } from "./figure-view.ts";

type Watcher = (point: Point, how: "pointer" | "keyboard" | "redraw") => void;

const STEP = 0.01;
const LEAP = 0.1;

const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A crosshair over the plane: it follows the pointer, and the arrow keys where it has the focus. */
export class Crosshair {
  readonly element = make("div", {
    class: "crosshair",
    tabindex: 0,
    role: "application",
    "aria-roledescription": words.crosshair.name,
    "aria-label": words.crosshair.keys,
  });
  readonly #across = make("div", { class: "line across" });
  readonly #up = make("div", { class: "line up" });
  readonly #watchers: Watcher[] = [];
  /** Parts of the frame, from its left and from its bottom. */
  #place: [number, number] = [0.4, 0.6];
  #drawn: DrawnLandscape | undefined;

  constructor(view: FigureView) {
    this.element.append(this.#across, this.#up);
    this.element.addEventListener("pointermove", (event) => this.#follow(event));
    this.element.addEventListener("pointerdown", (event) => this.#follow(event));
    this.element.addEventListener("keydown", (event) => this.#press(event));
    view.watch((drawn) => {
      this.#drawn = drawn;
      if (!this.element.isConnected) view.element.append(this.element);
      const { frame, width, height } = drawn.scene;
      Object.assign(this.element.style, {
        left: `${(100 * frame.x) / width}%`,
        top: `${(100 * frame.y) / height}%`,
        width: `${(100 * frame.width) / width}%`,
        height: `${(100 * frame.height) / height}%`,
      });
      this.#show("redraw");
    });
  }

  /** Calls `watcher` now, where there is a picture, and whenever the crosshair or what is under it changes. */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
    this.#show("redraw");
  }

  #follow(event: PointerEvent): void {
    const box = this.element.getBoundingClientRect();
    this.#moveTo(
      (event.clientX - box.left) / box.width,
      1 - (event.clientY - box.top) / box.height,
      "pointer",
    );
  }

  #press(event: KeyboardEvent): void {
    if (!Object.hasOwn(MOVES, event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [right, up] = MOVES[event.key];
    const step = event.shiftKey ? LEAP : STEP;
    const onto = (from: number, by: number): number => Math.round((from + by * step) / STEP) * STEP;
    this.#moveTo(
      right === 0 ? this.#place[0] : onto(this.#place[0], right),
      up === 0 ? this.#place[1] : onto(this.#place[1], up),
      "keyboard",
    );
  }

  #moveTo(across: number, up: number, how: "pointer" | "keyboard"): void {
    const within = (part: number): number => Math.min(1, Math.max(0, part));
    this.#place = [within(across), within(up)];
    this.#show(how);
  }

  #show(how: "pointer" | "keyboard" | "redraw"): void {
    if (this.#drawn === undefined) return;
    const [across, up] = this.#place;
    this.#up.style.left = `${100 * across}%`;
    this.#across.style.top = `${100 * (1 - up)}%`;
    const { horizontal, vertical } = placed(this.#drawn.figure.axes);
    const similarity = ({ unit, range }: PlacedAxis, part: number): number =>
      similarityAt(unit, range[0] + part * (range[1] - range[0]));
    const [x, y] = [similarity(horizontal, across), similarity(vertical, up)];
    const point = horizontal.similarity === "negative" ? { sn: x, sp: y } : { sn: y, sp: x };
    for (const watcher of this.#watchers) watcher(point, how);
  }
}

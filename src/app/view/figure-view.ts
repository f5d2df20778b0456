import { type DrawnFigure, drawFigure } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import { make } from "../dom.ts";
import type { State, Store } from "../store.ts";
import { paintRasters } from "./raster.ts";

type Watcher = (drawn: DrawnFigure) => void;

/** The figure on the page: bitmaps on a canvas, everything else as SVG over it; at most one redraw a frame. */
export class FigureView {
  readonly element = make("div", { class: "figure" });
  readonly #canvas = make("canvas", { "aria-hidden": "true" });
  readonly #overlay = make("div", { class: "overlay" });
  readonly #watchers: Watcher[] = [];
  #drawn: DrawnFigure | undefined;
  #waiting: State | undefined;

  constructor(store: Store) {
    this.element.append(this.#canvas, this.#overlay);
    store.watch((state) => {
      if (this.#waiting === undefined) requestAnimationFrame(() => this.#redraw());
      this.#waiting = state;
    });
    // zooming the page changes how many pixels the canvas needs
    addEventListener("resize", () => this.#paint());
  }

  /** Calls `watcher` after every redraw. */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
    if (this.#drawn) watcher(this.#drawn);
  }

  #redraw(): void {
    const state = this.#waiting;
    this.#waiting = undefined;
    if (state === undefined) return;
    const drawn = drawFigure(state.figure, this.#drawn);
    this.#drawn = drawn;
    this.element.style.aspectRatio = `${drawn.scene.width} / ${drawn.scene.height}`;
    this.element.style.setProperty("--figure-width", `${drawn.scene.width}px`);
    this.#overlay.innerHTML = toSvg(drawn.scene, { bitmaps: "omitted" });
    this.#paint();
    for (const watcher of this.#watchers) watcher(drawn);
  }

  #paint(): void {
    if (this.#drawn === undefined) return;
    const shown = this.element.clientWidth / this.#drawn.scene.width || 1;
    paintRasters(this.#canvas, this.#drawn.scene, Math.min(4, shown * devicePixelRatio));
  }
}

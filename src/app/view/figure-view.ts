import { type DrawnFigure, drawFigure } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import type { ResolvedFigure } from "../../spec/resolve.ts";
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
  /** Asking the element for its width while its content changes would lay the page out in mid-redraw. */
  #room = 0;

  constructor(store: Store) {
    this.element.append(this.#canvas, this.#overlay);
    store.watch((state) => this.#wait(state));
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === this.#room) return;
      this.#room = contentRect.width;
      this.#wait(store.state);
    }).observe(this.element);
  }

  /** Calls `watcher` after every redraw. */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
    if (this.#drawn) watcher(this.#drawn);
  }

  #wait(state: State): void {
    if (this.#waiting === undefined) requestAnimationFrame(() => this.#redraw());
    this.#waiting = state;
  }

  #redraw(): void {
    const state = this.#waiting;
    this.#waiting = undefined;
    if (state === undefined) return;
    const start = performance.now();
    const drawn = drawFigure(fitted(state.figure, this.#room || this.element.clientWidth), this.#drawn);
    this.#drawn = drawn;
    this.element.style.aspectRatio = `${drawn.scene.width} / ${drawn.scene.height}`;
    this.#overlay.innerHTML = toSvg(drawn.scene, { bitmaps: "omitted" });
    const shown = this.#room / drawn.scene.width || 1;
    paintRasters(this.#canvas, drawn.scene, Math.min(4, shown * devicePixelRatio));
    for (const watcher of this.#watchers) watcher(drawn);
    performance.measure("redraw", { start });
  }
}

const LEAST_ASPECT = 0.95;

/** On a narrow screen the figure is laid out anew for it: shrunk letters could not be read. Files keep their size. */
function fitted(figure: ResolvedFigure, room: number): ResolvedFigure {
  const { width, height } = figure.size;
  if (room <= 0 || room >= width) return figure;
  const narrow = Math.max(200, room);
  return {
    ...figure,
    size: { width: narrow, height: Math.round(narrow * Math.max(LEAST_ASPECT, height / width)) },
  };
}

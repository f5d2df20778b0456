import type { DrawnLandscape } from "../../export/figure.ts";
import { toSvg } from "../../export/svg.ts";
import { drawLandscape, landscapeData } from "../../figures/landscape.ts";
import type { Field } from "../../plane/field.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { make } from "../dom.ts";
import type { Engine } from "../engine/engine.ts";
import type { State, Store } from "../store.ts";
import { paintRasters } from "./raster.ts";

type Watcher = (drawn: DrawnLandscape) => void;

/** The figure on the page: bitmaps on a canvas, everything else as SVG over it; at most one redraw a frame. */
export class FigureView {
  readonly element = make("div", { class: "figure" });
  readonly #canvas = make("canvas", { "aria-hidden": "true" });
  readonly #overlay = make("div", { class: "overlay" });
  readonly #watchers: Watcher[] = [];
  #drawn: DrawnLandscape | undefined;
  #waiting: State | undefined;
  /** What a GPU is at work on. */
  #filling: { readonly figure: ResolvedLandscape; readonly cancel: AbortController } | undefined;
  /** Asking the element for its width while its content changes would lay the page out in mid-redraw. */
  #room = 0;

  constructor(
    store: Store,
    private readonly engine: Engine,
  ) {
    this.element.append(this.#canvas, this.#overlay);
    store.watch((state) => this.#wait(state));
    engine.watch(() => {
      this.#filling?.cancel.abort();
      this.#wait(store.state);
    });
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
    const { cancel, figure } = this.#filling ?? {};
    // while a slider moves, the picture of a moment ago is better than none; any other picture is stale
    if (figure && !onlyNumbersDiffer(state.figure, figure)) cancel?.abort();
    if (this.#waiting === undefined && !figure) requestAnimationFrame(() => this.#redraw());
    this.#waiting = state;
  }

  #redraw(): void {
    const state = this.#waiting;
    this.#waiting = undefined;
    if (state === undefined) return;
    const figure = fitted(state.figure, this.#room || this.element.clientWidth);
    const cancel = new AbortController();
    const field = this.engine.fill(figure, cancel.signal);
    if (field === undefined) this.#draw(figure);
    else {
      this.#filling = { figure: state.figure, cancel };
      void this.#drawWhenFilled(figure, field, cancel.signal);
    }
  }

  async #drawWhenFilled(
    figure: ResolvedLandscape,
    field: Promise<Field | undefined>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const filled = await field;
      if (!signal.aborted) this.#draw(figure, filled);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#filling = undefined;
      if (this.#waiting) requestAnimationFrame(() => this.#redraw());
    }
  }

  #draw(figure: ResolvedLandscape, field?: Field): void {
    const start = performance.now();
    const data = landscapeData(figure, this.#drawn?.data, field);
    const drawn = { figure, data, scene: drawLandscape(figure, data) };
    this.#drawn = drawn;
    this.element.style.aspectRatio = `${drawn.scene.width} / ${drawn.scene.height}`;
    this.#overlay.innerHTML = toSvg(drawn.scene, { bitmaps: "omitted" });
    const shown = this.#room / drawn.scene.width || 1;
    paintRasters(this.#canvas, drawn.scene, Math.min(4, shown * devicePixelRatio));
    for (const watcher of this.#watchers) watcher(drawn);
    performance.measure("redraw", { start });
  }
}

/** Whether two figures are the same but for the parameters of their loss. */
function onlyNumbersDiffer(a: ResolvedLandscape, b: ResolvedLandscape): boolean {
  const rest = ({ loss, ...figure }: ResolvedLandscape): string =>
    JSON.stringify({ ...figure, counts: undefined, loss: { ...loss, params: undefined } });
  return rest(a) === rest(b);
}

const LEAST_ASPECT = 0.95;

/** On a narrow screen the figure is laid out anew for it: shrunk letters could not be read. Files keep their size. */
function fitted(figure: ResolvedLandscape, room: number): ResolvedLandscape {
  const { width, height } = figure.size;
  if (room <= 0 || room >= width) return figure;
  const narrow = Math.max(200, room);
  return {
    ...figure,
    size: { width: narrow, height: Math.round(narrow * Math.max(LEAST_ASPECT, height / width)) },
  };
}

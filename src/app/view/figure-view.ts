import type { DrawnLandscape } from "../../export/figure.ts";
import { svgOverBitmaps } from "../../export/svg-document.ts";
import { dressed } from "../../figures/dress.ts";
import { drawLandscape, landscapeData } from "../../figures/landscape.ts";
import type { Scene } from "../../figures/scene.ts";
import { withLossFormulae } from "../../figures/tex/loss-macro.ts";
import { texIn } from "../../figures/tex/typesetting.ts";
import { NotLoadedError, whenLoaded } from "../../formula/on-demand.ts";
import { InputError } from "../../losses/errors.ts";
import type { Field } from "../../plane/field.ts";
import { isLandscape, type ResolvedFigure } from "../../spec/figure.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { make } from "../dom.ts";
import type { Engine } from "../engine/engine.ts";
import type { History } from "../history.ts";
import type { AskAt } from "../../player/crosshair.ts";
import { fitted } from "../../player/fit.ts";
import { Drag } from "./drag.ts";
import type { LiveTimes } from "./live/live.ts";
import { onlyNumbersDiffer } from "./live/numbers.ts";
import { paintRasters } from "./raster.ts";
import { words } from "../words/words.ts";

type Watcher = (drawn: DrawnLandscape) => void;
type ReaderOfPictures = (scene: Scene, askAt: AskAt) => unknown;

/** Surfaces are painted, and printed as they are painted: this fine on the coarsest screen too. */
const LEAST_DENSITY = 2;

/** The figure on the page: bitmaps on a canvas, everything else as SVG over it; at most one redraw a frame. */
export class FigureView {
  readonly element = make("div", { class: "figure" });
  readonly #canvas = make("canvas", { "aria-hidden": "true" });
  readonly #overlay = make("div", { class: "overlay" });
  /** Resolves with the first picture, or with the reason why there is none. */
  readonly stands: Promise<void>;
  #standing = (): void => {};
  readonly #watchers: Watcher[] = [];
  readonly #followers: Watcher[] = [];
  readonly #readers: ReaderOfPictures[] = [];
  /** The picture that stands, where it is of no landscape. */
  #readable: Parameters<ReaderOfPictures> | undefined;
  readonly #drag: Drag;
  #drawn: DrawnLandscape | undefined;
  /** What of the page's history it is. */
  #drawnFrom: ResolvedFigure | undefined;
  #waiting: ResolvedFigure | undefined;
  /** How often one was asked for; the same may be asked for again, in another room or with letters that have come. */
  #asked = 0;
  /** What a GPU is at work on. */
  #filling: { readonly figure: ResolvedLandscape; readonly cancel: AbortController } | undefined;
  /** Why the mathematics in its labels cannot be typeset. */
  #badTex = "";
  /** Asking the element for its width while its content changes would lay the page out in mid-redraw. */
  #room = 0;

  constructor(
    private readonly history: History,
    private readonly engine: Engine,
    /** Hears why a figure cannot be drawn; nothing once it can. */
    private readonly tell: (problem: string) => void,
  ) {
    this.stands = new Promise((done) => (this.#standing = done));
    const stage = { figure: this.element, canvas: this.#canvas, overlay: this.#overlay };
    this.#drag = new Drag(
      stage,
      () => this.redraw(),
      (figure, times) => this.#follow(figure, times),
      () => engine.choice,
    );
    this.element.append(this.#canvas, this.#overlay, make("p", { class: "busy" }, words.drawing));
    history.watch(({ figure }) => {
      // not that of the figure as it is fitted to its room, which follows from this
      tellStyles("--aspect", figure.size.width / figure.size.height);
      this.#change(figure);
      if (this.#badTex !== "") this.tell("");
      this.#badTex = "";
      if (texIn(figure).length > 0) void this.#redrawWhenTypeset(figure);
    });
    engine.watch(() => {
      this.#filling?.cancel.abort();
      this.#wait(history.shown.figure);
    });
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === this.#room) return;
      this.#room = contentRect.width;
      this.#wait(history.shown.figure);
    }).observe(this.element);
  }

  /** Calls `watcher` after every redraw of a landscape. */
  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
    if (this.#drawn) watcher(this.#drawn);
  }

  /** Calls `watcher` after every redraw, and after pictures between them: what was drawn, with the form of the moment. */
  follow(watcher: Watcher): void {
    this.#followers.push(watcher);
    this.watch(watcher);
  }

  /** Calls `reader` with the picture of a figure that is no landscape, now where one stands and after every redraw. */
  whenReadable(reader: ReaderOfPictures): void {
    this.#readers.push(reader);
    if (this.#readable) reader(...this.#readable);
  }

  redraw(): void {
    this.#wait(this.history.shown.figure);
  }

  /** Shows a scene in passing, until the next redraw; `before` paints on the canvas beneath it. */
  preview(scene: Scene, before: (context: CanvasRenderingContext2D) => void): void {
    this.#put(scene, svgOverBitmaps(scene), this.#painting(scene, before));
  }

  /** Until then the mathematics in its labels is plain text. */
  async #redrawWhenTypeset(figure: ResolvedFigure): Promise<void> {
    const { needsTypesetting, typesetLabels } = await import("../../export/typeset.ts");
    try {
      if (!(await whenLoaded(() => needsTypesetting(figure)))) return;
      await typesetLabels(figure);
      this.redraw();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (this.history.shown.figure !== figure) return;
      this.#badTex = words.told(error.message);
      this.tell(this.#badTex);
    }
  }

  #change(next: ResolvedFigure): void {
    const [drawn, figure] = [this.#drawn, this.#drawnFrom];
    const base = drawn &&
      figure &&
      isLandscape(figure) && { drawn, figure, density: this.#density(drawn.scene) };
    const isTaken = this.#drag.takes(next, base || undefined, () => this.#fitted(next as ResolvedLandscape));
    if (!isTaken) this.#wait(next);
    else {
      this.#waiting = undefined;
      this.#filling?.cancel.abort();
    }
  }

  #follow(figure: ResolvedLandscape, times: LiveTimes): void {
    const drawn = this.#drawn;
    if (drawn === undefined) return;
    const { loss, counts } = figure;
    const form = drawn.data.loss.plane(loss.params, counts, loss.gradient);
    for (const watcher of this.#followers) watcher({ ...drawn, figure, data: { ...drawn.data, form } });
    this.element.dispatchEvent(new CustomEvent("live", { detail: times }));
  }

  #wait(next: ResolvedFigure): void {
    const { cancel, figure } = this.#filling ?? {};
    // while a slider moves, the picture of a moment ago is better than none; any other picture is stale
    if (figure && !(isLandscape(next) && onlyNumbersDiffer(next, figure))) cancel?.abort();
    if (this.#waiting === undefined && !figure) requestAnimationFrame(() => this.#redraw());
    this.#waiting = next;
    this.#asked++;
  }

  #redraw(): void {
    const figure = this.#waiting;
    if (figure === undefined) return;
    // the first picture is drawn before the observer says how wide it may be
    this.#room ||= this.element.getBoundingClientRect().width;
    if (!isLandscape(figure)) {
      // whatever stands below keeps its place when the picture comes
      const { size } = fitted(figure, this.#room);
      if (this.element.style.aspectRatio === "") this.#takePlace(size);
      void this.#drawWhenSaid();
      return;
    }
    this.#waiting = undefined;
    const fit = this.#fitted(figure);
    const cancel = new AbortController();
    const field = this.engine.fill(fit, cancel.signal);
    if (field === undefined) this.#drawOrLoad(figure, fit);
    else {
      this.#filling = { figure, cancel };
      void this.#drawWhenFilled(figure, fit, field, cancel.signal);
    }
  }

  /** Other kinds may take long: the page says so, and is seen to say so, while their code comes and draws. */
  async #drawWhenSaid(): Promise<void> {
    this.element.setAttribute("aria-busy", "true");
    let answered = -1;
    try {
      const [{ otherPicture }] = await Promise.all([import("./drawing/picture.ts"), afterPaint()]);
      const taken = this.#waiting;
      if (taken === undefined || isLandscape(taken)) return;
      answered = this.#asked;
      const start = performance.now();
      const asked = await whenLoaded(() => withLossFormulae(this.#fitted(taken)));
      const { scene, svg, paint, askAt } = await otherPicture(
        asked,
        Math.max(LEAST_DENSITY, this.#density(asked.size)),
      );
      // while a slider moves, the picture of a moment ago is better than none
      if (this.#waiting?.kind !== taken.kind) return;
      this.#drawnFrom = taken;
      this.#put(scene, svg, paint);
      this.#readable = [scene, askAt];
      for (const reader of this.#readers) reader(...this.#readable);
      if (answered === this.#asked) this.#waiting = undefined;
      performance.measure("redraw", { start });
      this.tell(this.#badTex);
    } catch (error) {
      if (answered === this.#asked) this.#waiting = undefined;
      if (!(error instanceof InputError)) throw error;
      this.tell(words.told(error.message));
    } finally {
      if (this.#waiting === undefined) this.element.removeAttribute("aria-busy");
      this.#standing();
      // by now it may be another figure's turn
      this.#redraw();
    }
  }

  async #drawWhenFilled(
    from: ResolvedLandscape,
    figure: ResolvedLandscape,
    field: Promise<Field | undefined>,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      const filled = await field;
      if (!signal.aborted) this.#drawOrLoad(from, figure, filled);
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      this.#filling = undefined;
      if (this.#waiting) requestAnimationFrame(() => this.#redraw());
    }
  }

  /** What most landscapes do without is loaded for the first that does not. */
  #drawOrLoad(from: ResolvedLandscape, figure: ResolvedLandscape, field?: Field): void {
    try {
      this.#draw(from, figure, field);
    } catch (error) {
      if (!(error instanceof NotLoadedError)) throw error;
      void error.load().then(() => this.redraw());
    }
  }

  #draw(from: ResolvedLandscape, figure: ResolvedLandscape, field?: Field): void {
    const start = performance.now();
    const data = landscapeData(figure, this.#drawn?.data, field);
    const drawn = { figure, data, scene: dressed(drawLandscape(withLossFormulae(figure), data), figure) };
    this.#drawn = drawn;
    this.#readable = undefined;
    this.#drawnFrom = from;
    this.#put(drawn.scene, svgOverBitmaps(drawn.scene), this.#painting(drawn.scene));
    this.element.removeAttribute("aria-busy");
    for (const watcher of this.#watchers) watcher(drawn);
    this.#standing();
    performance.measure("redraw", { start });
  }

  #put(scene: Scene, overlay: string, paint: (canvas: HTMLCanvasElement) => void): void {
    this.#takePlace(scene);
    this.#overlay.innerHTML = overlay;
    paint(this.#canvas);
    this.#drag.end();
  }

  /** So that what lies around it does not jump, and a style sheet knows how high it is. */
  #takePlace({ width, height }: Pick<Scene, "width" | "height">): void {
    this.element.style.aspectRatio = `${width} / ${height}`;
    tellStyles("--height", height / width);
  }

  #painting(scene: Scene, before?: (context: CanvasRenderingContext2D) => void) {
    return (canvas: HTMLCanvasElement): void => paintRasters(canvas, scene, this.#density(scene), before);
  }

  #fitted<Figure extends ResolvedFigure>(figure: Figure): Figure {
    return fitted(figure, this.#room);
  }

  /** Pixels of the canvas to one of the scene. */
  #density({ width }: Pick<Scene, "width">): number {
    return Math.min(4, (this.#room / width || 1) * devicePixelRatio);
  }
}

/** A proportion of the figure, for what the style sheet lays out round it. */
const tellStyles = (name: "--aspect" | "--height", value: number): void =>
  document.documentElement.style.setProperty(name, String(value));

/** Once what the page says now has been painted. */
export const afterPaint = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

import { type SurfaceData, surfaceData, surfaceParts, turned } from "../../figures/surface.ts";
import type { ResolvedSurface } from "../../spec/surface.ts";
import { inWords } from "../../region/number-words.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import type { FigureView } from "./figure-view.ts";
import { fitted } from "../../player/fit.ts";
import { paintSurface } from "./surface-canvas.ts";
import { turntableWords } from "../words/turntable.ts";

/** Lets the reader turn the surfaces that a view shows. */
export const turnSurfaces = (history: History, view: FigureView): void => void new Turntable(history, view);

/** Degrees that a pixel of the pointer turns, and that an arrow key does. */
const PER_PIXEL = 0.4;
const STEP = 5;
const FINE_STEP = 1;

/** Quads along each axis while the surface turns: as many as a canvas paints within a frame. */
const TURNING_SAMPLES = 50;

const SPEAK_AFTER = 250;

const KEYS: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Turns a surface under the pointer and with the arrow keys. What the figure keeps is where it came to rest. */
class Turntable {
  readonly #element = make("div", {
    class: "turntable",
    tabindex: 0,
    role: "application",
    "aria-roledescription": turntableWords().name,
    "aria-label": turntableWords().keys,
  });
  readonly #spoken = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  #figure: ResolvedSurface | undefined;
  /** The view that the figure came with, and the one it was left in. */
  #home: ResolvedSurface["camera"] | undefined;
  #left = "";
  /** A coarser surface for as long as it turns. */
  #turning: { readonly figure: ResolvedSurface; readonly data: SurfaceData } | undefined;
  #grip: { readonly x: number; readonly y: number; readonly from: ResolvedSurface } | undefined;
  #next: ResolvedSurface | undefined;
  #turns = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly history: History,
    private readonly view: FigureView,
  ) {
    const element = this.#element;
    element.addEventListener("pointerdown", (event) => this.#take(event));
    element.addEventListener("pointermove", (event) => this.#drag(event));
    element.addEventListener("pointerup", () => this.#release());
    element.addEventListener("pointercancel", () => this.#release());
    element.addEventListener("keydown", (event) => this.#press(event));
    history.watch(({ figure }) => {
      const surface = figure.kind === "surface" ? figure : undefined;
      if (surface === undefined) for (const each of [element, this.#spoken]) each.remove();
      else if (!element.isConnected) view.element.append(element, this.#spoken);
      this.#figure = surface;
      this.#turning = undefined;
      this.#grip = undefined;
      if (surface === undefined || JSON.stringify(surface.camera) === this.#left) return;
      this.#home = surface.camera;
    });
  }

  #take(event: PointerEvent): void {
    if (this.#figure === undefined || event.button !== 0) return;
    this.#element.setPointerCapture(event.pointerId);
    this.#grip = { x: event.clientX, y: event.clientY, from: this.#figure };
    this.#turns++;
  }

  #drag({ clientX, clientY }: PointerEvent): void {
    if (this.#grip === undefined) return;
    const { x, y, from } = this.#grip;
    const { azimuth, elevation } = from.camera;
    this.#preview(turned(from, azimuth - (clientX - x) * PER_PIXEL, elevation + (clientY - y) * PER_PIXEL));
  }

  #release(): void {
    const rest = this.#next ?? this.#resting;
    this.#grip = undefined;
    this.#next = undefined;
    this.#resting = undefined;
    if (rest === undefined) return;
    this.#leave(rest);
    // one that came to rest where it was is no change, but was drawn coarsely
    this.view.redraw();
  }

  /** Where the pointer has turned it to, drawn or about to be. */
  #resting: ResolvedSurface | undefined;

  /** At most one redraw a frame. */
  #preview(figure: ResolvedSurface): void {
    if (this.#next === undefined) requestAnimationFrame(() => this.#turn());
    this.#next = figure;
    this.#resting = figure;
  }

  #turn(): void {
    const figure = this.#next;
    this.#next = undefined;
    if (figure === undefined) return;
    const start = performance.now();
    if (this.#turning === undefined) {
      const samples = Math.min(TURNING_SAMPLES, figure.samples);
      const coarse = fitted({ ...figure, samples }, this.view.element.clientWidth);
      this.#turning = { figure: coarse, data: surfaceData(coarse) };
    }
    const { figure: coarse, data } = this.#turning;
    const parts = surfaceParts({ ...coarse, camera: figure.camera }, data);
    this.view.preview(parts.sceneOver([]), (context) => paintSurface(context, parts));
    performance.measure("turn", { start });
  }

  #press(event: KeyboardEvent): void {
    const figure = this.#figure;
    if (figure === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { azimuth, elevation } = figure.camera;
    if (event.key === "Home" && this.#home) this.#leave({ ...figure, camera: this.#home });
    else if (Object.hasOwn(KEYS, event.key)) {
      const [right, up] = KEYS[event.key];
      const step = event.shiftKey ? FINE_STEP : STEP;
      this.#leave(turned(figure, azimuth + right * step, elevation + up * step));
    } else return;
    event.preventDefault();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#spoken.textContent = inDegrees(this.#figure)), SPEAK_AFTER);
  }

  /** One step of undo for a drag, or for keys pressed in quick succession. */
  #leave(figure: ResolvedSurface): void {
    const { azimuth, elevation, zoom } = figure.camera;
    const camera = { azimuth: tenth(azimuth), elevation: tenth(elevation), zoom };
    this.#left = JSON.stringify(camera);
    this.history.replace({ ...figure, camera }, `camera ${this.#turns}`);
  }
}

const tenth = (angle: number): number => Math.round(angle * 10) / 10 + 0;

const inDegrees = (figure: ResolvedSurface | undefined): string =>
  figure === undefined
    ? ""
    : turntableWords().camera(inWords(figure.camera.azimuth), inWords(figure.camera.elevation));

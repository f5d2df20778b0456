import { canBeLive } from "../../../figures/live.ts";
import type { CaptionedLayout } from "../../../figures/frame.ts";
import type { Scene } from "../../../figures/scene.ts";
import type { ResolvedLandscape } from "../../../spec/landscape.ts";
import { make } from "../../dom.ts";
import { paintImages } from "../raster.ts";
import type { FreshGroup } from "./live-canvas.ts";
import { openPainter, type Painter, painterHere } from "./painters.ts";

/** The figure as it was drawn, over which pictures are shown, and where. */
export interface LiveStage {
  readonly figure: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly overlay: HTMLElement;
}

/** The drag's beginning: what was drawn, and where its parts stand. */
export interface LiveStart {
  readonly scene: Scene;
  readonly layout: CaptionedLayout;
  /** Pixels of the screen to one of the scene. */
  readonly density: number;
}

/** Told of every picture: its figure, and how long it took. */
type Watcher = (figure: ResolvedLandscape, work: number) => void;

export { canBeLive };

/** Shows pictures in the frame of a figure while something is dragged; of several that wait the latest alone. */
export class Live {
  readonly #box = make("div", { class: "live", hidden: "" });
  #start: LiveStart | undefined;
  #next: ResolvedLandscape | undefined;
  #isBusy = false;

  private constructor(
    private readonly stage: LiveStage,
    private painter: Painter,
    private readonly watcher: Watcher,
  ) {
    this.#box.append(painter.canvas);
    stage.canvas.after(this.#box);
  }

  /** Undefined where nobody can paint fast enough. */
  static async open(stage: LiveStage, watcher: Watcher): Promise<Live | undefined> {
    const painter = await openPainter();
    return painter && new Live(stage, painter, watcher);
  }

  get isUnderWay(): boolean {
    return this.#start !== undefined;
  }

  /** Begins a drag of the figure that stands there. */
  start(start: LiveStart): void {
    this.#start = start;
    this.painter.restart();
    this.stage.figure.dataset["live"] = "begun";
  }

  show(figure: ResolvedLandscape): void {
    this.#next = figure;
    if (!this.#isBusy) void this.#paint();
  }

  /** The figure has been drawn. */
  end(): void {
    this.#start = undefined;
    this.#next = undefined;
    this.#box.hidden = true;
    delete this.stage.figure.dataset["live"];
  }

  async #paint(): Promise<void> {
    this.#isBusy = true;
    while (this.#next && this.#start) {
      const [figure, start] = [this.#next, this.#start];
      this.#next = undefined;
      const { layout, density, scene } = start;
      const wanted = Math.round(layout.frame.width * density) + 1;
      const nodes = Math.max(16, Math.min(this.painter.most, wanted));
      try {
        const { groups, work } = await this.painter.paint({ figure, layout, nodes });
        if (this.#start !== start) continue;
        if (this.#box.hidden) await this.#uncover(scene, nodes);
        if (this.#start !== start) continue;
        for (const group of groups) this.#replace(group, start);
        this.watcher(figure, work);
      } catch {
        if (!(await this.#repair())) break;
        this.#next ??= figure;
      }
    }
    this.#isBusy = false;
  }

  /** What a worker has painted is on the screen two frames later at the latest. */
  async #uncover({ frame, width, height }: Scene, nodes: number): Promise<void> {
    Object.assign(this.#box.style, {
      left: `${(100 * frame.x) / width}%`,
      top: `${(100 * frame.y) / height}%`,
      width: `${(100 * frame.width) / width}%`,
      height: `${(100 * frame.height) / height}%`,
    });
    const size = `${(100 * nodes) / (nodes - 1)}%`;
    const half = `${-50 / (nodes - 1)}%`;
    Object.assign(this.painter.canvas.style, { left: half, top: half, width: size, height: size });
    const start = this.#start;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    if (this.#start !== start) return;
    this.#box.hidden = false;
    this.stage.figure.dataset["live"] = "shown";
  }

  #replace({ name, svg, images }: FreshGroup, { scene, density }: LiveStart): void {
    const old = this.stage.overlay.querySelector(`:scope > svg > g.${name}`);
    if (old === null) return;
    old.outerHTML = svg;
    if (images.length > 0) paintImages(this.stage.canvas, scene, density, images);
  }

  /** A painter that has failed is followed by this thread; whether that can. */
  async #repair(): Promise<boolean> {
    const painter = await painterHere();
    if (painter === undefined || this.painter.most === painter.most) return false;
    this.painter.canvas.replaceWith(painter.canvas);
    this.painter = painter;
    this.#box.hidden = true;
    return true;
  }
}

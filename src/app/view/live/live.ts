import { canBeLive } from "../../../figures/live.ts";
import type { CaptionedLayout } from "../../../figures/frame.ts";
import type { Scene } from "../../../figures/scene.ts";
import type { ResolvedLandscape } from "../../../spec/landscape.ts";
import { make } from "../../dom.ts";
import type { EngineChoice } from "../../engine/setting.ts";
import { paintImages } from "../raster.ts";
import type { FreshGroup, Painted } from "./live-canvas.ts";
import { applyPatch, nodesIn } from "./markup-patch.ts";
import { openPainter, type Painter, painterHere } from "./painters.ts";
import { ShownStrips } from "./shown-strips.ts";

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

/** How long a picture took, in milliseconds. */
export interface LiveTimes {
  /** Whoever painted it. */
  readonly work: number;
  /** This thread, to ask for it and to show it. */
  readonly page: number;
}

/** Told of every picture. */
export type LiveWatcher = (figure: ResolvedLandscape, times: LiveTimes) => void;

export { canBeLive };

const LEAST = 16;

/** Shows pictures in the frame of a figure while something is dragged; of several that wait the latest alone. */
export class Live {
  readonly #strips = new ShownStrips();
  readonly #box = make("div", { class: "preview", hidden: "" }, this.#strips.room);
  #start: LiveStart | undefined;
  #next: ResolvedLandscape | undefined;
  #isBusy = false;
  #isRepaired = false;
  /** Of the groups that have been put in. */
  readonly #nodes = new Map<string, readonly Node[]>();
  #canPaint = true;

  private constructor(
    private readonly stage: LiveStage,
    private painter: Painter,
    private readonly watcher: LiveWatcher,
    private readonly engine: () => EngineChoice,
  ) {
    stage.canvas.after(this.#box);
  }

  /** Undefined where nobody can paint fast enough. */
  static async open(
    stage: LiveStage,
    watcher: LiveWatcher,
    engine: () => EngineChoice,
  ): Promise<Live | undefined> {
    const painter = await openPainter();
    return painter && new Live(stage, painter, watcher, engine);
  }

  /** Whether anybody is left to paint. */
  get canPaint(): boolean {
    return this.#canPaint;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  get isUnderWay(): boolean {
    return this.#start !== undefined;
  }

  /** Begins a drag of the figure that stands there. */
  start(start: LiveStart): void {
    this.#start = start;
    this.#nodes.clear();
    this.painter.restart(this.engine());
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
    delete this.stage.figure.dataset["paintedBy"];
  }

  async #paint(): Promise<void> {
    this.#isBusy = true;
    while (this.#next && this.#start) {
      const [figure, start] = [this.#next, this.#start];
      this.#next = undefined;
      const { layout, density } = start;
      const wanted = Math.round(layout.frame.width * density) + 1;
      const nodes = Math.max(LEAST, Math.min(this.painter.most, wanted));
      try {
        const asked = performance.now();
        const painting = this.painter.paint({ figure, layout, nodes });
        const asking = performance.now() - asked;
        const painted = await painting;
        if (this.#start === start) this.#put(figure, painted, start, asking);
        else for (const { bitmap } of painted.strips) bitmap.close();
      } catch {
        if (!(await this.#repair())) break;
        this.#next ??= figure;
      }
    }
    this.#isBusy = false;
  }

  /** Pixels and overlay change at once. */
  #put(
    figure: ResolvedLandscape,
    { strips, side, groups, work, by }: Painted,
    start: LiveStart,
    asking: number,
  ): void {
    const begun = performance.now();
    if (this.#box.hidden) this.#uncover(start.scene);
    this.#strips.show(strips, side);
    const { dataset } = this.stage.figure;
    if (dataset["paintedBy"] !== by) dataset["paintedBy"] = by;
    for (const group of groups) this.#change(group, start);
    this.watcher(figure, { work, page: asking + performance.now() - begun });
  }

  #uncover({ frame, width, height }: Scene): void {
    Object.assign(this.#box.style, {
      left: `${(100 * frame.x) / width}%`,
      top: `${(100 * frame.y) / height}%`,
      width: `${(100 * frame.width) / width}%`,
      height: `${(100 * frame.height) / height}%`,
    });
    this.#box.hidden = false;
    this.stage.figure.dataset["live"] = "shown";
  }

  #change({ name, change, images }: FreshGroup, { scene, density }: LiveStart): void {
    const nodes = this.#nodes.get(name);
    if (typeof change === "string") this.#replace(name, change);
    else if (nodes) applyPatch(nodes, change);
    if (images.length > 0) paintImages(this.stage.canvas, scene, density, images);
  }

  #replace(name: string, svg: string): void {
    const group = (): Element | null => this.stage.overlay.querySelector(`:scope > svg > g.${name}`);
    const old = group();
    if (old === null) return;
    old.outerHTML = svg;
    const fresh = group();
    if (fresh) this.#nodes.set(name, nodesIn(fresh));
  }

  /** A worker that has failed is followed by this thread; whether that can. */
  async #repair(): Promise<boolean> {
    const painter = this.#isRepaired ? undefined : await painterHere();
    this.#canPaint = painter !== undefined;
    this.#isRepaired = true;
    if (painter === undefined) return false;
    this.painter = painter;
    return true;
  }
}

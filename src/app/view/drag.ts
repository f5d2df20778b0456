import type { DrawnLandscape } from "../../export/figure.ts";
import { landscapeLayout } from "../../figures/landscape.ts";
import { withLossFormulae } from "../../figures/tex/loss-macro.ts";
import { isLandscape, type ResolvedFigure } from "../../spec/figure.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import type { EngineChoice } from "../engine/setting.ts";
import type { Live, LiveStage, LiveWatcher } from "./live/live.ts";
import { onlyNumbersDiffer } from "./live/numbers.ts";

/** A change so many milliseconds after the last one, or after the last was drawn, is part of a drag. */
const QUICK = 250;
/** The finger rests. */
const REST = 120;
/** It rests, whatever picture has not come. */
const LONGEST = 1000;

/** What was drawn, as the page has it and as it fits its room. */
interface Base {
  readonly figure: ResolvedLandscape;
  readonly drawn: DrawnLandscape;
  readonly density: number;
}

/** Takes over the pictures of a figure while one of its numbers is dragged. */
export class Drag {
  #last = -Infinity;
  #live: Live | undefined;
  #isAsked = false;
  /** Whether a finger is down. */
  #isHeld = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly stage: LiveStage,
    /** Hears that the finger has been lifted, or rests: the figure shall be drawn. */
    private readonly rest: () => void,
    private readonly painted: LiveWatcher,
    /** Who may paint. */
    private readonly engine: () => EngineChoice,
  ) {
    addEventListener("pointerdown", () => (this.#isHeld = true), { capture: true });
    for (const event of ["pointerup", "pointercancel"] as const)
      addEventListener(event, () => this.#lift(), { capture: true });
  }

  /** Whether a picture of this figure will do for now; of one that differs from `base` in its numbers alone. */
  takes(next: ResolvedFigure, base: Base | undefined, fitted: () => ResolvedLandscape): boolean {
    const now = performance.now();
    const isQuick = now - this.#last < QUICK;
    this.#last = now;
    if (!(isQuick || this.#isHeld) || !base || !isLandscape(next) || !onlyNumbersDiffer(next, base.figure))
      return false;
    if (!this.#isAsked) void this.#open();
    this.#isAsked = true;
    const live = this.#live;
    if (!live?.canPaint || !this.#canBeLive(next)) return false;
    if (!live.isUnderWay) {
      const { drawn, density } = base;
      const layout = landscapeLayout(withLossFormulae(drawn.figure), drawn.data);
      live.start({ scene: drawn.scene, layout, density });
    }
    live.show(fitted());
    this.#restSoon(live);
    return true;
  }

  /** Unless something moves, or a picture is still to come: a slow machine is no finger at rest. */
  #restSoon(live: Live): void {
    clearTimeout(this.#timer);
    const isPatient = (): boolean => live.isBusy && performance.now() - this.#last < LONGEST;
    const rest = (): void => (isPatient() ? this.#restSoon(live) : this.#rest());
    // where the page was held up for so long, what the finger did meanwhile comes first
    this.#timer = setTimeout(() => (this.#timer = setTimeout(rest)), REST);
  }

  /** The figure has been drawn. */
  end(): void {
    clearTimeout(this.#timer);
    // drawing may take longer than a hand does from one change to the next
    this.#last = performance.now();
    this.#live?.end();
  }

  #canBeLive: (figure: ResolvedLandscape) => boolean = () => false;

  async #open(): Promise<void> {
    const { Live, canBeLive } = await import("./live/live.ts");
    this.#canBeLive = canBeLive;
    this.#live = await Live.open(this.stage, this.painted, this.engine);
  }

  #lift(): void {
    this.#isHeld = false;
    if (this.#live?.isUnderWay) this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.rest();
  }
}

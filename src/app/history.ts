import { type FigureSpec, type ResolvedFigure, resolveFigure } from "../spec/figure.ts";

/** All that the page shows follows from one figure; the keys of a link that this version does not know ride along. */
export interface Shown<Figure extends ResolvedFigure = ResolvedFigure> {
  readonly figure: Figure;
  readonly unknown: readonly (readonly [string, string])[];
}

type Listener = (shown: Shown) => void;

const MOST_STEPS = 200;

/** Changes by the same control within this many milliseconds of each other, or under one hand, are one step of undo. */
const ONE_GESTURE = 700;

/** The figure, of whatever kind, who watches it, and the way back. */
export class History {
  #shown: Shown;
  readonly #listeners: Listener[] = [];
  readonly #past: Shown[] = [];
  #future: Shown[] = [];
  #last = { by: "", at: 0 };
  #isHeld = false;

  constructor(spec: FigureSpec, unknown: Shown["unknown"] = []) {
    this.#shown = { figure: resolveFigure(spec), unknown };
  }

  get shown(): Shown {
    return this.#shown;
  }

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Calls `listener` now and after every change. */
  watch(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.#shown);
  }

  /** A pointer goes down, or up; in between the hand may rest as long as it likes. */
  hold(isHeld: boolean): void {
    if (isHeld && !this.#isRecent()) this.#last = { by: "", at: 0 };
    this.#isHeld = isHeld;
  }

  #isRecent(): boolean {
    return Date.now() - this.#last.at <= ONE_GESTURE;
  }

  /** Another figure. Throws `InputError`, and changes nothing, where it is not legal. */
  replace(spec: FigureSpec, by: string): void {
    const figure = resolveFigure(spec);
    if (JSON.stringify(figure) === JSON.stringify(this.#shown.figure)) return;
    if (by !== this.#last.by || !(this.#isHeld || this.#isRecent())) {
      this.#past.push(this.#shown);
      if (this.#past.length > MOST_STEPS) this.#past.shift();
    }
    this.#last = { by, at: Date.now() };
    this.#future = [];
    this.#show({ ...this.#shown, figure });
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#shown);
    this.#last = { by: "", at: 0 };
    this.#show(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#shown);
    this.#last = { by: "", at: 0 };
    this.#show(after);
  }

  /** A listener that fails keeps no other from hearing. */
  #show(shown: Shown): void {
    this.#shown = shown;
    const faults: unknown[] = [];
    for (const listener of this.#listeners) {
      try {
        listener(shown);
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}

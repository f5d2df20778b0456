import { TYPED } from "../formula/typed-loss.ts";
import { InputError } from "../losses/errors.ts";
import { carriedParams } from "./formula/carried.ts";
import { parseLandscape } from "../spec/landscape.ts";
import { type ResolvedLandscape, resolveLandscape } from "../spec/landscape.ts";
import type { LandscapeSpec } from "../spec/landscape-schema.ts";
import { withSetting } from "../spec/settings.ts";

/** All that the page shows follows from one figure; the keys of a link that this version does not know ride along. */
export interface State {
  readonly figure: ResolvedLandscape;
  readonly unknown: readonly (readonly [string, string])[];
}

type Listener = (state: State) => void;

const MOST_STEPS = 200;

/** Changes within this many milliseconds of each other, by the same control, are one step of undo. */
const ONE_GESTURE = 700;

/** The figure, who watches it, and the way back. */
export class Store {
  #state: State;
  readonly #listeners: Listener[] = [];
  readonly #past: State[] = [];
  #future: State[] = [];
  #last = { by: "", at: 0 };

  constructor(spec: LandscapeSpec, unknown: State["unknown"] = []) {
    this.#state = { figure: resolveLandscape(spec), unknown };
  }

  get state(): State {
    return this.#state;
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
    listener(this.#state);
  }

  /** Changes one setting by its name. Throws `InputError`, and changes nothing, where the text is not legal. */
  set(name: string, text: string): void {
    this.replace(parseLandscape(withSetting(this.#state.figure, name, text)), name);
  }

  /** Another loss with its own defaults; everything else stays. */
  choose(lossName: string): void {
    this.replace({ ...this.#state.figure, loss: { id: lossName } }, "loss");
  }

  /** A typed loss; what its sliders were set to stays where the text left it alone. Throws as `set`. */
  type(formula: string): void {
    const { figure } = this.#state;
    const params = carriedParams(figure.loss, formula);
    this.replace({ ...figure, loss: { id: TYPED, formula, params } }, "formula");
  }

  /** A whole figure. Throws `InputError`, and changes nothing, where it is not legal. */
  replace(spec: LandscapeSpec, by: string): void {
    const figure = resolveLandscape(spec);
    if (JSON.stringify(figure) === JSON.stringify(this.#state.figure)) return;
    const now = Date.now();
    if (by !== this.#last.by || now - this.#last.at > ONE_GESTURE) {
      this.#past.push(this.#state);
      if (this.#past.length > MOST_STEPS) this.#past.shift();
    }
    this.#last = { by, at: now };
    this.#future = [];
    this.#show({ ...this.#state, figure });
  }

  undo(): void {
    const before = this.#past.pop();
    if (before === undefined) return;
    this.#future.push(this.#state);
    this.#last = { by: "", at: 0 };
    this.#show(before);
  }

  redo(): void {
    const after = this.#future.pop();
    if (after === undefined) return;
    this.#past.push(this.#state);
    this.#last = { by: "", at: 0 };
    this.#show(after);
  }

  #show(state: State): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** What an action says when its input is not legal; anything else is a fault and goes on. */
export function refusal(action: () => void): string | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

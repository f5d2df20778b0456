import { TYPED } from "../formula/typed-loss.ts";
import { InputError } from "../losses/errors.ts";
import { type FigureSpec, isLandscape, parseFigure, type ResolvedFigure } from "../spec/figure.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import { withSetting } from "../spec/settings.ts";
import { carriedParams } from "./formula/carried.ts";
import type { History, Shown } from "./history.ts";

/** A figure of one loss, whose parameters the page's sliders can move. */
export type FigureOfLoss = Extract<ResolvedFigure, { readonly loss: ResolvedLoss }>;

export const hasLoss = (figure: ResolvedFigure): figure is FigureOfLoss => "loss" in figure;

/** What a panel sees of the page; a panel that needs more than a loss sees landscapes. */
export type State<Figure extends FigureOfLoss = ResolvedLandscape> = Shown<Figure>;

/** The page's figure while it is one of `Figure`: for panels that are hidden while it is another. */
export class Store<Figure extends FigureOfLoss = ResolvedLandscape> {
  #state: State<Figure>;
  readonly #listeners: ((state: State<Figure>) => void)[] = [];

  constructor(
    private readonly history: History,
    isOurs: (figure: ResolvedFigure) => figure is Figure,
    usual: Figure,
  ) {
    this.#state = { figure: usual, unknown: [] };
    history.watch(({ figure, unknown }) => {
      if (!isOurs(figure)) return;
      this.#state = { figure, unknown };
      for (const listener of this.#listeners) listener(this.#state);
    });
  }

  /** The figure, or the last one that was ours. */
  get state(): State<Figure> {
    return this.#state;
  }

  /** Calls `listener` now and after every change to a figure of ours. */
  watch(listener: (state: State<Figure>) => void): void {
    this.#listeners.push(listener);
    listener(this.#state);
  }

  /** Changes one setting by its name. Throws `InputError`, and changes nothing, where the text is not legal. */
  set(name: string, text: string): void {
    this.history.replace(parseFigure(withSetting(this.#state.figure, name, text)), name);
  }

  /** Another loss with its own defaults; everything else stays. Throws as `set`. */
  choose(lossName: string): void {
    this.#put({ id: lossName }, "loss");
  }

  /** A typed loss; what its sliders were set to stays where the text left it alone. Throws as `set`. */
  type(formula: string): void {
    this.#put({ id: TYPED, formula, params: carriedParams(this.#state.figure.loss, formula) }, "formula");
  }

  /** A whole figure. Throws `InputError`, and changes nothing, where it is not legal. */
  replace(spec: FigureSpec, by: string): void {
    this.history.replace(spec, by);
  }

  #put(loss: object, by: string): void {
    this.history.replace(parseFigure({ ...this.#state.figure, loss }), by);
  }
}

export type LossStore = Store<FigureOfLoss>;

export const landscapesOf = (history: History, usual: ResolvedLandscape): Store =>
  new Store(history, (figure): figure is ResolvedLandscape => isLandscape(figure), usual);

export const lossesOf = (history: History, usual: ResolvedLandscape): LossStore =>
  new Store<FigureOfLoss>(history, hasLoss, usual);

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

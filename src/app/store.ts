import { TYPED } from "../formula/language.ts";
import { InputError } from "../losses/errors.ts";
import { type FigureSpec, isLandscape, parseFigure, type ResolvedFigure } from "../spec/figure.ts";
import { figureLoss } from "../spec/figure-loss.ts";
import type { ResolvedLandscape } from "../spec/landscape.ts";
import type { ResolvedLoss } from "../spec/resolve.ts";
import { withSetting } from "../spec/settings.ts";
import { carriedParams } from "./formula/carried.ts";
import type { History, Shown } from "./history.ts";
import { words } from "./words/words.ts";
import { areSeveralViews, likeSlot, type LossPart, type Slot, slotsOf, withPart } from "./slots.ts";

/** A figure of one loss. */
type FigureOfLoss = Extract<ResolvedFigure, { readonly loss: ResolvedLoss }>;

export const hasLoss = (figure: ResolvedFigure): figure is FigureOfLoss => "loss" in figure;

/** What a panel of landscapes sees of the page. */
export type State = Shown<ResolvedLandscape>;

/** The page's figure while it is a landscape: for panels that are hidden while it is another. */
export class Store {
  #state: State;
  readonly #listeners: ((state: State) => void)[] = [];

  constructor(
    private readonly history: History,
    usual: ResolvedLandscape,
  ) {
    this.#state = { figure: usual, unknown: [] };
    history.watch(({ figure, unknown }) => {
      if (!isLandscape(figure)) return;
      this.#state = { figure, unknown };
      for (const listener of this.#listeners) listener(this.#state);
    });
  }

  /** The landscape, or the last one. */
  get state(): State {
    return this.#state;
  }

  /** Calls `listener` now and after every change to a landscape. */
  watch(listener: (state: State) => void): void {
    this.#listeners.push(listener);
    listener(this.#state);
  }

  /** Changes one setting by its name. Throws `InputError`, and changes nothing, where the text is not legal. */
  set(name: string, text: string): void {
    this.history.replace(parseFigure(withSetting(this.#state.figure, name, text)), name);
  }

  /** A whole figure. Throws `InputError`, and changes nothing, where it is not legal. */
  replace(spec: FigureSpec, by: string): void {
    this.history.replace(spec, by);
  }
}

/** The loss that the page's sliders move: one of the figure's, and where else in the figure it stands. */
export interface LossState {
  readonly figure: LossPart;
  readonly slots: readonly Slot[];
  readonly index: number;
  /** Whether what shows the same moves together. */
  readonly together: boolean;
}

/** The losses of the page's figure, whatever its kind, one of them chosen. */
export class LossStore {
  #state: LossState;
  readonly #listeners: ((state: LossState) => void)[] = [];

  constructor(
    private readonly history: History,
    usual: LossPart,
  ) {
    this.#state = { figure: usual, slots: [], index: 0, together: false };
    let kind = "";
    history.watch(({ figure }) => {
      const slots = slotsOf(figure);
      const isOther = figure.kind !== kind || slots.length !== this.#state.slots.length;
      kind = figure.kind;
      const index = isOther ? 0 : this.#state.index;
      const together = isOther ? areSeveralViews(slots) : this.#state.together;
      this.#put({ figure: slots[index]?.part ?? this.#state.figure, slots, index, together });
    });
  }

  get state(): LossState {
    return this.#state;
  }

  /** Calls `listener` now and after every change to the figure or of the loss that is chosen. */
  watch(listener: (state: LossState) => void): void {
    this.#listeners.push(listener);
    listener(this.#state);
  }

  /** Another of the figure's losses. */
  select(index: number): void {
    const { slots } = this.#state;
    if (slots[index] !== undefined) this.#put({ ...this.#state, index, figure: slots[index].part });
  }

  moveTogether(together: boolean): void {
    this.#put({ ...this.#state, together });
  }

  /** Changes one setting by its name. Throws `InputError`, and changes nothing, where the text is not legal. */
  set(name: string, text: string): void {
    this.#change(
      name,
      (part) => withSetting(part, name, text),
      ({ loss, counts }) =>
        name.startsWith("param.")
          ? loss.params[name.slice("param.".length)]
          : name === "gradient"
            ? loss.gradient
            : counts,
    );
  }

  /** Another loss with its own defaults; everything else stays. Throws as `set`. */
  choose(lossName: string): void {
    this.#changeLoss("loss", () => ({ id: lossName }));
  }

  /** A typed loss; what its sliders were set to stays where the text left it alone. Throws as `set`. */
  type(formula: string): void {
    this.#changeLoss("formula", (before) => ({ id: TYPED, formula, params: carriedParams(before, formula) }));
  }

  #changeLoss(by: string, next: (before: ResolvedLoss) => ResolvedLossChoice): void {
    this.#change(
      by,
      (part) => {
        const loss = next(part.loss);
        return { ...withoutVariedParam(part, loss), loss };
      },
      ({ loss }) => loss.params,
    );
  }

  #change(by: string, next: (part: LossPart) => object, read: (part: LossPart) => unknown): void {
    const { slots, index, together } = this.#state;
    const slot = slots[index];
    if (slot === undefined) return;
    const changing = together ? likeSlot(slots, slot, read) : [slot];
    const changed = changing.reduce<unknown>(
      (figure, each) => withPart(figure as ResolvedFigure, each, next(each.part)),
      this.history.shown.figure,
    );
    this.history.replace(parseFigure(changed), by);
  }

  #put(state: LossState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

type ResolvedLossChoice = Pick<ResolvedLoss, "id"> & Partial<ResolvedLoss>;

/** A family over a parameter that another loss does not have is no family of it. */
function withoutVariedParam(part: LossPart, loss: ResolvedLossChoice): LossPart {
  const { vary, ...rest } = part;
  return vary !== undefined && !Object.hasOwn(figureLoss(loss).params, vary.param) ? rest : part;
}

/** Why an action refused its input; anything else that it throws is a fault and goes on. */
export function refused(action: () => void): InputError | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** The same in the words of the page. */
export function refusal(action: () => void): string | null {
  const error = refused(action);
  return error && words.told(error.message);
}

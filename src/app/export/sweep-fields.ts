import type { SweepOptions } from "../../export/options.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import type { ResolvedFigure } from "../../spec/figure.ts";
import { choiceControl, type Option } from "../controls/choice.ts";
import { make } from "../dom.ts";
import { hasLoss } from "../store.ts";
import { numberField } from "./number-field.ts";
import { words } from "../words/words.ts";

export interface SweepFields {
  readonly element: HTMLElement;
  /** The parameters of another figure. */
  follow(figure: ResolvedFigure): void;
  /** What is asked for; undefined where the figure has nothing that could move. */
  asked(): SweepOptions | undefined;
}

interface Movable extends Option {
  readonly range: readonly [number, number];
}

/** What moves in an animation: a parameter of the figure's one loss, and how far, in how many frames. */
export function sweepFields(): SweepFields {
  let movable: readonly Movable[] = [];
  let param = "";
  const from = numberField("from", words.export.from);
  const to = numberField("to", words.export.to);
  const frames = numberField("frames", words.export.frames, 48);
  const seconds = numberField("seconds", words.export.seconds, 4);
  const choose = (value: string): void => {
    param = value;
    const range = movable.find((each) => each.value === value)?.range;
    if (range === undefined) return;
    from.set(range[0]);
    to.set(range[1]);
  };
  const choice = choiceControl(words.export.moves, [], choose);
  const none = make("p", { class: "hint" }, words.export.nothingMoves);
  const fields = make(
    "div",
    { class: "fields" },
    choice.element,
    ...[from, to, frames, seconds].map(({ element }) => element),
  );
  return {
    element: make("div", { class: "sweep" }, fields, none),
    follow(figure) {
      movable = hasLoss(figure) ? movableOf(figure) : [];
      fields.hidden = movable.length === 0;
      none.hidden = movable.length > 0;
      const [first] = movable;
      if (first === undefined) return;
      const kept = movable.some(({ value }) => value === param) ? param : first.value;
      choice.show(kept, movable);
      if (kept !== param) choose(kept);
    },
    asked: () =>
      movable.length === 0
        ? undefined
        : { param, from: from.value(), to: to.value(), frames: frames.value(), seconds: seconds.value() },
  };
}

const movableOf = (figure: Extract<ResolvedFigure, { readonly loss: unknown }>): Movable[] =>
  Object.entries(figureLoss(figure.loss).params).flatMap(([id, spec]) =>
    spec.kind === "number" ? [{ value: id, text: spec.symbol, range: spec.slider }] : [],
  );

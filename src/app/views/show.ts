import type { ResolvedFigure } from "../../spec/figure.ts";
import type { History } from "../history.ts";
import { type LossStore, refusal } from "../store.ts";
import { asView } from "./as-view.ts";
import { subjectOf } from "./subject.ts";
import type { View } from "./views.ts";

/** The same loss, looked at another way, with what was last set there. Why it cannot be seen so, or null. */
export function showView(
  history: History,
  losses: LossStore,
  view: View,
  before: ResolvedFigure | undefined,
): string | null {
  const { figure } = history.shown;
  const { slots, index } = losses.state;
  return refusal(() =>
    history.replace(asView(view, figure, subjectOf(figure, slots[index]), before), `view ${view}`),
  );
}

import type { ResolvedFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { type LossStore, refusal } from "../store.ts";
import { words } from "../words/words.ts";
import { asView } from "./as-view.ts";
import { subjectOf } from "./subject.ts";
import { type View, VIEW_IDS, viewOf } from "./views.ts";

/** A button for every view: the same loss, looked at another way, with what was last set there. */
export function viewNav(history: History, losses: LossStore, tell: (message: string) => void): HTMLElement {
  const before = new Map<View, ResolvedFigure>();
  const show = (view: View): void => {
    const { figure } = history.shown;
    if (viewOf(figure) === view) return;
    const { slots, index } = losses.state;
    const problem = refusal(() =>
      history.replace(
        asView(view, figure, subjectOf(figure, slots[index]), before.get(view)),
        `view ${view}`,
      ),
    );
    tell(problem === null ? "" : words.notSeenSo(problem));
  };
  const buttons = VIEW_IDS.map((view) => {
    const button = make(
      "button",
      { type: "button", "data-view": view, title: words.viewHints[view] },
      words.views[view],
    );
    button.addEventListener("click", () => show(view));
    return [view, button] as const;
  });
  history.watch(({ figure }) => {
    const now = viewOf(figure);
    before.set(now, figure);
    for (const [view, button] of buttons) {
      if (view === now) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  });
  return make(
    "nav",
    { class: "views", "aria-label": words.head.views },
    ...buttons.map(([, button]) => button),
  );
}

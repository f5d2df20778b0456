import type { ResolvedFigure } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { words } from "../words/words.ts";
import { type View, VIEW_IDS, viewOf } from "./views.ts";

/** A button for every view. `show` hears which one is wanted, and what was last seen in it. */
export function viewNav(
  history: History,
  show: (view: View, before: ResolvedFigure | undefined) => void,
): HTMLElement {
  const before = new Map<View, ResolvedFigure>();
  const buttons = VIEW_IDS.map((view) => {
    const button = make(
      "button",
      { type: "button", "data-view": view, title: words.viewHints[view] },
      words.views[view],
    );
    button.addEventListener("click", () => {
      if (viewOf(history.shown.figure) !== view) show(view, before.get(view));
    });
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

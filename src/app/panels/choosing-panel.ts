import type { ChoosingBody } from "../choosing/body.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import type { LossStore } from "../store.ts";
import { words } from "../words/words.ts";

/** What people ask when they choose the numbers of a loss; loaded when it is first opened. */
export function choosingPanel(losses: LossStore, history: History): HTMLElement {
  const panel = make(
    "details",
    { class: "panel", id: "choosing" },
    make("summary", {}, words.choosing.title),
  );
  let body: Promise<ChoosingBody> | undefined;
  const show = async (): Promise<void> => {
    body ??= import("../choosing/body.ts").then(async ({ choosingWords, ChoosingBody: Body }) => {
      const made = new Body(losses, history, await choosingWords());
      panel.append(made.element);
      return made;
    });
    (await body).follow(panel.open);
  };
  panel.addEventListener("toggle", () => {
    if (panel.open || body !== undefined) void show();
  });
  losses.watch(({ slots }) => {
    panel.hidden = slots.length === 0;
  });
  return panel;
}

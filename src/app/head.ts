import { make } from "./dom.ts";
import { headActions } from "./head-actions.ts";
import type { History } from "./history.ts";
import { languageControl } from "./language-control.ts";
import type { Notices } from "./notices.ts";
import { words } from "./words/words.ts";

/** The head of the page: what it is, the ways to its other pages, its language; below, the views and the way back. */
export function pageHead(
  element: HTMLElement,
  history: History,
  say: Notices,
  views: readonly HTMLElement[],
): void {
  element.append(
    make(
      "div",
      { class: "top-row" },
      make("h1", {}, "Marginscape"),
      make("p", { class: "tagline" }, words.head.tagline),
      make(
        "div",
        { class: "actions" },
        make("a", { class: "button", href: "./catalogue.html" }, words.head.catalogue),
        make("a", { class: "button", href: "./notebooks/index.html" }, words.head.notebooks),
        languageControl(),
      ),
    ),
    make(
      "div",
      { class: "top-row" },
      ...views,
      make("div", { class: "actions", id: "actions" }, ...headActions(history, say)),
    ),
  );
}

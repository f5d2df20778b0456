import { type ShelfName, stored } from "./database.ts";
import { type Bell, Shelf } from "./shelf.ts";

function bellOf(shelf: ShelfName): Bell {
  const channel = new BroadcastChannel(`marginscape.${shelf}`);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    ring: () => channel.postMessage(""),
    onRing: (listener) => channel.addEventListener("message", listener),
  };
}

/** What the reader saved, by name. */
export const figures = new Shelf(stored("figures"), bellOf("figures"));

/** What was on the page last, saved by itself. */
export const drafts = new Shelf(stored("drafts"), bellOf("drafts"));

// what no storage takes must not go without a word
addEventListener("beforeunload", (event) => {
  if (figures.isHolding) event.preventDefault();
});

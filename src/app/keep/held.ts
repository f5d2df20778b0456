import { whenLoaded } from "../../formula/on-demand.ts";
import { InputError } from "../../losses/errors.ts";
import { parseFigure, resolveFigure } from "../../spec/figure.ts";
import type { History, Shown } from "../history.ts";
import type { Opened } from "../link.ts";

const KEY = "marginscape.held";

/** A figure is saved once it has rested for this many milliseconds. */
const REST = 1000;

/**
 * The figure that was on the page when this tab left it, where this is a reload or the very link that it was left at: the
 * link, which is written a moment after each change, may not have it yet. Undefined where there is none.
 */
export async function heldFigure(hash: string): Promise<Opened | undefined> {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    sessionStorage.removeItem(KEY);
    if (typeof held !== "object" || held === null || !("figure" in held) || !("hash" in held))
      return undefined;
    const { figure } = held;
    const spec = await whenLoaded(() => resolveFigure(parseFigure(figure)));
    if (held.hash === hash || isReload()) return { spec, unknown: pairsIn(held), problem: null };
    void import("./drafts.ts").then(({ Draft }) => new Draft().keep(spec));
  } catch (error) {
    // a storage may be forbidden, and anything may lie in it
    if (!(error instanceof InputError || error instanceof SyntaxError || error instanceof DOMException))
      throw error;
  }
  return undefined;
}

/** Saves what is made of the figure, as it goes: for a reload at once, for later visits once it rests. */
export function autosave(history: History): void {
  const opened = history.shown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let draft: Promise<import("./drafts.ts").Draft> | undefined;
  const keep = async (figure = history.shown.figure): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    draft ??= import("./drafts.ts").then(({ Draft }) => new Draft());
    await (await draft).keep(figure);
  };
  history.watch((shown) => {
    if (shown === opened) return;
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), REST);
  });
  addEventListener("pagehide", () => {
    if (history.shown === opened) return;
    hold(history.shown);
    if (timer !== undefined) void keep();
  });
  // another link takes the page: what was on it is a draft of its own
  addEventListener("hashchange", () => {
    if (timer !== undefined) void keep(history.shown.figure);
    draft = undefined;
  });
}

const isReload = (): boolean =>
  performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "reload");

function hold(shown: Shown): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...shown, hash: location.hash }));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** Keys of a link that this version does not know. */
const pairsIn = (held: object): Shown["unknown"] =>
  "unknown" in held && Array.isArray(held.unknown)
    ? held.unknown.flatMap((pair: unknown) =>
        Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string"
          ? [[pair[0], pair[1]] as const]
          : [],
      )
    : [];

import { type FigureSpec, parseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import { valueAt, withValues } from "../../player/tree.ts";
import { toggleControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { type Slot, slotNames, withPart } from "../slots.ts";
import { type LossStore, refusal } from "../store.ts";
import { besides } from "../views/as-view.ts";
import { words } from "../words/words.ts";

/** Where a kind of figure keeps its losses, and how many it should have at most. */
const LISTS: Partial<Record<ResolvedFigure["kind"], { readonly key: string; readonly most: number }>> = {
  panels: { key: "panels", most: 6 },
  boundaries: { key: "entries", most: 12 },
  curves: { key: "curves", most: 24 },
};

/** The losses of a figure that has several: which of them the sliders move, one more, one less. */
export function slotsPanel(history: History, losses: LossStore): HTMLElement {
  const list = make("ul", { class: "slots" });
  const problem = make("p", { class: "problem", role: "status" });
  const together = toggleControl(words.slots.together, (on) => losses.moveTogether(on));
  const add = make("button", { type: "button" }, words.slots.add);
  const act = (next: () => FigureSpec, by: string): boolean => {
    const refused = refusal(() => history.replace(next(), by));
    problem.textContent = refused ?? "";
    return refused === null;
  };
  add.addEventListener("click", () => {
    const { slots, index } = losses.state;
    if (act(() => withSlot(history.shown.figure, slots[index]), "add a loss"))
      losses.select(losses.state.slots.length - 1);
  });
  const element = make(
    "section",
    { class: "panel", "aria-label": words.slots.title },
    make("h2", {}, words.slots.title),
    list,
    make("div", { class: "button-row" }, add),
    together.element,
    problem,
  );
  losses.watch(({ slots, index, together: isTogether }) => {
    element.hidden = slots.length < 2;
    if (element.hidden) return;
    const { figure } = history.shown;
    const held = list.contains(document.activeElement);
    const names = slotNames(figure, slots);
    const room = LISTS[figure.kind];
    const entries = room === undefined ? [] : entriesOf(figure, room.key);
    list.replaceChildren(
      ...slots.map((slot, i) => {
        const choose = make(
          "button",
          { type: "button", "aria-pressed": i === index ? "true" : "false" },
          names[i],
        );
        choose.addEventListener("click", () => losses.select(i));
        const item = make("li", {}, choose);
        if (entries.length > 1) {
          const remove = make(
            "button",
            { type: "button", class: "reset", "aria-label": words.slots.remove(names[i]) },
            "×",
          );
          remove.addEventListener("click", () => void act(() => withoutSlot(figure, slot), "remove a loss"));
          item.append(remove);
        }
        return item;
      }),
    );
    if (held) list.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    add.hidden = room === undefined || entries.length === 0;
    add.disabled = room !== undefined && entries.length >= room.most;
    add.title = room !== undefined && add.disabled ? words.slots.most(room.most) : "";
    together.show(isTogether);
  });
  return element;
}

const entriesOf = (figure: ResolvedFigure, key: string): readonly unknown[] =>
  (valueAt(figure, [key]) ?? []) as readonly unknown[];

/** The entry of a slot once more, with a loss beside the one that it has. */
function withSlot(figure: ResolvedFigure, slot: Slot): FigureSpec {
  const { key } = LISTS[figure.kind] ?? { key: "" };
  const entries = entriesOf(figure, key);
  const copied = withPart(figure, slot, { ...slot.part, loss: besides(slot.part.loss) });
  const copy = unnamed(valueAt(copied, slot.place.slice(0, 2)));
  const grown = withValues(figure, [[key]], [...entries, copy]);
  return parseFigure(unsized(grown));
}

function withoutSlot(figure: ResolvedFigure, slot: Slot): FigureSpec {
  const { key } = LISTS[figure.kind] ?? { key: "" };
  const at = Number(slot.place[1]);
  return parseFigure(
    unsized(
      withValues(
        figure,
        [[key]],
        entriesOf(figure, key).filter((_, i) => i !== at),
      ),
    ),
  );
}

/** A second entry of one name could not be told from the first. */
function unnamed(entry: unknown): unknown {
  const { name: _name, title: _title, ...rest } = entry as { name?: string; title?: string };
  return rest;
}

/** More panels need more room than fewer. */
function unsized(figure: unknown): unknown {
  const { kind, size, ...rest } = figure as ResolvedFigure;
  return kind === "panels" ? { kind, ...rest } : { kind, size, ...rest };
}

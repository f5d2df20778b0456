import { fieldsOf } from "../../spec/fields.ts";
import { parseFigure, type ResolvedFigure } from "../../spec/figure.ts";
import { type Place, valueAt, withValues } from "../../player/tree.ts";
import { isUnfinished } from "../controls/typed.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { refusal } from "../store.ts";
import { words } from "../words/words.ts";
import { type Edited, formNodes } from "./form.ts";

/** The form is filled anew when nothing has changed for this long. */
const REST = 200;

/** Places that have controls of their own on the page. */
const ELSEWHERE = new Set(["loss", "counts", "panels"]);

/** Everything that a figure can say, as controls made from its schema. Filled when it is opened. */
export function settingsForm(history: History, element: HTMLElement): () => void {
  const change = (place: Place, value: unknown): string | null => {
    const { figure } = history.shown;
    // an item of a list that went elsewhere, a moment ago
    if (!isThere(figure, place)) return null;
    return refusal(() =>
      history.replace(
        parseFigure(withoutNothing(withValues(figure, [place], value))),
        `setting ${place.join(".")}`,
      ),
    );
  };
  const fill = (): void => {
    const { figure } = history.shown;
    const held = document.activeElement;
    const index = held && element.contains(held) ? controlsIn(element).indexOf(held) : -1;
    const areOpen = [...element.querySelectorAll("details")].map(({ open }) => open);
    element.replaceChildren(
      ...partsOf(figure).flatMap(([place, title]) =>
        partNodes(figure, place, title, { value: figure, change, rebuild: fill }),
      ),
    );
    for (const [i, part] of element.querySelectorAll("details").entries()) part.open = areOpen[i] ?? false;
    const again = controlsIn(element)[index];
    if (again instanceof HTMLElement) again.focus();
  };
  return fill;
}

/** Whether every item on the way to a place is in its list. */
const isThere = (figure: ResolvedFigure, place: Place): boolean =>
  place.every((key, i) => typeof key === "string" || valueAt(figure, place.slice(0, i + 1)) !== undefined);

const controlsIn = (element: HTMLElement): Element[] => [
  ...element.querySelectorAll("input, select, button, summary"),
];

/** The figure itself, and each of its panels. */
const partsOf = (figure: ResolvedFigure): readonly (readonly [Place, string])[] =>
  figure.kind === "panels"
    ? [
        [[], ""],
        ...figure.panels.map((_, i) => [["panels", i, "figure"], words.settings.panel(i + 1)] as const),
      ]
    : [[[], ""]];

function partNodes(figure: ResolvedFigure, place: Place, title: string, edited: Edited): HTMLElement[] {
  const part = valueAt(figure, place) as ResolvedFigure;
  const fields = fieldsOf(part.kind);
  if (fields.type !== "object") return [];
  const entries = fields.entries.filter(([key]) => !ELSEWHERE.has(key));
  const nodes = formNodes({ type: "object", entries }, edited, place);
  return title === "" ? nodes : [make("details", {}, make("summary", {}, title), ...nodes)];
}

/** What was emptied is left to its default. */
function withoutNothing(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** Whether a reader is in the midst of a word. */
const isWritten = (body: Element): boolean => {
  const box = document.activeElement;
  return box instanceof HTMLInputElement && box.type === "text" && body.contains(box) && isUnfinished(box);
};

/** The form in the page: built when it is first opened, and again after every change while it is open. */
export function settingsPanel(history: History): HTMLDetailsElement {
  const body = make("div", { class: "settings" });
  const panel = make(
    "details",
    { class: "panel" },
    make("summary", {}, words.settings.title),
    make("p", { class: "hint" }, words.settings.hint),
    body,
  );
  const fill = settingsForm(history, body);
  panel.addEventListener("toggle", () => {
    if (panel.open) fill();
    else body.replaceChildren();
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isWritten(body)) later();
      else if (panel.open) fill();
    }, REST);
  };
  history.watch(() => {
    if (panel.open) later();
  });
  // what was not taken stays, and says why
  body.addEventListener("change", ({ target }) => {
    if (target instanceof Element && target.getAttribute("aria-invalid") === "true") clearTimeout(timer);
  });
  return panel;
}

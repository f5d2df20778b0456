import { type FigureSpec, minimiseFigure, parseFigure } from "../../spec/figure.ts";
import { freshId, make } from "../dom.ts";
import { textArea } from "../formula/text-area.ts";
import type { History } from "../history.ts";
import { refused } from "../store.ts";
import { faultIn } from "./json-fault.ts";
import { words } from "../words/words.ts";

const SETTLE = 400;
/** A slider that is dragged changes the recipe many times; the text follows once it rests. */
const FOLLOW = 200;

/** The figure as a piece of JSON, edited live. A text that is no figure yet stays until the reader gives it up. */
export function recipePanel(history: History): HTMLDetailsElement {
  const id = freshId("recipe");
  const verdict = make("p", { class: "verdict", id: `${id}-verdict`, role: "status" });
  const area = textArea({ id, "aria-describedby": verdict.id });
  const again = make("button", { type: "button", hidden: true }, words.recipe.own);
  const panel = make("details", { class: "panel recipe" }, make("summary", {}, words.recipe.title));
  const body = [
    make("label", { for: id }, words.recipe.label),
    area.element,
    make("div", { class: "verdict-row" }, verdict, again),
  ];
  const { input } = area;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Text that the figure does not show. */
  let isDraft = false;

  /** A problem, or that there is none; `refusal` is what the library says of it. */
  const say = (problem: string | null, refusal = ""): void => {
    verdict.textContent = problem ?? words.recipe.fine;
    verdict.classList.toggle("wrong", problem !== null);
    input.setAttribute("aria-invalid", String(problem !== null));
    area.mark(faultIn(input.value, refusal));
    again.hidden = !isDraft;
  };
  const follow = (): void => {
    clearTimeout(timer);
    const recipe = jsonText(minimiseFigure(history.shown.figure));
    if (input.value !== recipe) {
      input.value = recipe;
      area.mark(undefined);
    }
    isDraft = false;
    say(null);
  };
  const apply = (): void => {
    clearTimeout(timer);
    const text = input.value;
    const error = refused(() => history.replace(parseFigure(text), "recipe"));
    // what was applied stays as it was typed, spaces and spelled-out defaults too
    clearTimeout(timer);
    isDraft = error !== null;
    say(error && words.told(error.message), error?.message);
  };

  input.addEventListener("input", () => {
    isDraft = true;
    clearTimeout(timer);
    timer = setTimeout(apply, SETTLE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    apply();
  });
  again.addEventListener("click", () => {
    follow();
    input.focus();
  });
  panel.addEventListener("toggle", () => {
    // a closed recipe has no text to keep up
    if (panel.open) panel.append(...body);
    if (panel.open && !isDraft) follow();
  });
  history.watch(() => {
    if (!panel.open && !isDraft) return;
    clearTimeout(timer);
    if (isDraft) say(words.recipe.leftBehind);
    else timer = setTimeout(follow, FOLLOW);
  });
  return panel;
}

/** JSON to be read: numbers of one list on one line. No text in it has a line break of its own. */
const jsonText = (figure: FigureSpec): string =>
  JSON.stringify(figure, null, 2).replace(
    /\[\n\s*([-+.,\de\s]+?)\n\s*\]/g,
    (_, numbers: string) => `[${numbers.replace(/\s+/g, " ")}]`,
  );

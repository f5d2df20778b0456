import { make } from "../dom.ts";
import type { Problem } from "./check.ts";
import { words } from "../words/words.ts";

export interface Message {
  readonly element: HTMLElement;
  readonly id: string;
  /** A problem, or that there is none. */
  show(problem: Problem | undefined, fine: string): void;
}

/** What is wrong with the text, spoken politely, with a button that mends it where one can. */
export function message(id: string, onDeclare: (name: string) => void): Message {
  const verdict = make("p", { class: "verdict", id, role: "status", "aria-live": "polite" });
  const button = make("button", { type: "button", hidden: true });
  let undeclared = "";
  button.addEventListener("click", () => onDeclare(undeclared));
  return {
    element: make("div", { class: "verdict-row" }, verdict, button),
    id,
    show(problem, fine) {
      verdict.textContent = problem?.message ?? fine;
      verdict.classList.toggle("wrong", problem !== undefined);
      undeclared = problem?.undeclared ?? "";
      button.hidden = undeclared === "";
      button.textContent = words.formula.declare(undeclared);
    },
  };
}

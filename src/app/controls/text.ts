import { freshId, make } from "../dom.ts";
import { offer, showTyped } from "./typed.ts";

export interface TextControl {
  readonly element: HTMLElement;
  show(text: string): void;
}

/** A labelled line of text, taken when the reader leaves it or presses Enter; `onChange` returns why it is not. */
export function textControl(label: string, onChange: (text: string) => string | null): TextControl {
  const id = freshId("text");
  const input = make("input", { id, type: "text", class: "number", autocomplete: "off" });
  const problem = make("p", { class: "problem", id: `${id}-problem`, role: "status" });
  input.setAttribute("aria-describedby", problem.id);
  const report = (message: string | null): void => {
    problem.textContent = message ?? "";
    if (message === null) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  };
  input.addEventListener("change", () => report(offer(input, () => onChange(input.value))));
  return {
    element: make("div", { class: "control" }, make("label", { for: id }, label), input, problem),
    show(text) {
      if (showTyped(input, text)) report(null);
    },
  };
}

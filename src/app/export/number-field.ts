import { numberOrText, typedNumber } from "../controls/typed.ts";
import { freshId, make } from "../dom.ts";

export interface NumberField {
  readonly element: HTMLElement;
  /** Throws `InputError` where the reader wrote no number. */
  value(): number;
  /** NaN there. */
  glance(): number;
  set(value: number): void;
}

/** A short labelled field for a number; `name` is what a refusal calls it. */
export function numberField(name: string, label: string, value?: number): NumberField {
  const id = freshId("number");
  const input = make("input", {
    id,
    type: "text",
    inputmode: "decimal",
    class: "number",
    autocomplete: "off",
  });
  if (value !== undefined) input.value = String(value);
  return {
    element: make("div", { class: "control" }, make("label", { for: id }, label), input),
    value: () => typedNumber(name, input.value),
    glance: () => Number(numberOrText(input.value) ?? NaN),
    set(next) {
      input.value = String(next);
    },
  };
}

import { freshId, make } from "../dom.ts";

export interface NumberField {
  readonly element: HTMLElement;
  /** NaN where the reader wrote no number. */
  value(): number;
  set(value: number): void;
}

/** A short labelled field for a number. */
export function numberField(label: string, value?: number): NumberField {
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
    value: () => (input.value.trim() === "" ? NaN : Number(input.value)),
    set(next) {
      input.value = String(next);
    },
  };
}

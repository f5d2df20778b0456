import { parseLabel } from "../figures/label.ts";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes and children; `false` and `undefined` attributes are left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

/** A label with its mathematics as HTML. */
export function labelNodes(label: string): Node[] {
  return parseLabel(label).map(({ text, font, shift }) => {
    const inner =
      font === "math" || font === "script" ? make("i", { class: font }, text) : document.createTextNode(text);
    if (shift === 0) return inner;
    return make(shift > 0 ? "sub" : "sup", {}, inner);
  });
}

let lastId = 0;

/** An id that no other element of the page has. */
export const freshId = (stem: string): string => `${stem}-${++lastId}`;

import type { Place } from "../../formula/formula-error.ts";
import { make } from "../dom.ts";

/** Box for code whose faulty part can be underlined. */
export interface TextArea {
  readonly element: HTMLElement;
  readonly input: HTMLTextAreaElement;
  /** Puts `text` in place of all there is, so that the box's own undo brings it back. */
  replace(text: string): void;
  /** Puts `text` in at an offset. */
  insert(offset: number, text: string): void;
  /** Underlines a place; none without one. */
  mark(place: Place | undefined): void;
}

/** A text area over a mirror of its text, which gives it its height and carries the underline. */
export function textArea(attributes: Readonly<Record<string, string>>): TextArea {
  const input = make("textarea", {
    ...attributes,
    rows: 3,
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
  });
  const mirror = make("pre", { class: "mirror", "aria-hidden": "true" });
  let marked: Place | undefined;
  const reflect = (): void => {
    const text = input.value;
    if (marked === undefined) {
      mirror.replaceChildren(`${text}\n`);
      return;
    }
    const start = Math.min(offsetOf(text, marked), text.length);
    const end = Math.min(start + Math.max(1, marked.length), text.length);
    const fault = make("mark", {}, start === end ? " " : text.slice(start, end));
    mirror.replaceChildren(text.slice(0, start), fault, `${text.slice(end)}\n`);
  };
  input.addEventListener("input", reflect);
  const put = (start: number, end: number, text: string): void => {
    const before = document.activeElement;
    input.focus();
    input.setSelectionRange(start, end);
    // the only way to change the text that leaves the box's undo whole; where it is gone, the text matters more
    const inserted = document.activeElement === input && document.execCommand("insertText", false, text);
    if (!inserted) {
      input.setRangeText(text, start, end, "end");
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (before instanceof HTMLElement && before !== input) before.focus();
  };
  return {
    element: make("div", { class: "text-area" }, mirror, input),
    input,
    replace(text) {
      if (text !== input.value) put(0, input.value.length, text);
      reflect();
    },
    insert: (offset, text) => put(offset, offset, text),
    mark(place) {
      marked = place;
      reflect();
    },
  };
}

/** Where a place is in its text, in characters from its start. */
export function offsetOf(text: string, { line, column }: Place): number {
  const lines = text.split("\n").slice(0, line - 1);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}

import { labelNodes, make } from "../dom.ts";
import type { Kept } from "./kept.ts";
import { keepWords } from "../words/keep.ts";
import type { KeepWords } from "../words/keep-en.ts";

type Action = keyof KeepWords["actions"];

export interface CardActions extends Record<Exclude<Action, "rename">, () => void> {
  rename(name: string): void;
}

export interface Card {
  readonly element: HTMLElement;
  /** Whether the reader is typing in it. */
  isBusy(): boolean;
  /** Puts the picture in. */
  picture(thumbnail: string): void;
}

/** A figure that is kept: its picture and name, and what can be done with it. */
export function card({ id, name, changed }: Kept, notes: readonly string[], actions: CardActions): Card {
  const shownName = name || keepWords().unnamed;
  const image = make("img", { alt: "" });
  const open = make(
    "button",
    {
      type: "button",
      class: "picture",
      "aria-label": `${keepWords().of(keepWords().actions.open, shownName)}`,
    },
    image,
  );
  open.addEventListener("click", () => actions.open());
  const heading = make("h3", {}, shownName);
  const buttons = (["rename", "duplicate", "replace", "delete"] as const).map((action) => {
    const text = keepWords().actions[action];
    const button = make("button", { type: "button", "aria-label": keepWords().of(text, shownName) }, text);
    button.addEventListener("click", () => (action === "rename" ? rename() : actions[action]()));
    return button;
  });
  const input = make("input", {
    type: "text",
    "aria-label": keepWords().newName(shownName),
    maxlength: 120,
    autocomplete: "off",
  });
  const form = make("form", { hidden: true }, input, make("button", { type: "submit" }, keepWords().confirm));
  const done = (): void => {
    form.hidden = true;
    heading.hidden = false;
    buttons[0].focus();
  };
  const rename = (): void => {
    input.value = name;
    form.hidden = false;
    heading.hidden = true;
    input.select();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const next = input.value;
    done();
    actions.rename(next);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    done();
  });
  const date = make(
    "time",
    { datetime: new Date(changed).toISOString() },
    new Date(changed).toLocaleString(),
  );
  const lines = notes.map((note) => make("p", { class: "hint" }, ...labelNodes(note)));
  return {
    element: make(
      "li",
      { "data-id": id },
      open,
      heading,
      form,
      date,
      ...lines,
      make("div", { class: "row" }, ...buttons),
    ),
    isBusy: () => !form.hidden,
    picture: (thumbnail) => {
      image.src = thumbnail;
    },
  };
}

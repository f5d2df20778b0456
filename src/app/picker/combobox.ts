import { freshId, make } from "../dom.ts";
import { words } from "../words/words.ts";
import { type ChoiceGroup, foundBy } from "./choices.ts";

export interface Combobox {
  readonly element: HTMLElement;
  /** The choice that holds now. */
  show(id: string, name: string): void;
}

/**
 * A box to search in, with a list below it, as the W3C's combobox pattern has it: the arrows go through the list, Enter
 * takes, Escape leaves all as it was.
 */
export function combobox(
  label: string,
  hint: string,
  groups: () => ChoiceGroup[],
  onChoose: (id: string) => void,
): Combobox {
  const id = freshId("combobox");
  const list = make("div", {
    id: `${id}-list`,
    role: "listbox",
    "aria-label": label,
    class: "options",
    hidden: true,
  });
  const input = make("input", {
    id,
    type: "text",
    role: "combobox",
    class: "combo",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: hint,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
  });
  const said = make("span", { class: "spoken", role: "status" });
  const element = make(
    "div",
    { class: "control combobox" },
    make("label", { for: id }, label),
    input,
    list,
    said,
  );
  let shown = { id: "", name: "" };
  let options: HTMLElement[] = [];
  let active = -1;

  const point = (index: number): void => {
    options[active]?.classList.remove("active");
    active = index;
    const option = options[index];
    if (option === undefined) input.removeAttribute("aria-activedescendant");
    else {
      option.classList.add("active");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    }
  };
  const fill = (text: string): void => {
    const found = foundBy(groups(), text);
    list.replaceChildren(...found.map((group, g) => groupNode(`${id}-${g}`, group, shown.id)));
    options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
    if (options.length === 0) list.append(make("p", { class: "hint" }, words.picker.none(text)));
    said.textContent = text === "" ? "" : words.picker.count(options.length);
    const current = options.findIndex((option) => option.dataset["value"] === shown.id);
    point(text === "" ? current : options.length > 0 ? 0 : -1);
  };
  const open = (text: string): void => {
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    fill(text);
  };
  const close = (): void => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    input.value = shown.name;
    said.textContent = "";
  };
  const take = (option: HTMLElement | undefined): void => {
    const value = option?.dataset["value"];
    if (value === undefined) return;
    close();
    onChoose(value);
  };
  const isOpen = (): boolean => !list.hidden;

  input.addEventListener("click", () => {
    if (isOpen()) return;
    input.select();
    open("");
  });
  input.addEventListener("input", () => open(input.value));
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (!isOpen()) open("");
      else if (options.length > 0) point((active + step + options.length) % options.length);
    } else if (event.key === "Enter" && isOpen()) take(options[active]);
    else if (event.key === "Escape" && isOpen()) close();
    else return;
    event.preventDefault();
  });
  // the box keeps the focus, so that its leaving closes the list
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) take(target.closest<HTMLElement>('[role="option"]') ?? undefined);
  });

  return {
    element,
    show(value, name) {
      shown = { id: value, name };
      input.dataset["value"] = value;
      if (!isOpen()) input.value = name;
    },
  };
}

const groupNode = (id: string, { title, choices }: ChoiceGroup, chosen: string): HTMLElement =>
  make(
    "div",
    { role: "group", "aria-labelledby": id },
    make("div", { id, class: "group-title", role: "presentation" }, title),
    ...choices.map(({ id: value, name }, i) =>
      make(
        "div",
        { role: "option", id: `${id}-${i}`, "data-value": value, "aria-selected": String(value === chosen) },
        name,
      ),
    ),
  );

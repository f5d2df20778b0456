import { freshId, labelNodes, make, setValue } from "../dom.ts";

export interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
}

export interface ChoiceControl {
  readonly element: HTMLElement;
  show(value: string, options?: readonly Option[]): void;
}

/** A labelled drop-down. */
export function choiceControl(
  label: string,
  options: readonly Option[],
  onChoose: (value: string) => void,
  hint?: string,
): ChoiceControl {
  const id = freshId("choice");
  const select = make("select", { id, title: hint });
  fill(select, options);
  select.addEventListener("change", () => onChoose(select.value));
  return {
    element: make("div", { class: "control" }, make("label", { for: id }, ...labelNodes(label)), select),
    show(value, fresh) {
      if (fresh) fill(select, fresh);
      setValue(select, value);
    },
  };
}

function fill(select: HTMLSelectElement, options: readonly Option[]): void {
  const groups = new Map<string, HTMLElement>();
  const children: HTMLElement[] = [];
  for (const { value, text, group } of options) {
    const option = make("option", { value }, text);
    if (group === undefined) children.push(option);
    else {
      const found = groups.get(group) ?? make("optgroup", { label: group });
      if (!groups.has(group)) children.push(found);
      groups.set(group, found);
      found.append(option);
    }
  }
  select.replaceChildren(...children);
}

export interface ToggleControl {
  readonly element: HTMLElement;
  show(on: boolean): void;
}

/** A labelled check box. */
export function toggleControl(label: string, onToggle: (on: boolean) => void): ToggleControl {
  const id = freshId("toggle");
  const box = make("input", { id, type: "checkbox" });
  box.addEventListener("change", () => onToggle(box.checked));
  return {
    element: make("div", { class: "control toggle" }, box, make("label", { for: id }, ...labelNodes(label))),
    show(on) {
      box.checked = on;
    },
  };
}

export interface RadioControl {
  readonly element: HTMLElement;
  show(value: string): void;
}

/** A few alternatives side by side. */
export function radioControl(
  label: string,
  options: readonly Option[],
  onChoose: (value: string) => void,
): RadioControl {
  const name = freshId("radio");
  const inputs = options.map(({ value }) =>
    make("input", { type: "radio", name, value, id: `${name}-${value}` }),
  );
  for (const input of inputs) input.addEventListener("change", () => onChoose(input.value));
  const pairs = inputs.flatMap((input, i) => [
    input,
    make("label", { for: input.id }, ...labelNodes(options[i].text)),
  ]);
  return {
    element: make(
      "fieldset",
      { class: "control segments" },
      make("legend", {}, ...labelNodes(label)),
      make("div", { class: "segment-row" }, ...pairs),
    ),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

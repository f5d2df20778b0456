import { is } from "valibot";
import { type Place, valueAt } from "../../player/tree.ts";
import type { Field } from "../../spec/fields.ts";
import { choiceControl, toggleControl } from "../controls/choice.ts";
import { textControl } from "../controls/text.ts";
import { numberOrText } from "../controls/typed.ts";
import { make } from "../dom.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";
import { blankOf } from "./blank.ts";

/** What a form edits: a value, and how another one gets in; that returns why it is not taken. */
export interface Edited {
  readonly value: unknown;
  readonly change: (place: Place, value: unknown) => string | null;
  /** Makes the form anew: places in it have moved. */
  readonly rebuild: () => void;
}

/** What a key of a spec is called on the page. */
export const nameOf = (key: string | number): string =>
  (words.fields as Readonly<Record<string, string>>)[key] ??
  facts.figures.key(
    String(key),
    String(key).replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`),
  );

/** Controls for everything in a field. */
export function formNodes(field: Field, edited: Edited, place: Place): HTMLElement[] {
  switch (field.type) {
    case "object":
      return field.entries.flatMap(([key, entry]) => entryNodes(entry, edited, [...place, key]));
    case "oneOf":
      return formNodes(chosenOf(field, valueAt(edited.value, place)), edited, place);
    case "tuple":
      return leafNodes({ type: "json" }, edited, place);
    default:
      return leafNodes(field, edited, place);
  }
}

/** The alternative that a value is. */
const chosenOf = ({ fields, schemas }: Extract<Field, { type: "oneOf" }>, value: unknown): Field => {
  const at = schemas.findIndex((schema) => is(schema, value));
  // a name and a number side by side have no control in common
  const simple = fields.every(({ type }) => type === "object");
  return at >= 0 && simple ? fields[at] : { type: "json" };
};

function entryNodes(field: Field, edited: Edited, place: Place): HTMLElement[] {
  const key = place.at(-1) ?? "";
  if (field.type === "object") return group(nameOf(key), formNodes(field, edited, place));
  if (field.type === "list") return [listNode(field, edited, place)];
  return formNodes(field, edited, place);
}

const group = (title: string, nodes: readonly HTMLElement[]): HTMLElement[] =>
  nodes.length > 0 ? [make("fieldset", { class: "field-group" }, make("legend", {}, title), ...nodes)] : [];

function listNode(field: Extract<Field, { type: "list" }>, edited: Edited, place: Place): HTMLElement {
  const items = (valueAt(edited.value, place) ?? []) as readonly unknown[];
  const title = nameOf(place.at(-1) ?? "");
  const problem = make("p", { class: "problem", role: "status" });
  const put = (next: readonly unknown[]): void => {
    const refused = edited.change(place, next);
    problem.textContent = refused ?? "";
    if (refused === null) edited.rebuild();
  };
  const rows = items.map((_, i) => {
    const remove = make(
      "button",
      { type: "button", class: "reset", "aria-label": words.settings.remove(`${title} ${i + 1}`) },
      "×",
    );
    remove.disabled = items.length <= field.least;
    remove.addEventListener("click", () => put(items.filter((__, j) => j !== i)));
    return make(
      "div",
      { class: "field-item", role: "group", "aria-label": `${title} ${i + 1}` },
      make("div", { class: "field-item-parts" }, ...formNodes(field.item, edited, [...place, i])),
      remove,
    );
  });
  const add = make("button", { type: "button" }, words.settings.add(title));
  add.disabled = items.length >= field.most;
  add.addEventListener("click", () => put([...items, items.at(-1) ?? blankOf(field.item)]));
  return make(
    "fieldset",
    { class: "field-group" },
    make("legend", {}, title),
    ...rows,
    make("div", { class: "button-row" }, add),
    problem,
  );
}

function leafNodes(field: Field, edited: Edited, place: Place): HTMLElement[] {
  const value = valueAt(edited.value, place);
  const label = nameOf(place.at(-1) ?? "");
  switch (field.type) {
    case "fixed":
      return [];
    case "flag": {
      const control = toggleControl(label, (on) => void edited.change(place, on));
      control.show(value === true);
      return [control.element];
    }
    case "choice": {
      const options = field.options.map((option) => ({ value: option, text: nameOf(option) }));
      const control = choiceControl(label, options, (chosen) => void edited.change(place, chosen));
      control.show(String(value));
      return [control.element];
    }
    case "text":
      return [textNode(label, String(value ?? ""), (text) => edited.change(place, text))];
    case "number":
      return [
        textNode(label, value === undefined ? "" : String(value), (text) =>
          edited.change(place, numberOrText(text)),
        ),
      ];
    default:
      return [
        textNode(label, value === undefined ? "" : JSON.stringify(value), (text) =>
          edited.change(place, fromText(text)),
        ),
      ];
  }
}

/** What a text stands for: JSON, or itself. */
function fromText(text: string): unknown {
  if (text.trim() === "") return undefined;
  try {
    return JSON.parse(text.replaceAll("−", "-"));
  } catch {
    return text;
  }
}

function textNode(label: string, shown: string, onChange: (text: string) => string | null): HTMLElement {
  const control = textControl(label, onChange);
  control.show(shown);
  return control.element;
}

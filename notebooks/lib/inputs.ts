import { element, type Words, wordsOf } from "./element.ts";
import { number } from "./table.ts";

/**
 * What a cell calls `Inputs`: a part of Observable Inputs with the same calls. The package itself writes style attributes
 * into the page, which the pages' policy forbids, and leaves its sliders without a name for readers who hear the page.
 */
export interface Input<T> extends HTMLFormElement {
  /** `view` listens to `input` events and reads this. */
  readonly value: T;
}

interface Options<T> {
  readonly label?: Words;
  readonly value?: T;
}

let lastId = 0;

/** A form whose value is read from its fields. */
function input<T>(kind: string, fields: readonly Node[], read: () => T): Input<T> {
  const form = element("form", { class: `notebook-input ${kind}` }, ...fields);
  form.addEventListener("submit", (event) => event.preventDefault());
  return Object.defineProperty(form, "value", { get: read }) as unknown as Input<T>;
}

export interface RangeOptions extends Options<number> {
  readonly step?: number;
  /** Equal ways of the slider are equal factors. */
  readonly logarithmic?: boolean;
}

/** A slider that shows its value. A logarithmic one goes in steps of a hundredth of its length from its first value. */
export function range(
  [low, high]: readonly [number, number],
  { label = "", value = (low + high) / 2, step = (high - low) / 100, logarithmic = false }: RangeOptions = {},
): Input<number> {
  const id = `input-${++lastId}`;
  const factor = (high / low) ** 0.01;
  const steps = (x: number): number => Math.log(x / value) / Math.log(factor);
  const [min, max, by, at] = logarithmic
    ? [Math.ceil(steps(low) - 1e-9), Math.floor(steps(high) + 1e-9), 1, 0]
    : [low, high, step, value];
  const slider = element("input", { type: "range", id, min: `${min}`, max: `${max}`, step: `${by}` });
  slider.value = String(at);
  const read = (): number => {
    const place = slider.valueAsNumber;
    if (!logarithmic) return place;
    return place === 0 ? value : Number((value * factor ** place).toPrecision(3));
  };
  const output = element("output", { for: id });
  const show = (): void => {
    output.value = number(read(), 4);
    slider.setAttribute("aria-valuetext", output.value);
  };
  slider.addEventListener("input", show);
  show();
  return input("range", [element("label", { for: id }, ...wordsOf(label)), slider, output], read);
}

interface ChoiceOptions<T> extends Options<T> {
  /** How an option is called. */
  readonly format?: (option: T) => Words;
}

/** One of several options, all in view. */
export function radio<const T>(options: readonly T[], settings: ChoiceOptions<T> = {}): Input<T> {
  const { label = "", value = options[0], format = String } = settings;
  const name = `input-${++lastId}`;
  const buttons = options.map((option) => {
    const button = element("input", { type: "radio", name });
    button.defaultChecked = option === value;
    return { option, button, field: element("label", {}, button, ...wordsOf(format(option))) };
  });
  const group = element(
    "fieldset",
    {},
    element("legend", {}, ...wordsOf(label)),
    ...buttons.map(({ field }) => field),
  );
  const chosen = (): T => buttons.find(({ button }) => button.checked)?.option ?? value;
  return input("radio", [group], chosen);
}

/** One of many options. */
export function select<const T>(options: readonly T[], settings: ChoiceOptions<T> = {}): Input<T> {
  const { label = "", value = options[0], format = String } = settings;
  const id = `input-${++lastId}`;
  const menu = element(
    "select",
    { id },
    ...options.map((option) => element("option", {}, ...wordsOf(format(option)))),
  );
  menu.selectedIndex = Math.max(0, options.indexOf(value));
  return input(
    "select",
    [element("label", { for: id }, ...wordsOf(label)), menu],
    () => options[menu.selectedIndex] ?? value,
  );
}

/** On or off. */
export function toggle({ label = "", value = false }: Options<boolean> = {}): Input<boolean> {
  const id = `input-${++lastId}`;
  const box = element("input", { type: "checkbox", id });
  box.defaultChecked = value;
  return input("toggle", [element("label", { for: id }, ...wordsOf(label)), box], () => box.checked);
}

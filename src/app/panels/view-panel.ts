import { UNITS } from "../../spec/axes.ts";
import { QUANTITY_IDS } from "../../spec/quantities.ts";
import { parseLandscape } from "../../spec/landscape.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { ARROW_LENGTHS, BOUNDARIES, type LandscapeSpec } from "../../spec/landscape-schema.ts";
import { choiceControl, type Option, toggleControl } from "../controls/choice.ts";
import { rangeControl } from "../controls/range.ts";
import { make } from "../dom.ts";
import { refusal, type Store } from "../store.ts";
import { words } from "../words/words.ts";

/** Layers that are on or off on this page. */
type Switched = "arrows" | "isolines" | "region" | "caption";

interface Control {
  readonly element: HTMLElement;
  readonly follow: (figure: ResolvedLandscape) => void;
}

/** What is drawn over the plane, and on which axes. */
export function viewPanel(store: Store): HTMLElement {
  const set = (name: string) => (value: string) => store.set(name, value);
  const choice = (
    label: string,
    name: string,
    options: readonly Option[],
    read: (figure: ResolvedLandscape) => string,
  ): Control => {
    const control = choiceControl(label, options, set(name));
    return { element: control.element, follow: (figure) => control.show(read(figure)) };
  };
  const toggle = (label: string, name: Switched, [off, on]: readonly [string, string]): Control => {
    const control = toggleControl(label, (isOn) => store.set(name, isOn ? on : off));
    return { element: control.element, follow: (figure) => control.show(Boolean(figure.layers[name])) };
  };
  const range = (label: string, side: "negative" | "positive", name: string): Control => {
    const control = rangeControl(label, (text) => refusal(() => store.set(name, text)));
    return { element: control.element, follow: (figure) => control.show(figure.axes[side].range) };
  };
  const unit = (label: string, side: "negative" | "positive"): Control => {
    const control = choiceControl(label, optionsOf(UNITS, words.units), (value) =>
      store.replace(withUnit(store.state.figure, side, value), "unit"),
    );
    return { element: control.element, follow: (figure) => control.show(figure.axes[side].unit) };
  };
  const quantity = choice(
    words.view.colour,
    "quantity",
    optionsOf(QUANTITY_IDS, words.quantities),
    (figure) => figure.quantity,
  );
  const axes = [
    unit(words.view.axisN, "negative"),
    range(words.view.range, "negative", "sn.range"),
    unit(words.view.axisP, "positive"),
    range(words.view.range, "positive", "sp.range"),
    choice(
      words.view.right,
      "horizontal",
      optionsOf(["negative", "positive"], words.sides),
      (figure) => figure.axes.horizontal,
    ),
  ];
  const layers = [
    choice(
      words.view.boundary,
      "boundary",
      optionsOf(BOUNDARIES, words.boundaryOf),
      (figure) => figure.layers.boundary,
    ),
    choice(
      words.view.arrows,
      "arrowLength",
      optionsOf(ARROW_LENGTHS, words.arrowLengths),
      (figure) => figure.layers.arrowLength,
    ),
    toggle(words.view.arrowsOn, "arrows", ["0", "12"]),
    toggle(words.view.isolines, "isolines", ["0", "8"]),
    toggle(words.view.region, "region", ["false", "true"]),
    toggle(words.view.caption, "caption", ["false", "true"]),
  ];
  store.watch(({ figure }) => {
    for (const control of [quantity, ...axes, ...layers]) control.follow(figure);
  });
  const elements = (controls: readonly Control[]): HTMLElement[] => controls.map(({ element }) => element);
  return make(
    "div",
    { class: "panel" },
    quantity.element,
    make("details", {}, make("summary", {}, words.view.axes), ...elements(axes)),
    make("details", {}, make("summary", {}, words.view.layers), ...elements(layers)),
  );
}

const optionsOf = <Id extends string>(ids: readonly Id[], texts: Readonly<Record<Id, string>>): Option[] =>
  ids.map((value) => ({ value, text: texts[value] }));

/** An axis in another unit shows that unit's usual range. */
const withUnit = (figure: ResolvedLandscape, side: "negative" | "positive", unit: string): LandscapeSpec =>
  parseLandscape({ ...figure, axes: { ...figure.axes, [side]: { unit } } });

import { UNITS } from "../../spec/axes.ts";
import { QUANTITIES, QUANTITY_IDS } from "../../spec/quantities.ts";
import { parseLandscape } from "../../spec/landscape.ts";
import type { ResolvedLandscape } from "../../spec/landscape.ts";
import { ARROW_LENGTHS, BOUNDARIES, type LandscapeSpec } from "../../spec/landscape-schema.ts";
import { choiceControl, type Option, toggleControl } from "../controls/choice.ts";
import { rangeControl } from "../controls/range.ts";
import { make } from "../dom.ts";
import { refusal, type Store } from "../store.ts";

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
    const control = choiceControl(label, plain(UNITS), (value) =>
      store.replace(withUnit(store.state.figure, side, value), "unit"),
    );
    return { element: control.element, follow: (figure) => control.show(figure.axes[side].unit) };
  };
  const quantity = choice("Colour", "quantity", quantityOptions(), (figure) => figure.quantity);
  const axes = [
    unit("Axis of $s_n$", "negative"),
    range("from … to", "negative", "sn.range"),
    unit("Axis of $s_p$", "positive"),
    range("from … to", "positive", "sp.range"),
    choice(
      "To the right",
      "horizontal",
      [
        { value: "negative", text: "negative similarity" },
        { value: "positive", text: "positive similarity" },
      ],
      (figure) => figure.axes.horizontal,
    ),
  ];
  const layers = [
    choice("Boundary", "boundary", boundaryOptions(), (figure) => figure.layers.boundary),
    choice("Arrows", "arrowLength", arrowOptions(), (figure) => figure.layers.arrowLength),
    toggle("arrows against the gradient", "arrows", ["0", "12"]),
    toggle("isolines", "isolines", ["0", "8"]),
    toggle("hatch the target region", "region", ["false", "true"]),
    toggle("caption", "caption", ["false", "true"]),
  ];
  store.watch(({ figure }) => {
    for (const control of [quantity, ...axes, ...layers]) control.follow(figure);
  });
  const elements = (controls: readonly Control[]): HTMLElement[] => controls.map(({ element }) => element);
  return make(
    "div",
    { class: "panel" },
    quantity.element,
    make("details", {}, make("summary", {}, "Axes"), ...elements(axes)),
    make("details", {}, make("summary", {}, "Layers"), ...elements(layers)),
  );
}

const plain = (names: readonly string[]): Option[] => names.map((name) => ({ value: name, text: name }));

const quantityOptions = (): Option[] => QUANTITY_IDS.map((id) => ({ value: id, text: QUANTITIES[id].name }));

const BOUNDARY_TEXT: Readonly<Record<(typeof BOUNDARIES)[number], string>> = {
  none: "none",
  unit: "for K = L = 1",
  counts: "for the current K, L",
  both: "both",
};

const boundaryOptions = (): Option[] => BOUNDARIES.map((value) => ({ value, text: BOUNDARY_TEXT[value] }));

const ARROW_TEXT: Readonly<Record<(typeof ARROW_LENGTHS)[number], string>> = {
  root: "by the root of the size",
  linear: "by the size",
  equal: "equal length",
};

const arrowOptions = (): Option[] => ARROW_LENGTHS.map((value) => ({ value, text: ARROW_TEXT[value] }));

/** An axis in another unit shows that unit's usual range. */
const withUnit = (figure: ResolvedLandscape, side: "negative" | "positive", unit: string): LandscapeSpec =>
  parseLandscape({ ...figure, axes: { ...figure.axes, [side]: { unit } } });

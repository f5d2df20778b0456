import { findLoss } from "../../losses/lookup.ts";
import type { ParamSpec } from "../../losses/params.ts";
import { choiceControl } from "../controls/choice.ts";
import { sliderControl } from "../controls/slider.ts";
import { make } from "../dom.ts";
import { refusal, type Store } from "../store.ts";

interface Shown {
  readonly element: HTMLElement;
  show(value: number | string): void;
}

/** The parameters of the chosen loss, each with the control that its definition asks for; then K and L. */
export function paramsPanel(store: Store): HTMLElement {
  const own = make("div", { class: "params" });
  const counts = (["K", "L"] as const).map((name) => [name, countSlider(store, name)] as const);
  let controls = new Map<string, Shown>();
  let shownLoss = "";
  store.watch(({ figure }) => {
    if (figure.loss.id !== shownLoss) {
      shownLoss = figure.loss.id;
      const { params } = findLoss(shownLoss);
      controls = new Map(Object.entries(params).map(([id, spec]) => [id, paramControl(store, id, spec)]));
      own.replaceChildren(...[...controls.values()].map(({ element }) => element));
    }
    for (const [id, control] of controls) control.show(figure.loss.params[id]);
    for (const [name, control] of counts) control.show(figure.counts[name]);
  });
  return make("div", { class: "panel" }, own, ...counts.map(([, { element }]) => element));
}

function paramControl(store: Store, id: string, spec: ParamSpec): Shown {
  const onChange = (text: string): string | null => refusal(() => store.set(id, text));
  if (spec.kind === "choice") {
    const options = spec.options.map((value) => ({ value, text: value }));
    const control = choiceControl(spec.label, options, onChange, spec.effect);
    return { element: control.element, show: (value) => control.show(String(value)) };
  }
  const control = sliderControl({
    symbol: `$${spec.symbol}$`,
    name: spec.label,
    hint: spec.effect,
    default: spec.default,
    range: spec.slider,
    scale: spec.scale,
    onChange,
  });
  return { element: control.element, show: (value) => control.show(Number(value)) };
}

const countSlider = (store: Store, name: "K" | "L") =>
  sliderControl({
    symbol: `$${name}$`,
    name: name === "K" ? "positives" : "negatives",
    hint: `How many ${name === "K" ? "positives share s_p" : "negatives share s_n"}.`,
    default: 1,
    range: [1, 1e6],
    scale: "log",
    onChange: (text) => refusal(() => store.set(name, wholeText(text))),
  });

/** A logarithmic slider lands between whole numbers. */
const wholeText = (text: string): string =>
  Number.isFinite(Number(text)) ? String(Math.round(Number(text))) : text;

import type { Loss } from "../../losses/types.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import { choiceControl } from "../controls/choice.ts";
import { sliderControl } from "../controls/slider.ts";
import { make } from "../dom.ts";
import { type LossStore, refusal } from "../store.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";

interface Shown {
  readonly element: HTMLElement;
  show(value: number | string): void;
}

/** The parameters of the chosen loss, each with the control that its definition asks for; then K and L. */
export function paramsPanel(store: LossStore): HTMLElement {
  const own = make("div", { class: "params" });
  const counts = (["K", "L"] as const).map((name) => [name, countSlider(store, name)] as const);
  let controls = new Map<string, Shown>();
  let shown = "";
  store.watch(({ figure }) => {
    const loss = figureLoss(figure.loss);
    const wanted = loss.id + JSON.stringify(loss.params);
    if (wanted !== shown) {
      shown = wanted;
      controls = new Map(Object.keys(loss.params).map((name) => [name, paramControl(store, name, loss)]));
      own.replaceChildren(...[...controls.values()].map(({ element }) => element));
    }
    for (const [name, control] of controls) {
      control.element.hidden = figure.vary?.param === name;
      control.show(figure.loss.params[name]);
    }
    for (const [name, control] of counts) {
      control.element.hidden = figure.counts === undefined;
      if (figure.counts) control.show(figure.counts[name]);
    }
  });
  return make("div", { class: "panel" }, own, ...counts.map(([, { element }]) => element));
}

function paramControl(store: LossStore, id: string, loss: Loss): Shown {
  const spec = loss.params[id];
  const { label, effect } = facts.losses.param(loss, id);
  const onChange = (text: string): string | null => refusal(() => store.set(`param.${id}`, text));
  if (spec.kind === "choice") {
    const options = spec.options.map((value) => ({ value, text: value }));
    const control = choiceControl(label, options, onChange, effect);
    return { element: control.element, show: (value) => control.show(String(value)) };
  }
  const control = sliderControl({
    symbol: `$${spec.symbol}$`,
    name: label,
    hint: effect,
    default: spec.default,
    range: spec.slider,
    whole: spec.whole,
    scale: spec.scale,
    onChange,
  });
  return { element: control.element, show: (value) => control.show(Number(value)) };
}

const countSlider = (store: LossStore, name: "K" | "L") =>
  sliderControl({
    symbol: `$${name}$`,
    name: name === "K" ? words.params.positives : words.params.negatives,
    hint: name === "K" ? words.params.positivesHint : words.params.negativesHint,
    default: 1,
    range: [1, 1e6],
    scale: "log",
    onChange: (text) => refusal(() => store.set(name, wholeText(text))),
  });

/** A logarithmic slider lands between whole numbers. */
const wholeText = (text: string): string =>
  Number.isFinite(Number(text)) ? String(Math.round(Number(text))) : text;

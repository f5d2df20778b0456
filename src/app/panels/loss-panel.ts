import { findLoss } from "../../losses/lookup.ts";
import { LOSSES } from "../../losses/index.ts";
import type { Loss } from "../../losses/types.ts";
import { PRESETS } from "../../spec/presets.ts";
import { choiceControl, type Option, radioControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import { FAMILY_NAMES } from "../families.ts";
import type { Store } from "../store.ts";

/** Which loss, by which paper's or library's defaults, and which gradient. */
export function lossPanel(store: Store): HTMLElement {
  const loss = choiceControl("Loss", LOSSES.map(lossOption), (id) => store.choose(id));
  const variant = choiceControl("Defaults of", [], (name) => {
    store.choose(name === "" ? store.state.figure.loss.id : `${store.state.figure.loss.id}:${name}`);
  });
  const preset = choiceControl("Figure", presetOptions(), (name) => {
    if (name !== "") store.replace({ ...PRESETS[name].spec, theme: store.state.figure.theme }, "preset");
  });
  const gradient = radioControl(
    "Gradient",
    [
      { value: "detached", text: "detached" },
      { value: "attached", text: "attached" },
    ],
    (value) => store.set("gradient", value),
  );
  store.watch(({ figure }) => {
    const current = findLoss(figure.loss.id);
    loss.show(figure.loss.id);
    variant.show(variantShown(current, figure.loss), variantOptions(current));
    preset.show("");
    gradient.show(figure.loss.gradient);
    gradient.element.hidden = !current.detaches;
    variant.element.hidden = Object.keys(current.variants).length === 0;
  });
  return make("div", { class: "panel" }, preset.element, loss.element, variant.element, gradient.element);
}

const lossOption = ({ id, name, family }: Loss): Option => ({
  value: id,
  text: name,
  group: FAMILY_NAMES[family],
});

const presetOptions = (): Option[] => [
  { value: "", text: "choose a preset …" },
  ...Object.entries(PRESETS).map(([value, { title }]) => ({ value, text: title })),
];

const variantOptions = (loss: Loss): Option[] => [
  { value: "", text: "as set below" },
  ...Object.entries(loss.variants).map(([value, { note }]) => ({ value, text: `${value} – ${note}` })),
];

/** The variant that the parameters are, if they are one. */
function variantShown(
  loss: Loss,
  { params, gradient }: { params: Loss["variants"][string]["params"]; gradient: string },
): string {
  const found = Object.entries(loss.variants).find(
    ([, variant]) =>
      variant.params !== undefined &&
      Object.entries(variant.params).every(([id, value]) => params?.[id] === value) &&
      (variant.gradient ?? gradient) === gradient,
  );
  return found?.[0] ?? "";
}

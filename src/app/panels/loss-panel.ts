import { TYPED } from "../../formula/typed-loss.ts";
import { LOSSES } from "../../losses/index.ts";
import type { Loss } from "../../losses/types.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import { choiceControl, type Option, radioControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import { FAMILY_NAMES } from "../families.ts";
import { type LossStore, refusal } from "../store.ts";
import type { FormulaPanel } from "./formula-panel.ts";

/** Which loss, by which paper's or library's defaults, and which gradient. */
export function lossPanel(store: LossStore, formula: FormulaPanel): HTMLElement {
  const problem = make("p", { class: "problem", role: "status" });
  // a figure that reads its loss in other places than the plane may not take every one
  const choose = (name: string): void => {
    problem.textContent = refusal(() => store.choose(name)) ?? "";
    loss.show(store.state.figure.loss.id);
  };
  const loss = choiceControl("Loss", lossOptions(""), (id) => {
    if (id !== TYPED) {
      choose(id);
      return;
    }
    // the picker says what the figure shows, which a text that is no loss yet does not change
    loss.show(store.state.figure.loss.id);
    formula.open();
  });
  const variant = choiceControl("Defaults of", [], (name) => {
    choose(name === "" ? store.state.figure.loss.id : `${store.state.figure.loss.id}:${name}`);
  });
  const gradient = radioControl(
    "Gradient",
    [
      { value: "detached", text: "detached" },
      { value: "attached", text: "attached" },
    ],
    (value) => store.set("gradient", value),
  );
  let shownName = "";
  store.watch(({ figure }) => {
    const current = figureLoss(figure.loss);
    const typedName = current.text === undefined ? "" : current.name;
    loss.show(figure.loss.id, typedName === shownName ? undefined : lossOptions(typedName));
    shownName = typedName;
    problem.textContent = "";
    variant.show(variantShown(current, figure.loss), variantOptions(current));
    gradient.show(figure.loss.gradient);
    gradient.element.hidden = !current.detaches;
    variant.element.hidden = Object.keys(current.variants).length === 0;
  });
  return make(
    "div",
    { class: "panel" },
    loss.element,
    problem,
    formula.buttons,
    variant.element,
    gradient.element,
  );
}

const lossOptions = (typedName: string): Option[] => [
  { value: TYPED, text: typedName || "your own formula …", group: "Typed" },
  ...LOSSES.map(lossOption),
];

const lossOption = ({ id, name, family }: Loss): Option => ({
  value: id,
  text: name,
  group: FAMILY_NAMES[family],
});

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

import { plainLabel } from "../../figures/label.ts";
import { TYPED } from "../../formula/language.ts";
import type { Loss } from "../../losses/types.ts";
import { figureLoss } from "../../spec/figure-loss.ts";
import { choiceControl, type Option, radioControl } from "../controls/choice.ts";
import { make, setText } from "../dom.ts";
import { combobox } from "../picker/combobox.ts";
import { lossChoices } from "../picker/choices.ts";
import { recentLosses, rememberLoss } from "../picker/recent.ts";
import { type LossStore, refusal } from "../store.ts";
import { facts } from "../words/facts.ts";
import { words } from "../words/words.ts";
import type { FormulaPanel } from "./formula-panel.ts";

/** Which loss, by which paper's or library's defaults, and which gradient. */
export function lossPanel(store: LossStore, formula: FormulaPanel): HTMLElement {
  const problem = make("p", { class: "problem", role: "status" });
  let typedName = "";
  const show = (): void => {
    const current = figureLoss(store.state.figure.loss);
    typedName = current.text === undefined ? "" : current.name;
    loss.show(store.state.figure.loss.id, plainLabel(current.name));
  };
  // a figure that reads its loss in other places than the plane may not take every one
  const choose = (name: string): void => {
    problem.textContent = refusal(() => store.choose(name)) ?? "";
    show();
  };
  const loss = combobox(
    words.picker.label,
    words.picker.search,
    () => lossChoices(recentLosses(), typedName),
    (id) => {
      // the picker says what the figure shows, which a text that is no loss yet does not change
      if (id === TYPED) formula.open();
      else choose(id);
    },
  );
  const variant = choiceControl(words.params.variant, [], (name) => {
    choose(name === "" ? store.state.figure.loss.id : `${store.state.figure.loss.id}:${name}`);
  });
  const gradient = radioControl(
    words.params.gradient,
    [
      { value: "detached", text: words.params.detached },
      { value: "attached", text: words.params.attached },
    ],
    (value) => store.set("gradient", value),
  );
  let shownId = "";
  store.watch(({ figure }) => {
    const current = figureLoss(figure.loss);
    show();
    const isOther = figure.loss.id !== shownId;
    if (isOther && figure.loss.id !== TYPED) rememberLoss(figure.loss.id);
    shownId = figure.loss.id;
    setText(problem, "");
    variant.show(variantShown(current, figure.loss), isOther ? variantOptions(current) : undefined);
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

const variantOptions = (loss: Loss): Option[] => [
  { value: "", text: words.params.asSet },
  ...Object.keys(loss.variants).map((value) => ({
    value,
    text: `${value} – ${facts.losses.note(loss, value)}`,
  })),
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

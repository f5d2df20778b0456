import { lossTex, lossTexInNumbers } from "../../formula/loss-tex.ts";
import { bibtex } from "../../losses/bibtex.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { parameterTable } from "../catalogue/parameters.ts";
import { radioControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import { copyButton } from "../export/copy-button.ts";
import { codeSection } from "../formula/code-section.ts";
import { texLines } from "../formula/tex-lines.ts";
import type { LossState, LossStore } from "../store.ts";
import { words } from "../words/words.ts";

const SETTLE = 120;

/** The loss as a formula, with symbols or with the numbers that hold now; its variants, its code, its citation. */
export function meaningPanel(losses: LossStore): HTMLElement {
  const formula = make("div", { class: "parts" });
  const variants = make("div", { class: "parts" });
  const code = codeSection();
  let inNumbers = false;
  const choice = radioControl(
    words.meaning.formula,
    [
      { value: "symbols", text: words.meaning.symbols },
      { value: "numbers", text: words.meaning.numbers },
    ],
    (value) => {
      inNumbers = value === "numbers";
      show(losses.state);
    },
  );
  choice.show("symbols");
  let shownVariants = "";
  const show = ({ figure }: LossState): void => {
    const named = chosenLoss(figure.loss);
    const { loss, params } = named;
    const lines = inNumbers
      ? lossTexInNumbers(loss, params, figure.counts ?? { K: 1, L: 1 })
      : lossTex(loss, params);
    formula.replaceChildren(texLines(lines, words.meaning.formulaOf(loss.name)));
    code.show(named);
    if (shownVariants === loss.id) return;
    shownVariants = loss.id;
    variants.replaceChildren(
      make("details", {}, make("summary", {}, words.meaning.variants), parameterTable(loss)),
    );
    citation.hidden = loss.text !== undefined;
  };
  const citation = make(
    "div",
    { class: "button-row" },
    copyButton(words.meaning.copyBibtex, () => bibtex(chosenLoss(losses.state.figure.loss).loss.source)),
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  show(losses.state);
  losses.watch((state) => {
    clearTimeout(timer);
    timer = setTimeout(() => show(state), SETTLE);
  });
  return make(
    "section",
    { class: "panel", id: "meaning" },
    choice.element,
    formula,
    variants,
    code.element,
    citation,
  );
}

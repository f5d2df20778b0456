import type { Answer, Setting } from "../../region/choosing/answers.ts";
import { answerInWords } from "../../region/choosing/english.ts";
import type { ChoosingWords } from "../../region/choosing/language.ts";
import { labelNodes, make } from "../dom.ts";
import type { LossPart } from "../slots.ts";
import { type LossStore, refusal } from "../store.ts";
import { words } from "../words/words.ts";

/** A question with its answer, and a button for every number that can be put in and is not yet. */
export function answerNodes(answer: Answer, store: LossStore, language: ChoosingWords): HTMLElement {
  const { title, sentences } = answerInWords(answer, language);
  const buttons = answer.settings
    .filter((setting) => canSet(setting, store.state.figure))
    .map((setting) => applyButton(setting, store));
  return make(
    "section",
    { class: "parts", "data-answer": answer.id, tabindex: -1 },
    make("h2", {}, ...labelNodes(title)),
    make(
      "ul",
      { class: "sentences" },
      ...sentences.map((sentence) => make("li", {}, ...labelNodes(sentence))),
    ),
    ...(buttons.length > 0 ? [make("div", { class: "button-row" }, ...buttons)] : []),
  );
}

const canSet = (setting: Setting, { counts, loss }: LossPart): boolean =>
  "count" in setting
    ? counts !== undefined && counts.L !== setting.value
    : loss.params[setting.param] !== setting.value;

function applyButton(setting: Setting, store: LossStore): HTMLElement {
  const symbol = "count" in setting ? setting.count : setting.symbol;
  const label = words.choosing.set(symbol, setting.value);
  const button = make("button", { type: "button" }, ...labelNodes(label));
  const problem = make("p", { class: "problem", role: "status" });
  const name = "count" in setting ? setting.count : `param.${setting.param}`;
  button.addEventListener("click", () => {
    problem.textContent = refusal(() => store.set(name, String(setting.value))) ?? "";
  });
  return make("div", {}, button, problem);
}

import { plainLabel } from "../../figures/label.ts";
import type { Answer } from "../../region/choosing/answers.ts";
import { chooseNumbers, type Inputs, negativesOf, situationOf } from "../../region/choosing/choosing.ts";
import { answerInWords, ENGLISH } from "../../region/choosing/english.ts";
import type { ChoosingWords } from "../../region/choosing/language.ts";
import { hasClasses } from "../../region/choosing/softmax.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { textControl, type TextControl } from "../controls/text.ts";
import { typedNumber } from "../controls/typed.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import type { LossPart } from "../slots.ts";
import { type LossStore, refusal } from "../store.ts";
import { EN } from "../words/en.ts";
import { words } from "../words/words.ts";
import { answerNodes } from "./answer-nodes.ts";
import { changeSection, type ChangeSection } from "./change-section.ts";

/** The answers wait until nothing has changed for this long. */
const REST = 250;

/** The questions' language is that of the page. */
export const choosingWords = async (): Promise<ChoosingWords> =>
  words === EN ? ENGLISH : (await import("../../region/choosing/chinese.ts")).CHINESE;

/** Inputs, answers and buttons that put an answer in; then the map of a change. */
export class ChoosingBody {
  readonly element: HTMLElement;
  readonly #store: LossStore;
  readonly #answers = make("div", { class: "parts", id: "choosing-answers" });
  readonly #spoken = make("p", { class: "spoken", role: "status", "aria-live": "polite" });
  readonly #classes: TextControl;
  readonly #negatives: TextControl;
  readonly #probability: TextControl;
  readonly #gap: TextControl;
  readonly #change: ChangeSection;
  /** What the reader has typed; the rest follows the figure. */
  #typed: Inputs = {};
  #isOpen = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    store: LossStore,
    history: History,
    private readonly language: ChoosingWords,
  ) {
    this.#store = store;
    const control = (label: string, read: (text: string) => Inputs): TextControl =>
      textControl(label, (text) => this.#type(() => read(text)));
    this.#classes = control(words.choosing.classes, (text) => ({
      negatives: negativesOf(typedNumber("number of classes", text)),
    }));
    this.#negatives = control(words.choosing.negatives, (text) => ({
      negatives: typedNumber("number of negatives", text),
    }));
    this.#probability = control(words.choosing.probability, (text) => ({
      probability: typedNumber("probability", text),
    }));
    this.#gap = control(words.choosing.gap, (text) => ({ gap: typedNumber("gap", text) }));
    this.#change = changeSection(store, history, language);
    const inputs = [this.#classes, this.#negatives, this.#probability, this.#gap];
    this.element = make(
      "div",
      { class: "parts" },
      ...inputs.map(({ element }) => element),
      this.#answers,
      this.#change.element,
      this.#spoken,
    );
    store.watch(() => this.#later());
  }

  /** Only an open panel keeps itself up to date. */
  follow(isOpen: boolean): void {
    this.#isOpen = isOpen;
    this.#change.follow(isOpen);
    if (isOpen) this.#show();
    else clearTimeout(this.#timer);
  }

  #later(): void {
    if (!this.#isOpen) return;
    clearTimeout(this.#timer);
    this.#answers.setAttribute("aria-busy", "true");
    this.#timer = setTimeout(() => this.#show(), REST);
  }

  /** Takes an input, or says why not. */
  #type(read: () => Inputs): string | null {
    const { figure } = this.#store.state;
    const refused = refusal(() => {
      const input = read();
      situationOf(chosenLoss(figure.loss), input);
      this.#typed = { ...this.#typed, ...input };
    });
    if (refused !== null) return refused;
    const [first] = this.#show();
    if (first)
      this.#spoken.textContent = answerInWords(first, this.language).sentences.map(plainLabel).join(" ");
    return null;
  }

  #show(): readonly Answer[] {
    clearTimeout(this.#timer);
    const { figure } = this.#store.state;
    const chosen = chosenLoss(figure.loss);
    const situation = situationOf(chosen, { ...countsOf(figure), ...this.#typed });
    const found = chooseNumbers(situation);
    const ofClasses = hasClasses(chosen);
    const has = (id: Answer["id"]): boolean => found.some((answer) => answer.id === id);
    this.#classes.element.hidden = !ofClasses;
    this.#negatives.element.hidden = ofClasses || !found.some(({ numbers }) => "negatives" in numbers);
    this.#probability.element.hidden = !has("scale-bound");
    this.#gap.element.hidden = !has("hard-negatives");
    this.#classes.show(String(situation.negatives + 1));
    this.#negatives.show(String(situation.negatives));
    this.#probability.show(String(situation.probability));
    this.#gap.show(String(situation.gap));
    const focused = document.activeElement?.closest<HTMLElement>("[data-answer]")?.dataset["answer"];
    this.#answers.replaceChildren(
      ...(found.length > 0
        ? found.map((answer) => answerNodes(answer, this.#store, this.language))
        : [make("p", {}, words.choosing.nothing)]),
    );
    this.#answers.removeAttribute("aria-busy");
    // a button that has done its work is gone; its answer stays where the reader was
    if (focused !== undefined)
      this.#answers.querySelector<HTMLElement>(`[data-answer="${focused}"]`)?.focus();
    return found;
  }
}

/** A figure that counts its negatives says how many there are. */
const countsOf = ({ counts }: LossPart): Inputs =>
  counts !== undefined && counts.L > 1 ? { negatives: counts.L } : {};

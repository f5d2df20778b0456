import { forkedText } from "../../formula/fork.ts";
import { chosenLoss } from "../../spec/figure-loss.ts";
import { choiceControl } from "../controls/choice.ts";
import { freshId, make } from "../dom.ts";
import type { LossState, LossStore } from "../store.ts";
import { declaration, problemOf } from "./check.ts";
import { codeSection } from "./code-section.ts";
import { saveDraft, savedDraft } from "./draft.ts";
import { EXAMPLES } from "./examples.ts";
import { formulaHelp } from "./help.ts";
import { message } from "./message.ts";
import { textArea } from "./text-area.ts";
import { editorWords } from "../words/editor.ts";
import { words } from "../words/words.ts";

const SETTLE = 150;

/** A loss as text, checked while it is typed; the figure follows whenever the text is a loss. */
export class FormulaEditor {
  readonly element: HTMLElement;
  readonly #id = freshId("formula");
  readonly #message = message(`${this.#id}-verdict`, (name) => this.#declare(name));
  readonly #area = textArea({ id: this.#id, "aria-describedby": this.#message.id });
  readonly #preview = make("div", { class: "formula-preview" });
  readonly #code = codeSection();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The text that the figure has, as far as this editor knows. */
  #applied: string | undefined;
  #previewed = "";

  constructor(
    private readonly store: LossStore,
    onClose: () => void,
  ) {
    const examples = choiceControl(words.formula.examples, exampleOptions(), (index) => {
      if (index !== "") this.write(EXAMPLES[Number(index)].text);
      examples.show("");
    });
    const close = make("button", { type: "button" }, words.formula.close);
    close.addEventListener("click", onClose);
    this.element = make(
      "div",
      { class: "formula-editor" },
      make("div", { class: "editor-head" }, make("label", { for: this.#id }, words.formula.label), close),
      this.#area.element,
      this.#message.element,
      examples.element,
      this.#preview,
      this.#code.element,
      formulaHelp(),
    );
    const { input } = this.#area;
    input.addEventListener("input", () => {
      saveDraft({ text: input.value, beside: this.#applied ?? "" });
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#apply(), SETTLE);
    });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") onClose();
      else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#apply();
      else return;
      event.preventDefault();
    });
    store.watch((state) => this.#follow(state));
  }

  /** The caret in the text, and the text in view, clear of a picture that stays on top. */
  focus(): void {
    const { input } = this.#area;
    input.focus({ preventScroll: true });
    input.scrollIntoView({ block: "nearest" });
  }

  /** The figure's own text if it has one, else what was typed last, else an example. */
  resume(): void {
    const shown = this.store.state.figure.loss.formula;
    if (shown === undefined) this.write(this.#area.input.value || savedDraft().text || EXAMPLES[0].text);
  }

  /** The figure's loss, as text to change. */
  fork(): void {
    const { loss, params, gradient } = chosenLoss(this.store.state.figure.loss);
    this.write(forkedText(loss, params, gradient));
  }

  /** Another text, drawn at once. */
  write(text: string): void {
    this.#area.replace(text);
    this.#apply();
  }

  #apply(): void {
    clearTimeout(this.#timer);
    const text = this.#area.input.value;
    const problem = problemOf(() => {
      this.store.type(text);
      this.#applied = text;
      saveDraft({ text, beside: text });
    });
    this.#area.mark(problem?.place);
    this.#area.input.setAttribute("aria-invalid", String(problem !== undefined));
    this.#message.show(problem, words.formula.fine);
  }

  #declare(name: string): void {
    const { offset, line } = declaration(this.#area.input.value, name);
    this.#area.insert(offset, line);
    this.#apply();
    this.focus();
  }

  /** The text of a figure that came another way: a link, a preset, undo. */
  #follow({ figure }: LossState): void {
    const { formula } = figure.loss;
    if (formula === undefined) {
      this.#applied = undefined;
      return;
    }
    if (formula !== this.#applied && formula !== this.#area.input.value) {
      this.#applied = formula;
      const { text, beside } = savedDraft();
      this.#area.replace(beside === formula ? text : formula);
      // not while the store still tells the others
      queueMicrotask(() => this.#apply());
    }
    this.#applied = formula;
    const named = chosenLoss(figure.loss);
    this.#code.show(named);
    const wanted = `${named.gradient} ${formula}`;
    if (wanted === this.#previewed) return;
    this.#previewed = wanted;
    void import("./preview.ts").then(({ formulaPreview }) => {
      if (wanted === this.#previewed) this.#preview.replaceChildren(...formulaPreview(named));
    });
  }
}

const exampleOptions = () => [
  { value: "", text: words.formula.chooseExample },
  ...EXAMPLES.map((example, index) => ({
    value: String(index),
    text: editorWords().exampleTitle(example),
  })),
];

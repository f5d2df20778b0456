import { minimiseFigure, type FigureSpec } from "../../spec/figure.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { words } from "../words/words.ts";

/** A figure is good once it has stood for this many milliseconds without a fault. */
const STANDS = 600;

/**
 * Whatever nobody caught is said in a sentence, with the spec to be copied and the way back to the last figure
 * that stood. `usual` is the figure where none has.
 */
export class FaultBoundary {
  readonly #said = make("p", { class: "what" });
  readonly #copied = make("p", { role: "status" });
  readonly #copyButton = make("button", { type: "button" });
  readonly #goOn = make("button", { type: "button" });
  readonly #close = make("button", { type: "button" });
  readonly element = make("div", { class: "notice fault", role: "alert", hidden: true });
  #history: History | undefined;
  #good: FigureSpec;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(usual: FigureSpec) {
    this.#good = usual;
    this.#copyButton.addEventListener("click", () => void this.#copy());
    this.#close.addEventListener("click", () => this.#hide());
    this.#goOn.addEventListener("click", () => {
      this.#hide();
      this.#history?.replace(this.#good, "last good figure");
    });
    this.element.append(
      this.#said,
      make("div", { class: "row" }, this.#copyButton, this.#goOn, this.#close),
      this.#copied,
    );
    // an error without an object is the browser's own remark, or that of a script of somebody else's
    addEventListener("error", ({ error }) => error && this.#show(error));
    addEventListener("unhandledrejection", ({ reason }) => this.#show(reason));
  }

  /** From now on it knows the figure. */
  follow(history: History): void {
    this.#history = history;
    history.watch(({ figure }) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => (this.#good = figure), STANDS);
    });
  }

  #show(reason: unknown): void {
    clearTimeout(this.#timer);
    const { failed, copy, goOn, close } = words.fault;
    const message = reason instanceof Error ? reason.message : String(reason);
    this.#said.textContent = failed(words.told(message).slice(0, 300).replace(/\.$/, ""));
    this.#copyButton.textContent = copy;
    this.#goOn.textContent = goOn;
    this.#close.textContent = close;
    this.#copied.textContent = "";
    this.#goOn.hidden = this.#history === undefined;
    this.element.hidden = false;
    // a page that fails on its way is shown as far as it came
    document.body.classList.remove("arriving");
  }

  #hide(): void {
    this.element.hidden = true;
  }

  async #copy(): Promise<void> {
    const text = this.#history ? specText(this.#history.shown.figure) : location.hash;
    try {
      await navigator.clipboard.writeText(text);
      this.#copied.textContent = words.fault.copied;
    } catch {
      this.#copied.textContent = words.fault.notCopied(text);
    }
  }
}

/** The shortest spec; the whole one where the fault lies in what makes it short. */
function specText(figure: FigureSpec): string {
  try {
    return JSON.stringify(minimiseFigure(figure), null, 2);
  } catch {
    return JSON.stringify(figure, null, 2);
  }
}

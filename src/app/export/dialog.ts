import { type ExportOptions } from "../../export/options.ts";
import { type Format, FORMAT_IDS, type FormatId, FORMATS } from "../../export/formats.ts";
import { InputError } from "../../losses/errors.ts";
import { choiceControl } from "../controls/choice.ts";
import { make } from "../dom.ts";
import type { History } from "../history.ts";
import { download, figureFile } from "../save.ts";
import { copyFigure } from "./clipboard.ts";
import { fileStem } from "./file-name.ts";
import { numberField } from "./number-field.ts";
import { snippetSection } from "./snippet-section.ts";
import { sweepFields } from "./sweep-fields.ts";
import { words } from "../words/words.ts";

/** All formats with their options, and what a reader can copy. Made when it is first asked for. */
export class ExportDialog {
  readonly element = make("dialog", { class: "export", "aria-labelledby": "export-title" });
  #format: FormatId = "svg";
  #text: ExportOptions["text"] = "text";
  #work: AbortController | undefined;
  readonly #scale = numberField("scale", words.export.scale, 2);
  readonly #sweep = sweepFields();
  readonly #about = make("p", { class: "hint" });
  readonly #size = make("p", { class: "hint" });
  readonly #said = make("p", { class: "verdict", role: "status" });
  readonly #bar = make("progress", { max: 1, hidden: true, "aria-label": words.export.progress });
  readonly #save = make("button", { type: "button", class: "primary" }, words.export.save);
  readonly #stop = make("button", { type: "button", hidden: true }, words.export.stop);
  readonly #letters = choiceControl(
    words.export.letters,
    [
      { value: "text", text: words.export.asText },
      { value: "outlines", text: words.export.asOutlines },
    ],
    (value) => {
      this.#text = value === "outlines" ? "outlines" : "text";
    },
  );

  constructor(private readonly history: History) {
    const formats = choiceControl(
      words.export.format,
      FORMAT_IDS.map((id) => ({ value: id, text: (FORMATS[id] as Format).name })),
      (value) => {
        this.#format = FORMAT_IDS.find((id) => id === value) ?? "svg";
        this.#show();
      },
    );
    const copyPng = button(words.export.copyPng, () => this.#copy("png"));
    const copySvg = button(words.export.copySvg, () => this.#copy("svg"));
    const close = button(words.export.close, () => this.element.close());
    this.#save.addEventListener("click", () => void this.#write());
    this.#stop.addEventListener("click", () => this.#work?.abort());
    this.element.addEventListener("close", () => this.#work?.abort());
    this.element.append(
      make("h2", { id: "export-title" }, words.export.title),
      formats.element,
      this.#about,
      this.#letters.element,
      this.#scale.element,
      this.#size,
      this.#sweep.element,
      this.#bar,
      this.#said,
      make("div", { class: "row" }, this.#save, this.#stop, copyPng, copySvg, close),
      snippetSection(history),
    );
    this.#scale.element.addEventListener("input", () => this.#show());
    history.watch(({ figure }) => {
      this.#sweep.follow(figure);
      this.#show();
    });
  }

  open(): void {
    this.#said.textContent = "";
    this.element.showModal();
  }

  #uses(option: "text" | "scale" | "sweep"): boolean {
    return (FORMATS[this.#format] as Format).uses?.includes(option) ?? false;
  }

  #show(): void {
    this.#about.textContent = words.formats[this.#format];
    this.#letters.element.hidden = !this.#uses("text");
    this.#scale.element.hidden = !this.#uses("scale");
    this.#sweep.element.hidden = !this.#uses("sweep");
    const { width, height } = this.history.shown.figure.size;
    const inches = words.export.size(`${(width / 96).toFixed(2)} × ${(height / 96).toFixed(2)}`);
    const scale = this.#scale.glance();
    const pixels =
      this.#uses("scale") && scale > 0
        ? words.export.pixels(
            `${Math.round(width * scale)} × ${Math.round(height * scale)}`,
            Math.round(96 * scale),
          )
        : "";
    this.#size.textContent = `${inches}${pixels}`;
  }

  async #write(): Promise<void> {
    const work = new AbortController();
    const { figure } = this.history.shown;
    this.#busy(work);
    try {
      const sweep = this.#uses("sweep") ? this.#sweep.asked() : undefined;
      const file = await figureFile(figure, this.#format, {
        text: this.#text,
        ...(this.#uses("scale") && { scale: this.#scale.value() }),
        ...(sweep && { sweep }),
        signal: work.signal,
        progress: (done, total) => {
          this.#bar.value = done / total;
        },
      });
      if (work.signal.aborted) throw new DOMException("stopped", "AbortError");
      const name = `${fileStem(figure)}.${(FORMATS[this.#format] as Format).extension}`;
      download(file, name);
      this.#say(`${name}: ${sizeInWords(file.size)}.`);
    } catch (error) {
      if (work.signal.aborted) this.#say(words.export.stopped);
      else if (error instanceof InputError) this.#say(words.export.refused(words.told(error.message)), true);
      else this.#say(words.export.failed(words.told((error as Error).message)), true);
    } finally {
      this.#busy(undefined);
    }
  }

  async #copy(format: "png" | "svg"): Promise<void> {
    try {
      await copyFigure(this.history.shown.figure, format, format === "png" ? this.#scale.value() : 1);
      this.#say(words.export.copied(format.toUpperCase()));
    } catch (error) {
      this.#say(words.export.noCopying(words.told((error as Error).message)), true);
    }
  }

  #busy(work: AbortController | undefined): void {
    this.#work = work;
    this.#save.disabled = work !== undefined;
    this.#stop.hidden = work === undefined;
    this.#bar.hidden = work === undefined;
    this.#bar.removeAttribute("value");
    if (work) this.#say(words.export.atWork);
  }

  #say(message: string, wrong = false): void {
    this.#said.textContent = message;
    this.#said.classList.toggle("wrong", wrong);
  }
}

const sizeInWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function button(text: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

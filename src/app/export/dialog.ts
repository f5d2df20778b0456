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

/** What each format is good for. */
const FOR: Partial<Record<string, string>> = {
  svg: "Vector, for pages and for drawing programs. Carries its recipe.",
  pdf: "Vector, fonts embedded, for papers. Carries its recipe.",
  png: "Bitmap with its physical size, for posts and slides. Carries its recipe.",
  tex: "TikZ and pgfplots, for papers: letters in the paper’s own type. Carries its recipe.",
  html: "One page that opens from disk, its sliders alive. Carries its recipe.",
  gif: "A parameter in motion, for posts.",
  mp4: "A parameter in motion, for slides.",
  webm: "A parameter in motion, for pages.",
  csv: "The numbers that are drawn, one row a place.",
  npy: "The numbers that are drawn, as a NumPy array.",
  data: "The numbers that are drawn and the facts beside them, as JSON.",
  json: "The figure itself with every default filled in, as JSON.",
};

/** All formats with their options, and what a reader can copy. Made when it is first asked for. */
export class ExportDialog {
  readonly element = make("dialog", { class: "export", "aria-labelledby": "export-title" });
  #format: FormatId = "svg";
  #text: ExportOptions["text"] = "text";
  #work: AbortController | undefined;
  readonly #scale = numberField("Pixels to one of the figure", 2);
  readonly #sweep = sweepFields();
  readonly #about = make("p", { class: "hint" });
  readonly #size = make("p", { class: "hint" });
  readonly #said = make("p", { class: "verdict", role: "status" });
  readonly #bar = make("progress", { max: 1, hidden: true, "aria-label": "Progress" });
  readonly #save = make("button", { type: "button", class: "primary" }, "Save");
  readonly #stop = make("button", { type: "button", hidden: true }, "Stop");
  readonly #letters = choiceControl(
    "Letters",
    [
      { value: "text", text: "as text" },
      { value: "outlines", text: "as outlines, for programs without the fonts" },
    ],
    (value) => {
      this.#text = value === "outlines" ? "outlines" : "text";
    },
  );

  constructor(private readonly history: History) {
    const formats = choiceControl(
      "Format",
      FORMAT_IDS.map((id) => ({ value: id, text: (FORMATS[id] as Format).name })),
      (value) => {
        this.#format = FORMAT_IDS.find((id) => id === value) ?? "svg";
        this.#show();
      },
    );
    const copyPng = button("Copy PNG", () => this.#copy("png"));
    const copySvg = button("Copy SVG", () => this.#copy("svg"));
    const close = button("Close", () => this.element.close());
    this.#save.addEventListener("click", () => void this.#write());
    this.#stop.addEventListener("click", () => this.#work?.abort());
    this.element.addEventListener("close", () => this.#work?.abort());
    this.element.append(
      make("h2", { id: "export-title" }, "Export"),
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
    this.#about.textContent = FOR[this.#format] ?? "";
    this.#letters.element.hidden = !this.#uses("text");
    this.#scale.element.hidden = !this.#uses("scale");
    this.#sweep.element.hidden = !this.#uses("sweep");
    const { width, height } = this.history.shown.figure.size;
    const inches = `${(width / 96).toFixed(2)} × ${(height / 96).toFixed(2)} in`;
    const scale = this.#scale.value();
    const pixels =
      this.#uses("scale") && scale > 0
        ? `, ${Math.round(width * scale)} × ${Math.round(height * scale)} pixels, ${Math.round(96 * scale)} dpi`
        : "";
    this.#size.textContent = `${inches}${pixels}`;
  }

  async #write(): Promise<void> {
    const work = new AbortController();
    const sweep = this.#uses("sweep") ? this.#sweep.asked() : undefined;
    const { figure } = this.history.shown;
    this.#busy(work);
    try {
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
      if (work.signal.aborted) this.#say("Stopped; nothing was saved.");
      else if (error instanceof InputError) this.#say(`${sentence(error.message)}`, true);
      else this.#say(`The file could not be made: ${(error as Error).message}`, true);
    } finally {
      this.#busy(undefined);
    }
  }

  async #copy(format: "png" | "svg"): Promise<void> {
    try {
      const scale = this.#scale.value();
      await copyFigure(this.history.shown.figure, format, scale > 0 ? scale : 2);
      this.#say(`${format.toUpperCase()} copied.`);
    } catch (error) {
      this.#say(`This browser does not let the page copy: ${(error as Error).message}`, true);
    }
  }

  #busy(work: AbortController | undefined): void {
    this.#work = work;
    this.#save.disabled = work !== undefined;
    this.#stop.hidden = work === undefined;
    this.#bar.hidden = work === undefined;
    this.#bar.removeAttribute("value");
    if (work) this.#say("at work …");
  }

  #say(message: string, wrong = false): void {
    this.#said.textContent = message;
    this.#said.classList.toggle("wrong", wrong);
  }
}

const sentence = (message: string): string => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

const sizeInWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

function button(text: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}

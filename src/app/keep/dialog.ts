import "./keep.css";
import { InputError } from "../../losses/errors.ts";
import { freshId, make } from "../dom.ts";
import type { History } from "../history.ts";
import { download } from "../save.ts";
import { type Card, card } from "./card.ts";
import { collectionOf } from "./file.ts";
import { importFile } from "./import.ts";
import { figureOf, type Kept, keptOf } from "./kept.ts";
import { Lately } from "./lately.ts";
import { Conflict } from "./shelf.ts";
import { figures } from "./shelves.ts";
import { portraitOf } from "./thumbnail.ts";
import { keepWords } from "../words/keep.ts";
import { words } from "../words/words.ts";

/** The figures that the reader keeps. Made when it is first asked for. */
export class KeepDialog {
  readonly element = make("dialog", { class: "keep", "aria-labelledby": "keep-title" });
  readonly #name = make("input", {
    id: freshId("keep-name"),
    type: "text",
    maxlength: 120,
    autocomplete: "off",
  });
  readonly #problem = make("p", { class: "verdict wrong", role: "alert" });
  readonly #said = make("p", { class: "verdict", role: "status" });
  readonly #undo = make("button", { type: "button", hidden: true }, keepWords().undo);
  readonly #empty = make("p", { class: "hint" }, keepWords().empty);
  readonly #grid = make("ul", { class: "kept", "aria-label": keepWords().title });
  readonly #cards = new Map<string, { state: string; card: Card }>();
  readonly #lately: Lately;
  #takeBack: (() => Promise<void>) | undefined;

  constructor(private readonly history: History) {
    const save = make(
      "form",
      { class: "save" },
      make("label", { for: this.#name.id }, keepWords().name),
      this.#name,
      make("button", { type: "submit", class: "primary" }, keepWords().save),
    );
    save.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#save();
    });
    this.#undo.addEventListener("click", () => void this.#takeBack?.());
    this.#lately = new Lately(history, () => this.element.close());
    const file = make("input", {
      type: "file",
      accept: ".json",
      hidden: true,
      "aria-label": keepWords().importFile,
    });
    file.addEventListener("change", () => {
      void this.#takeIn([...(file.files ?? [])]);
      file.value = "";
    });
    this.element.append(
      make("h2", { id: "keep-title" }, keepWords().title),
      save,
      this.#problem,
      make("div", { class: "row" }, this.#said, this.#undo),
      this.#empty,
      this.#grid,
      this.#lately.element,
      make("p", { class: "hint" }, keepWords().hint),
      make(
        "div",
        { class: "row" },
        button(keepWords().exportAll, () => this.#export()),
        button(keepWords().importFile, () => file.click()),
        file,
        button(keepWords().close, () => this.element.close()),
      ),
    );
    figures.watch(() => void this.#show());
  }

  async open(): Promise<void> {
    this.#say("");
    this.#name.value = "";
    await Promise.all([this.#show(), this.#lately.show()]);
    this.element.showModal();
  }

  async #show(): Promise<void> {
    const all = await figures.list();
    this.#problem.textContent = figures.problem;
    this.#empty.hidden = all.length > 0;
    const known = new Set(all.map(({ id }) => id));
    for (const id of this.#cards.keys()) if (!known.has(id)) this.#cards.delete(id);
    const elements = all.map((kept) => this.#cardOf(kept).element);
    // who is in a card stays there
    const focused = document.activeElement;
    this.#grid.replaceChildren(...elements);
    if (focused instanceof HTMLElement && this.#grid.contains(focused)) focused.focus();
  }

  /** The card of a figure; a new one where it changed, unless the reader is typing in the old. */
  #cardOf(kept: Kept): Card {
    const isHeld = figures.isHeld(kept.id);
    const state = `${kept.revision} ${isHeld}`;
    const made = this.#cards.get(kept.id);
    if (made && (made.state === state || made.card.isBusy())) return made.card;
    const notes = [
      ...(isHeld ? [keepWords().onlyHere] : []),
      ...(problemOf(kept) === "" ? [] : [keepWords().unreadable(problemOf(kept))]),
    ];
    const fresh = card(kept, notes, {
      open: () => this.#open(kept),
      rename: (name) => void this.#rename(kept, name),
      duplicate: () => void this.#duplicate(kept),
      replace: () => void this.#replace(kept),
      delete: () => void this.#delete(kept),
    });
    this.#cards.set(kept.id, { state, card: fresh });
    if (kept.thumbnail !== "") fresh.picture(kept.thumbnail);
    else if (problemOf(kept) === "")
      void portraitOf(figureOf(kept)).then(({ thumbnail }) => fresh.picture(thumbnail));
    return fresh;
  }

  #open(kept: Kept): void {
    const problem = problemOf(kept);
    if (problem !== "") return this.#say(keepWords().unreadable(problem), true);
    this.history.replace(figureOf(kept), `open ${kept.id}`);
    this.element.close();
  }

  async #save(): Promise<void> {
    const { figure } = this.history.shown;
    const { title, thumbnail } = await portraitOf(figure);
    const kept = keptOf(figure, this.#name.value.trim() || title, thumbnail);
    await figures.put(kept);
    this.#name.value = "";
    this.#say(keepWords().saved(kept.name));
    // the browser is asked not to clear the site away; it may say no
    if (figures.problem === "") void navigator.storage.persist();
  }

  async #rename(kept: Kept, typed: string): Promise<void> {
    const name = typed.trim();
    if (name === "") return this.#say(keepWords().needsName, true);
    await this.#attempt(async () => {
      await figures.change(kept, { name });
      this.#say(keepWords().renamed(name));
    });
  }

  async #duplicate(kept: Kept): Promise<void> {
    const copy = {
      ...kept,
      id: crypto.randomUUID(),
      name: keepWords().copyOf(kept.name),
      changed: Date.now(),
      revision: 1,
    };
    await figures.put(copy);
    this.#say(keepWords().duplicated(copy.name));
  }

  /** What is on the page takes the place of what was kept; where another tab was faster it goes beside it. */
  async #replace(kept: Kept): Promise<void> {
    const { figure } = this.history.shown;
    const { thumbnail } = await portraitOf(figure);
    const next = keptOf(figure, kept.name, thumbnail);
    try {
      await figures.change(kept, { figure: next.figure, marginscape: next.marginscape, thumbnail });
      this.#say(keepWords().replaced(kept.name), false, () => this.#putBack(kept));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const beside = { ...next, name: keepWords().copyOf(kept.name) };
      await figures.put(beside);
      this.#say(keepWords().savedBeside(error.message, beside.name), true);
    }
  }

  async #delete(kept: Kept): Promise<void> {
    await this.#attempt(async () => {
      await figures.remove(kept);
      this.#say(keepWords().deleted(kept.name), false, () => this.#putBack(kept));
      this.#undo.focus();
    });
  }

  /** As it was before the last step. */
  async #putBack(kept: Kept): Promise<void> {
    await figures.put({ ...kept, revision: kept.revision + 2 });
    this.#say(keepWords().back(kept.name));
    this.#grid.querySelector<HTMLElement>(`[data-id="${CSS.escape(kept.id)}"] button`)?.focus();
  }

  async #attempt(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      await this.#show();
      this.#say(keepWords().nothingDone(error.message), true);
    }
  }

  async #export(): Promise<void> {
    const all = await figures.list();
    if (all.length === 0) return this.#say(keepWords().nothingToExport);
    download(new Blob([collectionOf(all)], { type: "application/json" }), "marginscape-figures.json");
    this.#say(keepWords().exported(all.length));
  }

  async #takeIn(files: readonly File[]): Promise<void> {
    for (const file of files) this.#say(await importFile(file));
  }

  #say(message: string, wrong = false, takeBack?: () => Promise<void>): void {
    this.#said.textContent = message;
    this.#said.classList.toggle("wrong", wrong);
    this.#takeBack = takeBack;
    this.#undo.hidden = takeBack === undefined;
  }
}

/** Why this version cannot read a figure; empty where it can. */
function problemOf(kept: Kept): string {
  try {
    figureOf(kept);
    return "";
  } catch (error) {
    if (error instanceof InputError) return words.told(error.message);
    throw error;
  }
}

function button(text: string, onClick: () => void | Promise<void>): HTMLButtonElement {
  const element = make("button", { type: "button" }, text);
  element.addEventListener("click", () => void onClick());
  return element;
}
